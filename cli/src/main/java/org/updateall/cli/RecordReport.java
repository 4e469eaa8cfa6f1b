package org.updateall.cli;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.updateall.application.recording.CommandToRecord;
import org.updateall.application.recording.RecordedCommand;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandOutcome.Ending;
import org.updateall.domain.metering.Metering;

/** What a recorded command took, beside what was foretold of it. */
final class RecordReport {

  private final Session session;
  private final CommandToRecord asked;
  private final RecordedCommand recorded;
  private final CommandOutcome outcome;
  private final ResourceUsage usage;

  RecordReport(Session session, CommandToRecord asked, RecordedCommand recorded) {
    this.session = session;
    this.asked = asked;
    this.recorded = recorded;
    this.outcome = recorded.outcome();
    this.usage = outcome.usage().usage();
  }

  /** A line beside what the command printed, or the figures as JSON after it. */
  void show() {
    if (outcome.problem() != null) {
      session.complain("%s: %s".formatted(asked.command().arguments().get(0), outcome.problem()));
    }
    if (session.json()) {
      session.printJson(document());
    } else if (outcome.ending() != Ending.NOT_STARTED) {
      session.remark(line());
    }
    recorded.warnings().forEach(warning -> session.remark("Note: " + warning));
    if (recorded.lost() != null) {
      session.complain("this run is not remembered: " + recorded.lost());
    }
  }

  private String line() {
    List<String> parts = new ArrayList<>();
    ending().forEach(parts::add);
    measured(Target.WALL_CLOCK, wallClockSeconds()).forEach(parts::add);
    measured(Target.CPU_TIME, usage.cpuSeconds().getOrNull()).forEach(parts::add);
    measured(Target.MEMORY_PEAK, usage.memoryPeakBytes()).forEach(parts::add);
    measured(Target.DOWNLOAD_SIZE, usage.downloadSizeBytes()).forEach(parts::add);
    return "%s: %s".formatted(asked.plugin(), String.join(", ", parts));
  }

  private Option<String> ending() {
    return switch (outcome.ending()) {
      case ENDED -> Option.when(outcome.exitCode() != 0, () -> "exit code " + outcome.exitCode());
      case TIMED_OUT -> Option.some("stopped at its time limit");
      case STOPPED -> Option.some("interrupted");
      case NOT_STARTED -> Option.some("not started");
    };
  }

  private Option<String> measured(Target target, @Nullable Number figure) {
    return Option.of(figure)
        .map(
            value ->
                "%s %s%s"
                    .formatted(
                        EstimateTable.measure(target),
                        Quantity.of(target, value.doubleValue()),
                        foretold(target)));
  }

  private String foretold(Target target) {
    return prediction(target)
        .filter(prediction -> prediction.basis() != Basis.DEFAULT) // That is no knowledge.
        .map(
            prediction -> {
              PredictionInterval interval = prediction.interval(level());
              return " (foretold %s, %s from %s to %s)"
                  .formatted(
                      Quantity.of(target, prediction.point()),
                      Quantity.level(level()),
                      Quantity.of(target, interval.lower()),
                      Quantity.of(target, interval.upper()));
            })
        .getOrElse("");
  }

  private double level() {
    return recorded.foretold().get().level();
  }

  private Option<Prediction> prediction(Target target) {
    return recorded
        .foretold()
        .flatMap(estimate -> Option.ofOptional(estimate.plugins().stream().findFirst()))
        .flatMap((ResourceEstimate plugin) -> plugin.prediction(target));
  }

  private @Nullable Double wallClockSeconds() {
    return usage.wallClockSeconds();
  }

  private Map<String, @Nullable Object> document() {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("run_id", recorded.runId().toString());
    document.put("plugin", asked.plugin().value());
    document.put("step", asked.step());
    document.put("phase", RunReport.word(asked.phase()));
    document.put("wall_clock_seconds", seconds(wallClockSeconds()));
    document.put("cpu_user_seconds", seconds(usage.cpuUserSeconds()));
    document.put("cpu_kernel_seconds", seconds(usage.cpuKernelSeconds()));
    document.put("memory_peak_bytes", usage.memoryPeakBytes());
    document.put("io_read_bytes", usage.ioReadBytes());
    document.put("io_write_bytes", usage.ioWriteBytes());
    document.put("network_rx_bytes", usage.networkReceivedBytes());
    document.put("network_tx_bytes", usage.networkSentBytes());
    document.put("download_size_bytes", usage.downloadSizeBytes());
    document.put("exit_code", outcome.exitCode());
    document.put("ending", outcome.ending().name().toLowerCase(Locale.ROOT));
    document.put("problem", outcome.problem());
    document.put("started_at", Json.time(outcome.startedAt()));
    document.put("ended_at", Json.time(outcome.endedAt()));
    putMetering(document, outcome.usage().metering());
    document.put("foretold", foretoldDocument());
    document.put("remembered", recorded.isRemembered());
    document.put("warnings", recorded.warnings());
    return document;
  }

  private static void putMetering(Map<String, @Nullable Object> document, Metering metering) {
    Map<String, String> methods = new TreeMap<>();
    metering.methods().forEach((figure, how) -> methods.put(figure.wireName(), how.wireName()));
    Map<String, String> absences = new TreeMap<>();
    metering.absences().forEach((figure, why) -> absences.put(figure.wireName(), why));
    document.put("methods", methods);
    document.put("absent", absences);
    document.put("caveats", metering.caveats());
  }

  private @Nullable Map<String, Object> foretoldDocument() {
    Map<String, Object> targets = new LinkedHashMap<>();
    for (Target target : Target.values()) {
      prediction(target)
          .forEach(each -> targets.put(target.wireName(), ForetoldDocument.of(each, level())));
    }
    return targets.isEmpty() ? null : targets;
  }

  private static @Nullable Double seconds(@Nullable Double value) {
    return value == null ? null : (Double) Json.seconds(value);
  }
}
