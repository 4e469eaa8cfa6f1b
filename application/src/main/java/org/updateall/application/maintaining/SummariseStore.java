package org.updateall.application.maintaining;

import io.vavr.control.Option;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.storage.StoreSummary;
import org.updateall.domain.storage.StoreUpkeep;

/** Use case: say how the store is. */
public final class SummariseStore {

  private final StoreUpkeep upkeep;

  public SummariseStore(StoreUpkeep upkeep) {
    this.upkeep = upkeep;
  }

  /**
   * @return the summary; none if there is no store yet
   * @throws HistoryUnavailable if the store cannot be used
   */
  public Option<StoreSummary> summarise() {
    return upkeep.summary();
  }
}
