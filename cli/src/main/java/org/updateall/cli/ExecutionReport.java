package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.RecentExecution;

/** Executions, one line or one object each. */
final class ExecutionReport {

  private ExecutionReport() {}

  static Table table(List<RecentExecution> executions, LocalClock clock) {
    Table table =
        new Table(
            Column.left("STARTED (" + clock.zone() + ")"),
            Column.left("PLUGIN"),
            Column.left("HOST"),
            Column.left("STATUS"),
            Column.right("TIME"),
            Column.right("CPU TIME"),
            Column.right("MEMORY"),
            Column.right("DOWNLOAD"),
            Column.right("UPDATED"),
            Column.left("ERROR"));
    for (RecentExecution execution : executions) {
      ExecutionOutcome outcome = execution.outcome();
      table.row(
          clock.time(outcome.startedAt()),
          execution.plugin().value(),
          outcome.hostname(),
          outcome.status().wireName(),
          shown(Target.WALL_CLOCK, outcome),
          shown(Target.CPU_TIME, outcome),
          shown(Target.MEMORY_PEAK, outcome),
          shown(Target.DOWNLOAD_SIZE, outcome),
          outcome.packagesUpdated() == null ? "–" : outcome.packagesUpdated().toString(),
          firstLine(execution.errorMessage()));
    }
    return table;
  }

  static Map<String, Object> document(RecentExecution execution) {
    ExecutionOutcome outcome = execution.outcome();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("run_id", execution.runId().toString());
    document.put("execution_id", outcome.executionId().toString());
    document.put("plugin", execution.plugin().value());
    document.put("hostname", outcome.hostname());
    document.put("status", outcome.status().wireName());
    document.put("started_at", outcome.startedAt().toString());
    document.put("end_time", Json.time(execution.endTime()));
    for (Target target : Target.values()) {
      Double value = target.measuredIn(outcome);
      document.put(target.wireName(), value == null ? null : Json.figure(target, value));
    }
    document.put("packages_updated", outcome.packagesUpdated());
    document.put("packages_total", outcome.packagesTotal());
    document.put("exit_code", execution.exitCode());
    document.put("error_message", execution.errorMessage());
    document.put("covers", outcome.coverage().wireName());
    return document;
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private static String shown(Target target, ExecutionOutcome outcome) {
    Double value = target.measuredIn(outcome);
    return value == null ? "–" : Quantity.of(target, value);
  }
}
