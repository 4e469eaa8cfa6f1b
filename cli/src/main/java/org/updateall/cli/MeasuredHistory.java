package org.updateall.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.updateall.application.inspecting.LatestAttempt;
import org.updateall.application.inspecting.LatestRuns;
import org.updateall.application.inspecting.LevelCoverage;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.ledger.CoverageBand;
import org.updateall.domain.retrieval.PluginStatistics;

/** Tells Prometheus of what was. */
final class MeasuredHistory {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Measurements measurements;

  MeasuredHistory(Measurements measurements) {
    this.measurements = measurements;
  }

  void add(LatestRuns runs) {
    Run last = runs.last();
    if (last != null) {
      measurements.add(Metric.LAST_RUN, LatestRuns.end(last));
      measurements.add(
          Metric.LAST_RUN_DURATION, last.duration().map(each -> each.toNanos() / NANOS_PER_SECOND));
      addEnds(last);
    }
    Run lastSuccess = runs.lastSuccess();
    if (lastSuccess != null) {
      measurements.add(Metric.LAST_SUCCESS, LatestRuns.end(lastSuccess));
    }
    runs.plugins().forEach(this::add);
  }

  private void addEnds(Run run) {
    Map<ExecutionStatus, Integer> ends = new EnumMap<>(ExecutionStatus.class);
    for (ExecutionStatus status : ExecutionStatus.values()) {
      if (status.isOver()) {
        ends.put(status, 0);
      }
    }
    run.executions().forEach(each -> ends.computeIfPresent(each.status(), (how, n) -> n + 1));
    ends.forEach(
        (status, count) -> measurements.add(Metric.LAST_RUN_PLUGINS, count, status.wireName()));
  }

  private void add(LatestAttempt attempt) {
    PluginExecution execution = attempt.execution();
    String plugin = execution.pluginName().value();
    measurements.add(Metric.PLUGIN_LAST_RUN, attempt.endedAt(), plugin);
    if (attempt.lastSuccess() != null) {
      measurements.add(Metric.PLUGIN_LAST_SUCCESS, attempt.lastSuccess(), plugin);
    }
    measurements.add(Metric.PLUGIN_SUCCESS, attempt.succeeded() ? 1 : 0, plugin);
    measurements.add(Metric.PLUGIN_DURATION, execution.wallClockSeconds(), plugin);
    for (StepPhase phase : StepPhase.values()) {
      measurements.add(
          Metric.PLUGIN_PHASE_DURATION, attempt.seconds(phase), plugin, RunReport.word(phase));
    }
    measurements.add(Metric.PLUGIN_CPU, execution.cpuSeconds(), plugin);
    measurements.add(Metric.PLUGIN_MEMORY, execution.memoryPeakBytes(), plugin);
    measurements.add(Metric.PLUGIN_DOWNLOAD, execution.downloadSizeBytes(), plugin);
    measurements.add(Metric.PLUGIN_PACKAGES, execution.packagesUpdated(), plugin);
  }

  void add(List<PluginStatistics> statistics) {
    for (PluginStatistics each : statistics) {
      each.executionsByStatus()
          .forEach(
              (status, count) -> {
                if (status.isFinishedAttempt()) {
                  measurements.add(
                      Metric.PLUGIN_RECORDED_RUNS, count, each.plugin().value(), status.wireName());
                }
              });
    }
  }

  void addCoverage(List<LevelCoverage> coverages) {
    for (LevelCoverage each : coverages) {
      CoverageBand band = each.coverage();
      String resource = resource(each.target());
      String level = Double.toString(each.level());
      if (each.plugin() == null) {
        measurements.add(Metric.RUN_COVERAGE, band.share(), resource, level);
        measurements.add(Metric.RUN_JUDGED, band.count(), resource, level);
      } else {
        String plugin = each.plugin().value();
        measurements.add(Metric.COVERAGE, band.share(), plugin, resource, level);
        measurements.add(Metric.JUDGED, band.count(), plugin, resource, level);
      }
    }
  }

  private static String resource(Target target) {
    return switch (target) {
      case WALL_CLOCK -> "duration";
      case CPU_TIME -> "cpu";
      case MEMORY_PEAK -> "memory";
      case DOWNLOAD_SIZE -> "download";
    };
  }
}
