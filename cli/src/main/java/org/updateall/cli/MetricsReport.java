package org.updateall.cli;

import io.vavr.control.Either;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.application.Progress;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.updating.KnownPreflights;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;

/** How updating stands on one machine, as Prometheus is told. */
final class MetricsReport {

  private final UpdateAll updateAll;
  private final HostScope host;

  /**
   * @param host one machine: series of several would mix
   */
  MetricsReport(UpdateAll updateAll, HostScope host) {
    this.updateAll = updateAll;
    this.host = host;
  }

  /**
   * The machine asked for, else this one, be it without a history.
   *
   * @return the name asked for, if the history does not know that machine
   */
  static Either<String, HostScope> machine(
      Session session, UpdateAll updateAll, @Nullable String wanted) {
    HostScope here = HostScope.only(session.settings().hostname());
    return updateAll.chooseHost(wanted).map(host -> host.hostname() == null ? here : host);
  }

  /** The text for Prometheus; models that are missing are trained first, and kept. */
  String text(Session session, Progress progress) {
    Measurements measurements = new Measurements();
    addHistory(new MeasuredHistory(measurements));
    RunEstimate estimate = addForecast(new MeasuredForecast(measurements), progress);
    estimate.warnings().forEach(warning -> session.remark("Note: " + warning));
    return measurements.text();
  }

  private void addHistory(MeasuredHistory measured) {
    measured.add(updateAll.latestRuns(host));
    measured.add(updateAll.statistics(HistoryFilter.everything().on(host)));
    measured.addCoverage(updateAll.coverageByLevel(host));
  }

  private RunEstimate addForecast(MeasuredForecast measured, Progress progress) {
    EstimateRequest request =
        new EstimateRequest(
            List.of(), host, TrainingOptions.defaults(), PredictionInterval.DEFAULT_LEVEL);
    KnownPreflights known = updateAll.recallPreflights(request);
    measured.add(known);
    RunEstimate estimate = updateAll.estimate(known.addTo(request), progress);
    measured.add(estimate);
    return estimate;
  }
}
