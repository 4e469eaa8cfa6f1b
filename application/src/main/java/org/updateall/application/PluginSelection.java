package org.updateall.application;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.TrainingTable;

/**
 * What models learn from, of the plugins that were asked for.
 *
 * @param all of every plugin of the history, in the order of their names
 * @param tables of those asked for that are known, in the order of their names
 * @param unknown the others, in the order asked for
 */
public record PluginSelection(
    List<TrainingTable> all, List<TrainingTable> tables, List<PluginName> unknown) {

  /**
   * Selects from the history of that host.
   *
   * @param wanted which plugins; none for every one
   * @param zone whose clock says the hour and the day of a run
   * @throws HistoryUnavailable if the store cannot be used
   */
  public static PluginSelection of(
      HistoryQueries queries, List<PluginName> wanted, HostScope host, ZoneId zone) {
    List<TrainingTable> all = queries.trainingTables(HistoryFilter.everything().on(host), zone);
    if (wanted.isEmpty()) {
      return new PluginSelection(all, all, List.of());
    }
    Set<PluginName> known =
        all.stream().map(TrainingTable::plugin).collect(Collectors.toUnmodifiableSet());
    return new PluginSelection(
        all,
        all.stream().filter(table -> wanted.contains(table.plugin())).toList(),
        wanted.stream().filter(plugin -> !known.contains(plugin)).distinct().toList());
  }
}
