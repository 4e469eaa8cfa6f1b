package org.updateall.application.maintaining;

import io.vavr.control.Option;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.storage.Compaction;
import org.updateall.domain.storage.StoreUpkeep;

/** Use case: give the space of what was removed from the store back to the system. */
public final class CompactStore {

  private final StoreUpkeep upkeep;

  public CompactStore(StoreUpkeep upkeep) {
    this.upkeep = upkeep;
  }

  /**
   * @return the sizes before and after; none if there is no store yet
   * @throws HistoryUnavailable if the store cannot be used; it is as it was then
   */
  public Option<Compaction> compact() {
    return upkeep.compact();
  }
}
