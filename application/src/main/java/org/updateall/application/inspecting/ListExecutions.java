package org.updateall.application.inspecting;

import java.util.List;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.RecentExecution;

/** Use case: look at the newest executions. */
public final class ListExecutions {

  private final HistoryQueries queries;

  public ListExecutions(HistoryQueries queries) {
    this.queries = queries;
  }

  /**
   * As {@link HistoryQueries#recentExecutions} says.
   *
   * @param limit at most this many
   * @throws IllegalArgumentException if the limit is negative
   * @throws HistoryUnavailable if the store cannot be used
   */
  public List<RecentExecution> list(HistoryFilter filter, int limit) {
    return queries.recentExecutions(filter, limit);
  }
}
