package org.updateall.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.cli.Table.Column;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.retrieval.Measure;

/** One run with all its parts. */
final class WholeRunReport {

  private WholeRunReport() {}

  static void print(Session session, Run run, LocalClock clock) {
    session.heading("Run " + run.runId());
    session.print(
        "%s on %s%s, begun %s (%s), ended %s, took %s"
            .formatted(
                run.username() == null ? "Somebody" : run.username(),
                run.hostname(),
                run.configHash() == null ? "" : " with configuration " + run.configHash(),
                clock.time(run.startTime()),
                clock.zone(),
                clock.time(run.endTime()),
                RunReport.took(run)));
    session.print("");
    session.print(executions(run, clock));
    if (run.executions().stream().anyMatch(each -> !each.steps().isEmpty())) {
      session.print("");
      session.print(steps(run, clock));
    }
    if (run.executions().stream().anyMatch(each -> !each.estimates().isEmpty())) {
      session.print("");
      session.print(announcements(run));
    }
  }

  static Map<String, Object> document(Run run) {
    Map<String, Object> document = RunReport.document(run);
    document.put("plugins", run.executions().stream().map(WholeRunReport::document).toList());
    return document;
  }

  private static Table executions(Run run, LocalClock clock) {
    Table table =
        new Table(
            Column.left("PLUGIN"),
            Column.left("STATUS"),
            Column.left("STARTED"),
            Column.right("TIME"),
            Column.right("CPU TIME"),
            Column.right("MEMORY"),
            Column.right("DOWNLOAD"),
            Column.right("UPDATED"),
            Column.right("EXIT"),
            Column.left("ERROR"));
    for (PluginExecution part : run.executions()) {
      table.row(
          part.pluginName().value(),
          part.status().wireName(),
          clock.time(part.startTime()),
          shown(Measure.WALL_CLOCK, Measure.WALL_CLOCK.of(part).getOrNull()),
          shown(Measure.CPU_TIME, Measure.CPU_TIME.of(part).getOrNull()),
          shown(Measure.MEMORY_PEAK, Measure.MEMORY_PEAK.of(part).getOrNull()),
          shown(Measure.DOWNLOAD_SIZE, Measure.DOWNLOAD_SIZE.of(part).getOrNull()),
          orDash(part.packagesUpdated()),
          orDash(part.exitCode()),
          Objects.requireNonNullElse(part.errorMessage(), ""));
    }
    return table;
  }

  private static Table steps(Run run, LocalClock clock) {
    Table table =
        new Table(
            Column.left("PLUGIN"),
            Column.left("STEP"),
            Column.left("PHASE"),
            Column.left("STARTED"),
            Column.right("TIME"),
            Column.right("CPU TIME"),
            Column.right("MEMORY"),
            Column.right("DOWNLOAD"),
            Column.left("FURTHER"));
    for (PluginExecution part : run.executions()) {
      for (StepMetrics step : part.steps()) {
        table.row(
            part.pluginName().value(),
            step.stepName(),
            RunReport.word(step.phase()),
            clock.time(step.startTime()),
            shown(Measure.WALL_CLOCK, Measure.WALL_CLOCK.of(step).getOrNull()),
            shown(Measure.CPU_TIME, Measure.CPU_TIME.of(step).getOrNull()),
            shown(Measure.MEMORY_PEAK, Measure.MEMORY_PEAK.of(step).getOrNull()),
            shown(Measure.DOWNLOAD_SIZE, Measure.DOWNLOAD_SIZE.of(step).getOrNull()),
            further(step));
      }
    }
    return table;
  }

  private static String further(StepMetrics step) {
    return Stream.of(
            Measure.MEMORY_AVERAGE,
            Measure.IO_READ,
            Measure.IO_WRITTEN,
            Measure.IO_READ_OPERATIONS,
            Measure.IO_WRITE_OPERATIONS,
            Measure.NETWORK_RECEIVED,
            Measure.NETWORK_SENT)
        .flatMap(
            measure ->
                measure
                    .of(step)
                    .toJavaStream()
                    .map(
                        value ->
                            MeasureWord.of(measure) + " " + MeasureWord.quantity(measure, value)))
        .collect(Collectors.joining(", "));
  }

  private static Table announcements(Run run) {
    Table table =
        new Table(
            Column.left("PLUGIN"),
            Column.left("ANNOUNCED FOR"),
            Column.right("TIME"),
            Column.right("CPU TIME"),
            Column.right("MEMORY"),
            Column.right("DOWNLOAD"),
            Column.right("PACKAGES"),
            Column.right("CONFIDENCE"));
    for (PluginExecution part : run.executions()) {
      for (Estimate estimate : part.estimates()) {
        Double confidence = estimate.confidence();
        table.row(
            part.pluginName().value(),
            RunReport.word(estimate.phase()),
            shown(Measure.WALL_CLOCK, estimate.wallClockSeconds()),
            shown(Measure.CPU_TIME, estimate.cpuSeconds()),
            shown(Measure.MEMORY_PEAK, estimate.memoryBytes()),
            shown(Measure.DOWNLOAD_SIZE, estimate.downloadBytes()),
            orDash(estimate.packageCount()),
            confidence == null ? "–" : Quantity.percent(confidence));
      }
    }
    return table;
  }

  private static Map<String, Object> document(PluginExecution execution) {
    Map<String, Object> document = RunReport.document(execution);
    document.put("steps", execution.steps().stream().map(WholeRunReport::document).toList());
    document.put(
        "estimates", execution.estimates().stream().map(WholeRunReport::document).toList());
    return document;
  }

  private static Map<String, Object> document(StepMetrics step) {
    ResourceUsage usage = step.usage();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    Instant start = step.startTime();
    document.put("step_no", step.ordinal());
    document.put("step_name", step.stepName());
    document.put("phase", RunReport.word(step.phase()));
    document.put("start_time", Json.time(start));
    document.put("end_time", Json.time(step.endTime()));
    document.put("wall_clock_seconds", step.wallClockSeconds().getOrNull());
    document.put("cpu_user_seconds", usage.cpuUserSeconds());
    document.put("cpu_kernel_seconds", usage.cpuKernelSeconds());
    document.put("memory_peak_bytes", usage.memoryPeakBytes());
    document.put("memory_average_bytes", usage.memoryAverageBytes());
    document.put("io_read_bytes", usage.ioReadBytes());
    document.put("io_write_bytes", usage.ioWriteBytes());
    document.put("io_read_operations", usage.ioReadOperations());
    document.put("io_write_operations", usage.ioWriteOperations());
    document.put("network_received_bytes", usage.networkReceivedBytes());
    document.put("network_sent_bytes", usage.networkSentBytes());
    document.put("download_size_bytes", usage.downloadSizeBytes());
    return document;
  }

  private static Map<String, Object> document(Estimate estimate) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("estimate_no", estimate.ordinal());
    document.put("phase", RunReport.word(estimate.phase()));
    document.put("download_bytes", estimate.downloadBytes());
    document.put("cpu_seconds", estimate.cpuSeconds());
    document.put("wall_clock_seconds", estimate.wallClockSeconds());
    document.put("memory_bytes", estimate.memoryBytes());
    document.put("packages", estimate.packageCount());
    document.put("confidence", estimate.confidence());
    return document;
  }

  private static String shown(Measure measure, @Nullable Number value) {
    return value == null ? "–" : MeasureWord.quantity(measure, value.doubleValue());
  }

  private static String orDash(@Nullable Integer value) {
    return value == null ? "–" : value.toString();
  }
}
