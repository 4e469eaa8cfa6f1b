package org.updateall.application.inspecting;

import java.util.List;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;

/** Use case: look at the newest runs. */
public final class InspectHistory {

  private final RunHistory history;

  public InspectHistory(RunHistory history) {
    this.history = history;
  }

  /**
   * The newest of the runs that are meant, newest first.
   *
   * @param limit at most this many
   * @throws IllegalArgumentException if the limit is negative
   * @throws HistoryUnavailable if the store cannot be used
   */
  public List<Run> inspect(HistoryFilter filter, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit is negative: " + limit);
    }
    return history.recent(filter, limit);
  }
}
