package org.updateall.application.maintaining;

import io.vavr.control.Either;
import java.nio.file.Path;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.storage.StoreCopy;
import org.updateall.domain.storage.StoreUpkeep;

/** Use case: write a copy of the store that can be used in its place. */
public final class BackUpStore {

  private final StoreUpkeep upkeep;

  public BackUpStore(StoreUpkeep upkeep) {
    this.upkeep = upkeep;
  }

  /**
   * @param target a file that is not there yet, in a directory that is
   * @return the refusal, if there is a file of that name, or no store
   * @throws HistoryUnavailable if the store cannot be used, or the file not be written
   */
  public Either<FileRefused, StoreCopy> backUp(Path target) {
    return upkeep.backUp(target);
  }
}
