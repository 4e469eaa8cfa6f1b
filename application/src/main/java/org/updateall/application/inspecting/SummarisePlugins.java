package org.updateall.application.inspecting;

import java.util.List;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.PluginStatistics;

/** Use case: look at what every plugin's executions have been like. */
public final class SummarisePlugins {

  private final HistoryQueries queries;

  public SummarisePlugins(HistoryQueries queries) {
    this.queries = queries;
  }

  /**
   * Statistics by plugin name.
   *
   * @throws HistoryUnavailable if the store cannot be used
   */
  public List<PluginStatistics> summarise(HistoryFilter filter) {
    return queries.pluginStatistics(filter);
  }
}
