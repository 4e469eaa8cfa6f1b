package org.updateall.fleet.spark;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.updateall.application.fleet.FleetResult;
import org.updateall.application.fleet.PoolPriors;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetModel;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.FleetSeries;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.forecast.PriorLearner;
import org.updateall.domain.forecast.Target;

/** The same training in a plain loop, with nothing of Spark. */
record PlainTraining(List<FleetForecast> forecasts, List<FleetModel> models, PriorTable priors) {

  /**
   * @param rows by host
   */
  static PlainTraining of(List<List<FleetRow>> rows, JobOptions options, Instant asOf) {
    List<FleetSeries> series =
        rows.stream()
            .flatMap(
                host ->
                    host.stream()
                        .collect(Collectors.groupingBy(FleetRow::pluginName))
                        .values()
                        .stream())
            .flatMap(
                plugin ->
                    Arrays.stream(Target.values()).map(target -> series(plugin, target, options)))
            .toList();
    PriorTable priors = priors(series, options, asOf);
    List<FleetResult> results =
        series.stream()
            .map(each -> Trainers.trainer(asOf).train(each, options.fleet(asOf), priors))
            .toList();
    return new PlainTraining(
        results.stream()
            .map(FleetResult::forecast)
            .filter(Objects::nonNull)
            .sorted(FleetForecast.ORDER)
            .toList(),
        results.stream()
            .map(FleetResult::model)
            .filter(Objects::nonNull)
            .sorted(FleetModel.ORDER)
            .toList(),
        priors);
  }

  private static FleetSeries series(List<FleetRow> rows, Target target, JobOptions options) {
    List<FleetRow> sorted = rows.stream().sorted(FleetSeries.ORDER).toList();
    return FleetSeries.of(
        sorted.subList(Math.max(0, sorted.size() - options.latest()), sorted.size()),
        target,
        options.zone());
  }

  private static PriorTable priors(List<FleetSeries> series, JobOptions options, Instant asOf) {
    PriorLearner learner = Trainers.learner(asOf);
    PoolPriors pool = new PoolPriors(learner);
    series.forEach(
        each ->
            learner
                .evidence(each.series(), options.training())
                .peek(evidence -> pool.add(each, evidence)));
    return pool.table(asOf);
  }
}
