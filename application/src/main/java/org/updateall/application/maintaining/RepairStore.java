package org.updateall.application.maintaining;

import io.vavr.control.Either;
import java.nio.file.Path;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.storage.Salvage;
import org.updateall.domain.storage.StoreUpkeep;

/** Use case: save what can be read of a damaged store into a new one. */
public final class RepairStore {

  private final StoreUpkeep upkeep;

  public RepairStore(StoreUpkeep upkeep) {
    this.upkeep = upkeep;
  }

  /**
   * @param target a file that is not there yet, in a directory that is
   * @return the refusal, if there is a file of that name, or no store
   * @throws HistoryUnavailable if nothing can be saved, or the file not be written
   */
  public Either<FileRefused, Salvage> repair(Path target) {
    return upkeep.repair(target);
  }
}
