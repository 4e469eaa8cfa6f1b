package org.updateall.cli;

import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.application.updating.PlannedRun;
import org.updateall.application.updating.UpdateResult;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.ledger.PartOutcome;

/** What came of a run, beside what was expected of it. */
final class RunSummary {

  private RunSummary() {}

  static void show(Session session, UpdateResult result) {
    if (session.json()) {
      session.printJson(document(result));
    } else {
      session.print(table(result));
      for (PluginExecution execution : result.run().executions()) {
        if (execution.errorMessage() != null) {
          session.print(
              "%s: %s".formatted(execution.pluginName().value(), execution.errorMessage()));
        }
      }
      if (result.stopped()) {
        session.remark("Interrupted; what was done so far is remembered.");
      }
    }
    result.warnings().forEach(warning -> session.remark("Note: " + warning));
  }

  private static Table table(UpdateResult result) {
    double level = result.plan().request().level();
    Table table =
        new Table(
            Column.left("PLUGIN"),
            Column.left("RESULT"),
            Column.right("PACKAGES"),
            Column.right("TIME"),
            Column.right("EXPECTED"),
            Column.right(Quantity.level(level) + " RANGE"),
            Column.right("CPU TIME"),
            Column.right("MEMORY"),
            Column.right("DOWNLOAD"));
    List<PluginExecution> executions = result.run().executions();
    for (PluginExecution each : executions) {
      Option<Prediction> expected =
          RunPlanReport.time(result.plan(), each.pluginName())
              .filter(unused -> each.status() != ExecutionStatus.SKIPPED);
      table.row(
          each.pluginName().value(),
          each.status().wireName(),
          each.packagesUpdated() == null ? "–" : Count.of(each.packagesUpdated()),
          seconds(each.wallClockSeconds()),
          expected.map(time -> Quantity.seconds(time.point())).getOrElse("–"),
          expected.map(time -> RunPlanReport.range(time.interval(level))).getOrElse("–"),
          seconds(each.cpuSeconds()),
          each.memoryPeakBytes().map(bytes -> Quantity.bytes(bytes)).getOrElse("–"),
          each.downloadSizeBytes().map(bytes -> Quantity.bytes(bytes)).getOrElse("–"));
    }
    if (executions.size() > 1) {
      total(table, result, level);
    }
    return table;
  }

  private static void total(Table table, UpdateResult result, double level) {
    PlannedRun plan = result.plan();
    List<PartOutcome> parts =
        result.run().executions().stream()
            .flatMap(
                each ->
                    each.wallClockSeconds()
                        .filter(unused -> each.startTime() != null)
                        .map(
                            seconds ->
                                new PartOutcome(
                                    Option.of(each.startTime()).getOrElse(result.run().startTime()),
                                    seconds))
                        .toJavaStream())
            .toList();
    table
        .rule()
        .row(
            "total",
            "",
            "",
            parts.isEmpty()
                ? "–"
                : Quantity.seconds(PartOutcome.together(Target.WALL_CLOCK, parts)),
            expected(plan).map(total -> Quantity.seconds(total.point())).getOrElse("–"),
            expected(plan).map(total -> RunPlanReport.range(total.interval(level))).getOrElse("–"),
            "",
            "",
            "");
  }

  private static Option<TotalPrediction> expected(PlannedRun plan) {
    return plan.estimate().toOption().flatMap(estimate -> estimate.total(Target.WALL_CLOCK));
  }

  private static String seconds(Option<Double> seconds) {
    return seconds.map(Quantity::seconds).getOrElse("–");
  }

  private static Map<String, @Nullable Object> document(UpdateResult result) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("run_id", result.run().runId().toString());
    document.put("succeeded", result.succeeded());
    document.put("interrupted", result.stopped());
    document.put(
        "plugins",
        result.run().executions().stream().map(each -> document(result.plan(), each)).toList());
    document.put("warnings", result.warnings());
    return document;
  }

  private static Map<String, @Nullable Object> document(PlannedRun plan, PluginExecution each) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("plugin", each.pluginName().value());
    document.put("status", each.status().wireName());
    document.put("exit_code", each.exitCode());
    document.put("error", each.errorMessage());
    document.put("packages_updated", each.packagesUpdated());
    document.put("wall_clock_seconds", each.wallClockSeconds().map(Json::seconds).getOrNull());
    document.put("cpu_seconds", each.cpuSeconds().map(Json::seconds).getOrNull());
    document.put("memory_peak_bytes", each.memoryPeakBytes().getOrNull());
    document.put("download_size_bytes", each.downloadSizeBytes().getOrNull());
    document.put(
        "expected_wall_clock_seconds",
        RunPlanReport.time(plan, each.pluginName())
            .map(time -> ForetoldDocument.of(time, plan.request().level()))
            .getOrNull());
    return document;
  }
}
