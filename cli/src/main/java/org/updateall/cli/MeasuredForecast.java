package org.updateall.cli;

import java.util.Arrays;
import java.util.List;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.updating.KnownPreflights;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.OutcomeRisk;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.updating.AnnouncedWork;

/** Tells Prometheus of what is to be. */
final class MeasuredForecast {

  private static final List<Double> PROBABILITIES = List.of(0.05, 0.5, 0.95);

  private final Measurements measurements;

  MeasuredForecast(Measurements measurements) {
    this.measurements = measurements;
  }

  void add(RunEstimate estimate) {
    estimate.plugins().forEach(this::add);
    for (Target target : Target.values()) {
      estimate.total(target).forEach(total -> add(total(target), total.distribution()));
    }
    List<OutcomeRisk> risks = estimate.risk().plugins();
    for (OutcomeRisk risk : risks) {
      measurements.add(
          Metric.PREDICTED_FAILURE, risk.failure().probability(), risk.plugin().value());
    }
    if (!risks.isEmpty()) {
      measurements.add(Metric.PREDICTED_RUN_FAILURE, estimate.risk().anyFailure());
    }
  }

  /** A default is no knowledge. */
  private void add(ResourceEstimate plugin) {
    plugin
        .without(Basis.DEFAULT)
        .predictions()
        .forEach(
            (target, prediction) ->
                add(ofPlugin(target), prediction.distribution(), plugin.plugin().value()));
  }

  private void add(Metric metric, PredictiveDistribution distribution, String... plugin) {
    for (double probability : PROBABILITIES) {
      String[] labels = Arrays.copyOf(plugin, plugin.length + 1);
      labels[plugin.length] = Double.toString(probability);
      measurements.add(metric, distribution.quantile(probability), labels);
    }
  }

  /** What waits, of plugins that were asked lately and have not run since. */
  void add(KnownPreflights known) {
    known
        .plugins()
        .forEach(
            (plugin, preflight) -> {
              AnnouncedWork work = preflight.work();
              measurements.add(Metric.PENDING_PACKAGES, work.packageCount(), plugin.value());
              measurements.add(Metric.PENDING_DOWNLOAD, work.downloadBytes(), plugin.value());
              measurements.add(Metric.PENDING_ASKED, preflight.asked(), plugin.value());
            });
  }

  private static Metric ofPlugin(Target target) {
    return switch (target) {
      case WALL_CLOCK -> Metric.PREDICTED_DURATION;
      case CPU_TIME -> Metric.PREDICTED_CPU;
      case MEMORY_PEAK -> Metric.PREDICTED_MEMORY;
      case DOWNLOAD_SIZE -> Metric.PREDICTED_DOWNLOAD;
    };
  }

  private static Metric total(Target target) {
    return switch (target) {
      case WALL_CLOCK -> Metric.PREDICTED_RUN_DURATION;
      case CPU_TIME -> Metric.PREDICTED_RUN_CPU;
      case MEMORY_PEAK -> Metric.PREDICTED_RUN_MEMORY;
      case DOWNLOAD_SIZE -> Metric.PREDICTED_RUN_DOWNLOAD;
    };
  }
}
