package org.updateall.application.estimating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.updateall.application.PluginSelection;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.TrainingTable;

/**
 * The plugins that an estimate is about, with what they have measured themselves. One that was
 * asked for and is known on other hosts alone is among them.
 *
 * @param tables the executions of each plugin on the host asked for
 * @param measured the series of each plugin, by name; empty where it has measured nothing
 * @param idle those that were skipped each time, and not asked for by name
 * @param unknown plugins asked for that no host knows
 */
record Estimated(
    List<TrainingTable> tables,
    Map<PluginName, List<TrainingSeries>> measured,
    Set<PluginName> idle,
    List<PluginName> unknown) {

  /**
   * @throws HistoryUnavailable if the history cannot be read
   */
  static Estimated of(
      PluginSelection selection, EstimateRequest request, WithoutModel withoutModel) {
    Map<PluginName, List<TrainingSeries>> measured = new TreeMap<>();
    selection
        .tables()
        .forEach(
            table ->
                measured.put(table.plugin(), EstimateResources.measured(table, request.host())));
    List<PluginName> unknown = new ArrayList<>(selection.unknown());
    for (PluginName plugin : withoutModel.knownSomewhere(selection.unknown())) {
      measured.put(plugin, List.of());
      unknown.remove(plugin);
    }
    return new Estimated(selection.tables(), measured, idle(selection, request), unknown);
  }

  private static Set<PluginName> idle(PluginSelection selection, EstimateRequest request) {
    return selection.tables().stream()
        .filter(table -> request.plugins().isEmpty())
        .filter(
            table ->
                table.rows().stream()
                    .allMatch(row -> row.outcome().status() == ExecutionStatus.SKIPPED))
        .map(TrainingTable::plugin)
        .collect(Collectors.toUnmodifiableSet());
  }

  List<PluginName> plugins() {
    return List.copyOf(measured.keySet());
  }

  List<TrainingSeries> series() {
    return measured.values().stream().flatMap(List::stream).toList();
  }

  /**
   * What is told of each plugin's targets that none of its own runs measured; none of idle ones.
   */
  List<Prediction> fromNoRun(WithoutModel withoutModel) {
    List<Prediction> predictions = new ArrayList<>();
    measured.forEach(
        (plugin, series) -> {
          if (!idle.contains(plugin)) {
            predictions.addAll(withoutModel.fromNoRun(executions(plugin), targets(series)));
          }
        });
    return predictions;
  }

  /** The targets of a plugin of which its runs tell how installing went, and not the whole. */
  List<Target> installOnly(PluginName plugin) {
    return targets(
        measured.getOrDefault(plugin, List.of()).stream()
            .filter(series -> series.coverage() == Coverage.INSTALL)
            .toList());
  }

  private TrainingTable executions(PluginName plugin) {
    return tables.stream()
        .filter(table -> table.plugin().equals(plugin))
        .findFirst()
        .orElseGet(() -> new TrainingTable(plugin, List.of()));
  }

  private static List<Target> targets(List<TrainingSeries> series) {
    return series.stream().map(each -> each.key().target()).toList();
  }
}
