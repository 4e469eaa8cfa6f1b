package org.updateall.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updateall.cli.Table.Column;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Provenance;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepPhase;

/** Runs, one line or one object each. */
final class RunReport {

  private RunReport() {}

  static Table table(List<Run> runs, LocalClock clock) {
    Table table =
        new Table(
            Column.left("STARTED (" + clock.zone() + ")"),
            Column.right("TOOK"),
            Column.left("HOST"),
            Column.left("PLUGINS"));
    for (Run run : runs) {
      table.row(
          clock.time(run.startTime()),
          took(run),
          run.hostname(),
          run.executions().stream().map(RunReport::inWords).collect(Collectors.joining(", ")));
    }
    return table;
  }

  static String word(StepPhase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }

  static String took(Run run) {
    return run.duration().map(took -> Quantity.seconds(took.toMillis() / 1000.0)).getOrElse("–");
  }

  private static String inWords(PluginExecution execution) {
    return execution.status() == ExecutionStatus.SUCCESS
        ? execution.pluginName().value()
        : "%s (%s)".formatted(execution.pluginName(), execution.status().wireName());
  }

  static Map<String, Object> document(Run run) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("run_id", run.runId().toString());
    document.put("start_time", run.startTime().toString());
    document.put("end_time", Json.time(run.endTime()));
    document.put("hostname", run.hostname());
    document.put("username", run.username());
    document.put("config_hash", run.configHash());
    document.put("total_plugins", run.totalPlugins());
    document.put("successful_plugins", run.successfulPlugins());
    document.put("failed_plugins", run.failedPlugins());
    document.put("skipped_plugins", run.skippedPlugins());
    document.put("plugins", run.executions().stream().map(RunReport::document).toList());
    return document;
  }

  static Map<String, Object> document(PluginExecution execution) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    Instant start = execution.startTime();
    document.put("plugin", execution.pluginName().value());
    document.put("status", execution.status().wireName());
    document.put("execution_id", execution.executionId().toString());
    document.put("start_time", Json.time(start));
    document.put("end_time", Json.time(execution.endTime()));
    document.put("wall_clock_seconds", execution.wallClockSeconds().map(Json::seconds).getOrNull());
    document.put("cpu_seconds", execution.cpuSeconds().map(Json::seconds).getOrNull());
    document.put("memory_peak_bytes", execution.memoryPeakBytes().getOrNull());
    document.put("download_size_bytes", execution.downloadSizeBytes().getOrNull());
    document.put("packages_updated", execution.packagesUpdated());
    document.put("packages_total", execution.packagesTotal());
    document.put("exit_code", execution.exitCode());
    document.put("error_message", execution.errorMessage());
    Provenance provenance = execution.provenance();
    document.put("sources", provenance == null ? null : provenance.sources());
    document.put("covers", execution.coverage().wireName());
    return document;
  }
}
