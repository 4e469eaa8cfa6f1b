package org.updateall.cli;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.retrieval.MeasureSummary;
import org.updateall.domain.retrieval.PluginStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Summarises the history of every plugin. */
@Command(
    name = "stats",
    description = {
      "Summarise what every plugin's runs have been like.",
      "",
      "SUCCESS is the share of finished attempts that succeeded; figures are over successful runs."
    })
final class StatsCommand implements Callable<Integer> {

  @ParentCommand private UpdateAllCommand root;

  @Mixin private HostFilter host = new HostFilter();

  @Override
  public Integer call() {
    Session session = root.session();
    try (UpdateAll updateAll = session.open()) {
      List<PluginStatistics> statistics =
          updateAll.statistics(HistoryFilter.everything().on(host.scope()));
      if (session.json()) {
        session.printJson(
            Map.of("plugins", statistics.stream().map(StatsCommand::document).toList()));
      } else {
        show(session, statistics);
      }
      return host.exitCode(session, updateAll);
    }
  }

  private void show(Session session, List<PluginStatistics> statistics) {
    if (statistics.isEmpty()) {
      host.sayNothing(session, HostFilter.NO_HISTORY);
      return;
    }
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
    statistics.forEach(plugin -> addRows(table, plugin, session.zone()));
    session.print(table);
  }

  private static void addRows(Table table, PluginStatistics plugin, ZoneId zone) {
    String[] lead = {
      plugin.plugin().value(),
      Long.toString(plugin.executions()),
      plugin.successRate().map(Quantity::percent).getOrElse("–")
    };
    String last = plugin.last().atZone(zone).toLocalDate().toString();
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
    Map<String, Long> byStatus = new TreeMap<>();
    for (ExecutionStatus status : ExecutionStatus.values()) {
      byStatus.put(status.wireName(), plugin.executionsByStatus().getOrDefault(status, 0L));
    }
    document.put("by_status", byStatus);
    document.put("success_rate", plugin.successRate().map(Json::share).getOrNull());
    for (Target target : Target.values()) {
      document.put(target.wireName(), document(summary(plugin, target)));
    }
    document.put("packages_updated", plugin.packagesUpdated());
    document.put("first", plugin.first().toString());
    document.put("last", plugin.last().toString());
    return document;
  }

  private static @Nullable Map<String, Object> document(@Nullable MeasureSummary summary) {
    if (summary == null) {
      return null;
    }
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("count", summary.count());
    document.put("mean", summary.mean());
    document.put("median", summary.median());
    document.put("p95", summary.percentile95());
    document.put("standard_deviation", summary.standardDeviation());
    return document;
  }
}
