package org.updateall.domain.retrieval;

import java.util.List;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;

/**
 * Port: what the runs of a store say about plugins. Safe for use by several threads.
 *
 * <p>Every method throws {@link HistoryUnavailable} if the store cannot be used; a store that does
 * not exist yet is empty.
 */
public interface HistoryQueries {

  /** The machines that have runs, sorted, without repeats. */
  List<String> hosts();

  /**
   * The history of every plugin that has an execution on these hosts, by plugin name. A plugin's
   * history has one row per execution, however many steps it had.
   */
  List<PluginHistory> pluginHistories(HostScope host);

  /** Statistics of every plugin that has an execution on these hosts, by plugin name. */
  List<PluginStatistics> pluginStatistics(HostScope host);
}
