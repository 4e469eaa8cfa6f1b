package org.updateall.application.estimating;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updateall.application.fleet.FleetPriors;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Kindred;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.PluginOutcomes;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.TrainingRow;
import org.updateall.domain.retrieval.TrainingTable;

/**
 * Figures for what has too few runs for a model, or none: from those runs, or from failed ones if
 * nothing but those is known, from the plugin's runs on other hosts and from other plugins'; else
 * from what was announced; else a stated default. Which hosts there are, and the history of all of
 * them, is read once, when it is first needed.
 */
final class WithoutModel {

  private final HistoryQueries queries;
  private final ModelTrainer trainer;
  private final ModelTrainer informed;
  private final EstimateRequest request;
  private final FleetPriors fleet;
  private @Nullable List<TrainingSeries> everywhere;
  private @Nullable Boolean onlyHere;

  WithoutModel(
      HistoryQueries queries, ModelTrainer trainer, EstimateRequest request, FleetPriors fleet) {
    this.queries = queries;
    this.trainer = trainer;
    this.informed = fleet.informing(trainer);
    this.request = request;
    this.fleet = fleet;
  }

  /**
   * From its own runs, as far as the options leave any, and from others'.
   *
   * @throws HistoryUnavailable if the history cannot be read
   */
  Option<Prediction> fromFewRuns(TrainingSeries series) {
    Kindred kindred = Kindred.of(series.key(), everywhere());
    return informed.predictFromFewRuns(series, kindred, request.options());
  }

  /**
   * The targets that no run of its own measured, of one plugin. Where it has runs that measured
   * something, a target is told only if the plugin measured it on another host, for it may be one
   * that the plugin never measures; what was announced is told in any case.
   *
   * @param own its executions on the host asked for
   * @param measured the targets with runs of its own
   * @throws HistoryUnavailable if the history cannot be read
   */
  List<Prediction> fromNoRun(TrainingTable own, List<Target> measured) {
    List<Prediction> predictions = new ArrayList<>();
    for (Target target : Target.values()) {
      if (!measured.contains(target)) {
        withoutRun(own, target, measured.isEmpty()).peek(predictions::add);
      }
    }
    return predictions;
  }

  private Option<Prediction> withoutRun(TrainingTable own, Target target, boolean nothingMeasured) {
    SeriesKey key = new SeriesKey(own.plugin(), request.host(), target);
    Option<Prediction> assumed =
        trainer.assume(key, request.known().getOrDefault(key.plugin(), Covariates.NONE));
    if (key.target() == Target.DOWNLOAD_SIZE && assumed.isDefined()) {
      return assumed;
    }
    if (!nothingMeasured) {
      return isMeasuredElsewhere(key) ? fromFewRuns(empty(key)) : Option.none();
    }
    return fromFailures(own, target).orElse(() -> fromFewRuns(empty(key))).orElse(assumed);
  }

  /**
   * What has failed each time is expected to fail again, and to take as much; what succeeding takes
   * on other hosts says nothing of that.
   */
  private Option<Prediction> fromFailures(TrainingTable own, Target target) {
    TrainingSeries failures = TrainingSeries.ofFailures(own, request.host(), target);
    return failures.size() < PluginOutcomes.FEWEST_FAILURES
        ? Option.none()
        : trainer
            .predictFromFewRuns(failures, request.options())
            .map(prediction -> prediction.restingOn(Basis.FAILED_RUNS));
  }

  private boolean isMeasuredElsewhere(SeriesKey key) {
    return !isOnlyHere()
        && everywhere().stream()
            .map(TrainingSeries::key)
            .anyMatch(
                other -> other.target() == key.target() && other.plugin().equals(key.plugin()));
  }

  /** Whether no other host has runs. */
  private boolean isOnlyHere() {
    if (onlyHere == null) {
      onlyHere = queries.hosts().stream().allMatch(request.host()::includes);
    }
    return onlyHere;
  }

  private static TrainingSeries empty(SeriesKey key) {
    return new TrainingSeries(key, List.of(), 0);
  }

  /**
   * Those of these plugins of which some host has measured a run, or that the fleet knows.
   *
   * @throws HistoryUnavailable if the history cannot be read
   */
  List<PluginName> knownSomewhere(List<PluginName> plugins) {
    return plugins.stream()
        .filter(
            plugin ->
                everywhere().stream().anyMatch(each -> each.key().plugin().equals(plugin))
                    || fleet.knows(plugin))
        .toList();
  }

  private List<TrainingSeries> everywhere() {
    if (everywhere == null) {
      everywhere =
          queries.trainingTables(HistoryFilter.everything(), request.options().zone()).stream()
              .flatMap(table -> ofEachHost(table).stream())
              .toList();
    }
    return everywhere;
  }

  private static List<TrainingSeries> ofEachHost(TrainingTable table) {
    Map<String, List<TrainingRow>> byHost =
        table.rows().stream().collect(Collectors.groupingBy(row -> row.outcome().hostname()));
    List<TrainingSeries> series = new ArrayList<>();
    byHost.forEach(
        (host, rows) ->
            series.addAll(
                EstimateResources.measured(
                    new TrainingTable(table.plugin(), rows), HostScope.only(host))));
    return series;
  }
}
