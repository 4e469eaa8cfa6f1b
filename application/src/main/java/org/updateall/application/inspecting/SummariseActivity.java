package org.updateall.application.inspecting;

import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.retrieval.Activity;
import org.updateall.domain.retrieval.HistoryQueries;

/** Use case: look at what the runs and executions that are meant came to together. */
public final class SummariseActivity {

  private final HistoryQueries queries;

  public SummariseActivity(HistoryQueries queries) {
    this.queries = queries;
  }

  /**
   * As {@link HistoryQueries#activity} says.
   *
   * @throws HistoryUnavailable if the store cannot be used
   */
  public Activity summarise(HistoryFilter filter) {
    return queries.activity(filter);
  }
}
