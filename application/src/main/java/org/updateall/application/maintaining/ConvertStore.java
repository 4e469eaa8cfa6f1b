package org.updateall.application.maintaining;

import io.vavr.control.Either;
import java.time.ZoneId;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.storage.Conversion;
import org.updateall.domain.storage.StoreUpkeep;

/** Use case: put a store of this program in the place of one that the Python update-all made. */
public final class ConvertStore {

  private final StoreUpkeep upkeep;

  public ConvertStore(StoreUpkeep upkeep) {
    this.upkeep = upkeep;
  }

  /**
   * @param zone the zone of its times, which are local
   * @return the refusal, if there is no store of the Python update-all
   * @throws HistoryUnavailable if it cannot be read, or nothing be written; it is as it was then
   */
  public Either<FileRefused, Conversion> convert(ZoneId zone) {
    return upkeep.convert(zone);
  }
}
