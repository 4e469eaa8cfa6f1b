package org.updateall.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.cli.Table.Column;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists the newest runs. */
@Command(name = "history", description = "List the newest runs, newest first.")
final class HistoryCommand implements Callable<Integer> {

  static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  @ParentCommand private UpdateAllCommand root;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "At most this many (default: 10).")
  private int limit = 10;

  @Mixin private HostFilter host = new HostFilter();

  @Override
  public Integer call() {
    Session session = root.session();
    if (limit < 0) {
      throw new UsageException("--limit cannot be negative");
    }
    try (UpdateAll updateAll = session.open()) {
      List<Run> runs = updateAll.recentRuns(HistoryFilter.everything().on(host.scope()), limit);
      if (session.json()) {
        session.printJson(Map.of("runs", runs.stream().map(HistoryCommand::document).toList()));
      } else {
        show(session, runs);
      }
      return host.exitCode(session, updateAll);
    }
  }

  private void show(Session session, List<Run> runs) {
    if (runs.isEmpty()) {
      host.sayNothing(session, limit == 0 ? "No run was asked for." : HostFilter.NO_HISTORY);
      return;
    }
    ZoneId zone = session.zone();
    Table table =
        new Table(
            Column.left("STARTED (" + zone + ")"),
            Column.right("TOOK"),
            Column.left("HOST"),
            Column.left("PLUGINS"));
    for (Run run : runs) {
      table.row(
          LOCAL.format(run.startTime().atZone(zone)),
          run.duration().map(took -> Quantity.seconds(took.toMillis() / 1000.0)).getOrElse("–"),
          run.hostname(),
          run.executions().stream().map(HistoryCommand::inWords).collect(Collectors.joining(", ")));
    }
    session.print(table);
  }

  private static String inWords(PluginExecution execution) {
    return execution.status() == ExecutionStatus.SUCCESS
        ? execution.pluginName().value()
        : "%s (%s)".formatted(execution.pluginName(), execution.status().wireName());
  }

  private static Map<String, Object> document(Run run) {
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
    document.put("plugins", run.executions().stream().map(HistoryCommand::document).toList());
    return document;
  }

  private static Map<String, Object> document(PluginExecution execution) {
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
    return document;
  }
}
