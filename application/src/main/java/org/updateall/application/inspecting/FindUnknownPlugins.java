package org.updateall.application.inspecting;

import java.util.Collection;
import java.util.List;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.HistoryQueries;

/** Use case: tell which plugins have never been executed. */
public final class FindUnknownPlugins {

  private final HistoryQueries queries;

  public FindUnknownPlugins(HistoryQueries queries) {
    this.queries = queries;
  }

  /**
   * Those of these plugins that have no execution on these hosts, in the order given.
   *
   * @throws HistoryUnavailable if the store cannot be used
   */
  public List<PluginName> find(Collection<PluginName> plugins, HostScope host) {
    return plugins.stream().filter(plugin -> isUnknown(plugin, host)).toList();
  }

  private boolean isUnknown(PluginName plugin, HostScope host) {
    HistoryFilter ofPlugin = HistoryFilter.everything().ofPlugins(List.of(plugin)).on(host);
    return queries.recentExecutions(ofPlugin, 1).isEmpty();
  }
}
