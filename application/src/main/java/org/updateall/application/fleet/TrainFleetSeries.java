package org.updateall.application.fleet;

import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetModel;
import org.updateall.domain.fleet.FleetSeries;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.forecast.Kindred;
import org.updateall.domain.forecast.ModelProvenance;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.Upcoming;

/**
 * Trains one series of a fleet and forecasts its next run, as one machine does for itself. What
 * comes of it depends on the series, the options and the priors alone, whichever engine calls it,
 * and on how many threads.
 */
public final class TrainFleetSeries {

  private final ModelTrainer trainer;

  public TrainFleetSeries(ModelTrainer trainer) {
    this.trainer = trainer;
  }

  /**
   * @param priors what the fleet says of a host with few runs
   */
  public FleetResult train(FleetSeries series, FleetOptions options, PriorTable priors) {
    TrainingOptions training =
        options
            .training()
            .withPrior(
                priors
                    .find(series.key().plugin(), series.key().target(), series.profile())
                    .getOrNull());
    @Nullable TrainedModel model =
        trainer.train(series.series(), training, options.level()).map(Training::model).getOrNull();
    Option<Prediction> predicted =
        model == null ? Option.none() : trainer.predict(model, Upcoming.ahead(1)).toOption();
    FleetForecast forecast =
        predicted
            .orElse(() -> fromFewRuns(series, training))
            .map(prediction -> FleetForecast.of(series, prediction, options.level()))
            .getOrNull();
    return new FleetResult(forecast, model == null ? null : row(model, options));
  }

  /** A target that no run has measured may be one that the plugin never measures. */
  private Option<Prediction> fromFewRuns(FleetSeries series, TrainingOptions training) {
    return series.series().size() == 0
        ? Option.none()
        : trainer.predictFromFewRuns(series.series(), Kindred.none(), training);
  }

  private static FleetModel row(TrainedModel model, FleetOptions options) {
    ModelProvenance made = model.provenance();
    return FleetModel.of(
        new TrainedModel(
            model.key(),
            new ModelProvenance(
                made.family(),
                made.form(),
                made.scale(),
                made.observations(),
                made.lastObservation(),
                made.fingerprint(),
                options.asOf()),
            model.document()));
  }
}
