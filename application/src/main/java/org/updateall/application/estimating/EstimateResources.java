package org.updateall.application.estimating;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.updateall.application.PluginSelection;
import org.updateall.application.Progress;
import org.updateall.application.fleet.FleetPriors;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.RiskForecaster;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointForecaster;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.JointRun;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.SharedReading;
import org.updateall.domain.retrieval.TrainingTable;

/**
 * Use case: say what the next run will need, for each plugin and in total. A model that is missing
 * or no longer fits the history is trained and kept. A plugin whose runs are too few for a model,
 * or that has none, is told from those, from other plugins' and from other hosts' runs, and says
 * so.
 */
public final class EstimateResources {

  private final HistoryQueries queries;
  private final ModelTrainer trainer;
  private final ModelStore store;
  private final SelectedRisks risks;
  private final JointForecaster joint;
  private final LedgerTotals pastTotals;
  private final Clock clock;
  private final SharedReading reading;
  private final FleetPriors fleet;

  /** With a store that nothing holds open, and without a fleet. */
  public EstimateResources(
      HistoryQueries queries,
      ModelTrainer trainer,
      ModelStore store,
      PredictionLedger ledger,
      JointForecaster joint,
      RiskForecaster riskForecaster,
      Clock clock) {
    this(
        queries,
        trainer,
        store,
        ledger,
        joint,
        riskForecaster,
        clock,
        SharedReading.none(),
        FleetPriors.none());
  }

  /**
   * @param reading is let go of before anything is trained
   * @param fleet what other hosts say of this one
   */
  public EstimateResources(
      HistoryQueries queries,
      ModelTrainer trainer,
      ModelStore store,
      PredictionLedger ledger,
      JointForecaster joint,
      RiskForecaster riskForecaster,
      Clock clock,
      SharedReading reading,
      FleetPriors fleet) {
    this.queries = queries;
    this.trainer = trainer;
    this.store = store;
    this.risks = new SelectedRisks(riskForecaster);
    this.joint = joint;
    this.pastTotals = new LedgerTotals(ledger);
    this.clock = clock;
    this.reading = reading;
    this.fleet = fleet;
  }

  /**
   * @throws HistoryUnavailable if the history cannot be read; that models cannot be kept is a
   *     warning in the result
   */
  public RunEstimate estimate(EstimateRequest request, Progress progress) {
    PluginSelection selection =
        PluginSelection.of(queries, request.plugins(), request.host(), request.options().zone());
    WithoutModel withoutModel = new WithoutModel(queries, trainer, request, fleet);
    Estimated estimated = Estimated.of(selection, request, withoutModel);
    List<TrainingSeries> series = estimated.series();
    ModelShelf shelf =
        new ModelShelf(fleet.informing(trainer), store, reading, clock.instant(), request, series);
    Map<SeriesKey, Prediction> predictions = predictAll(shelf, withoutModel, series, progress);
    estimated.fromNoRun(withoutModel).forEach(each -> predictions.put(each.key(), each));
    List<ResourceEstimate> plugins =
        estimated.plugins().stream()
            .map(plugin -> estimate(plugin, request.host(), predictions, estimated))
            .toList();
    // A default is no knowledge, and so no part of a total.
    List<ResourceEstimate> known =
        plugins.stream().map(each -> each.without(Basis.DEFAULT)).toList();
    Map<Target, JointHistory> histories = histories(selection.tables(), request.host(), shelf);
    return new RunEstimate(
        request.level(),
        request.host(),
        plugins,
        request.schedule(),
        histories,
        joint.totals(
            new JointRun(
                known,
                request.schedule(),
                histories,
                pastTotals.gather(known, selection.tables(), request.level()))),
        risks.of(selection, request.level()),
        estimated.unknown(),
        shelf.trained(),
        shelf.keep());
  }

  private static Map<SeriesKey, Prediction> predictAll(
      ModelShelf shelf,
      WithoutModel withoutModel,
      List<TrainingSeries> allSeries,
      Progress progress) {
    Map<SeriesKey, Prediction> predictions = new HashMap<>();
    progress.begin("Estimating", allSeries.size());
    try {
      for (TrainingSeries series : allSeries) {
        shelf
            .predict(series)
            .orElse(() -> withoutModel.fromFewRuns(series))
            .peek(prediction -> predictions.put(series.key(), prediction));
        progress.advance();
      }
      return predictions;
    } finally {
      progress.end();
    }
  }

  /** The series of every target that any execution measured. */
  static List<TrainingSeries> measured(TrainingTable table, HostScope host) {
    List<TrainingSeries> measured = new ArrayList<>();
    for (Target target : Target.values()) {
      TrainingSeries series = TrainingSeries.of(table, host, target);
      if (series.size() > 0) {
        measured.add(series);
      }
    }
    return measured;
  }

  private static ResourceEstimate estimate(
      PluginName plugin,
      HostScope host,
      Map<SeriesKey, Prediction> predictions,
      Estimated estimated) {
    Map<Target, Prediction> known = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      Prediction prediction = predictions.get(new SeriesKey(plugin, host, target));
      if (prediction != null) {
        known.put(target, prediction);
      }
    }
    Set<Target> installOnly = EnumSet.noneOf(Target.class);
    installOnly.addAll(estimated.installOnly(plugin));
    installOnly.retainAll(known.keySet());
    return new ResourceEstimate(plugin, known, installOnly);
  }

  /** How past outcomes went along with one another, as the models in use tell. */
  private static Map<Target, JointHistory> histories(
      List<TrainingTable> tables, HostScope host, ModelShelf shelf) {
    Map<Target, JointHistory> histories = new EnumMap<>(Target.class);
    if (tables.size() < 2) {
      return histories;
    }
    for (Target target : Target.values()) {
      JointPast past = new JointPast();
      for (TrainingTable table : tables) {
        past.add(table, shelf.pastLevels(new SeriesKey(table.plugin(), host, target)));
      }
      histories.put(target, past.history());
    }
    return histories;
  }
}
