package org.updateall.application.estimating;

import io.vavr.control.Option;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.updateall.application.PluginSelection;
import org.updateall.application.fleet.FleetPriors;
import org.updateall.domain.forecast.Explanation;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.RiskForecaster;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.SharedReading;

/**
 * Use case: say why the next run is estimated to need what it does. Models that are missing or no
 * longer fit the history are trained and kept, as for an estimate.
 */
public final class ExplainEstimates {

  private final HistoryQueries queries;
  private final ModelTrainer trainer;
  private final ModelStore store;
  private final SelectedRisks risks;
  private final Clock clock;
  private final SharedReading reading;
  private final FleetPriors fleet;

  /**
   * @param fleet what other hosts say of this one
   */
  public ExplainEstimates(
      HistoryQueries queries,
      ModelTrainer trainer,
      ModelStore store,
      RiskForecaster riskForecaster,
      Clock clock,
      SharedReading reading,
      FleetPriors fleet) {
    this.queries = queries;
    this.trainer = trainer;
    this.store = store;
    this.risks = new SelectedRisks(riskForecaster);
    this.clock = clock;
    this.reading = reading;
    this.fleet = fleet;
  }

  /**
   * @throws HistoryUnavailable if the history cannot be read; that models cannot be kept is a
   *     warning in the result
   */
  public ExplainedEstimates explain(EstimateRequest request) {
    PluginSelection selection =
        PluginSelection.of(queries, request.plugins(), request.host(), request.options().zone());
    WithoutModel aside = new WithoutModel(queries, trainer, request, fleet);
    Estimated estimated = Estimated.of(selection, request, aside);
    List<TrainingSeries> allSeries = estimated.series();
    ModelShelf shelf =
        new ModelShelf(
            fleet.informing(trainer), store, reading, clock.instant(), request, allSeries);
    List<Explanation> explanations = new ArrayList<>();
    List<Prediction> withoutModel = new ArrayList<>();
    for (TrainingSeries series : allSeries) {
      Option<Explanation> explanation = shelf.explain(series).peek(explanations::add);
      if (explanation.isEmpty()) {
        aside.fromFewRuns(series).peek(withoutModel::add);
      }
    }
    withoutModel.addAll(estimated.fromNoRun(aside));
    return new ExplainedEstimates(
        request.level(),
        explanations,
        withoutModel,
        risks.of(selection, request.level()),
        estimated.unknown(),
        shelf.keep());
  }
}
