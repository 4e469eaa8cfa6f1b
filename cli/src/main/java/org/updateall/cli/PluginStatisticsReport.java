package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.retrieval.MeasureSummary;
import org.updateall.domain.retrieval.PluginStatistics;

/** What every plugin's executions have been like, as a table and as JSON. */
final class PluginStatisticsReport {

  private PluginStatisticsReport() {}

  static Table table(List<PluginStatistics> statistics, LocalClock clock) {
    Table table =
        new Table(
            Column.left("PLUGIN"),
            Column.right("RUNS"),
            Column.right("SUCCESS"),
            Column.left("MEASURE"),
            Column.right("MEAN"),
            Column.right("MEDIAN"),
            Column.right("95 %"),
            Column.right("SPREAD"),
            Column.left("LAST"));
    statistics.forEach(plugin -> addRows(table, plugin, clock));
    return table;
  }

  static Map<String, Object> document(List<PluginStatistics> statistics) {
    return Map.of("plugins", statistics.stream().map(PluginStatisticsReport::document).toList());
  }

  /** How many ended how, every status named. */
  static Map<String, Long> byStatus(Map<ExecutionStatus, Long> executions) {
    Map<String, Long> byStatus = new TreeMap<>();
    for (ExecutionStatus status : ExecutionStatus.values()) {
      byStatus.put(status.wireName(), executions.getOrDefault(status, 0L));
    }
    return byStatus;
  }

  private static void addRows(Table table, PluginStatistics plugin, LocalClock clock) {
    String[] lead = {
      plugin.plugin().value(),
      Long.toString(plugin.executions()),
      plugin.successRate().map(Quantity::percent).getOrElse("–")
    };
    String last = plugin.last().atZone(clock.zone()).toLocalDate().toString();
    boolean measured = false;
    for (Target target : Target.values()) {
      MeasureSummary summary = summary(plugin, target);
      if (summary != null) {
        Function<Double, String> shown = value -> Quantity.of(target, value);
        table.row(
            lead[0],
            lead[1],
            lead[2],
            EstimateTable.measure(target),
            shown.apply(summary.mean()),
            shown.apply(summary.median()),
            shown.apply(summary.percentile95()),
            summary.standardDeviation() == null
                ? "–"
                : "± " + shown.apply(summary.standardDeviation()),
            last);
        lead = new String[] {"", "", ""};
        last = "";
        measured = true;
      }
    }
    if (!measured) {
      table.row(lead[0], lead[1], lead[2], "–", "–", "–", "–", "–", last);
    }
  }

  private static @Nullable MeasureSummary summary(PluginStatistics plugin, Target target) {
    return switch (target) {
      case WALL_CLOCK -> plugin.wallClockSeconds();
      case CPU_TIME -> plugin.cpuSeconds();
      case MEMORY_PEAK -> plugin.memoryPeakBytes();
      case DOWNLOAD_SIZE -> plugin.downloadSizeBytes();
    };
  }

  private static Map<String, Object> document(PluginStatistics plugin) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("plugin", plugin.plugin().value());
    document.put("executions", plugin.executions());
    document.put("by_status", byStatus(plugin.executionsByStatus()));
    document.put("success_rate", plugin.successRate().map(Json::share).getOrNull());
    for (Target target : Target.values()) {
      document.put(target.wireName(), document(target, summary(plugin, target)));
    }
    document.put("packages_updated", plugin.packagesUpdated());
    document.put("first", plugin.first().toString());
    document.put("last", plugin.last().toString());
    return document;
  }

  private static @Nullable Map<String, Object> document(
      Target target, @Nullable MeasureSummary summary) {
    if (summary == null) {
      return null;
    }
    Double deviation = summary.standardDeviation();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("count", summary.count());
    document.put("mean", Json.figure(target, summary.mean()));
    document.put("median", Json.figure(target, summary.median()));
    document.put("p95", Json.figure(target, summary.percentile95()));
    document.put("standard_deviation", deviation == null ? null : Json.figure(target, deviation));
    document.put("min", Json.figure(target, summary.minimum()));
    document.put("max", Json.figure(target, summary.maximum()));
    document.put("sum", Json.figure(target, summary.sum()));
    return document;
  }
}
