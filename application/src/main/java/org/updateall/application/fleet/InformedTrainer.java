package org.updateall.application.fleet;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Explanation;
import org.updateall.domain.forecast.Kindred;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.ModelUnreadable;
import org.updateall.domain.forecast.PastLevel;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingRefused;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.forecast.Upcoming;

/** A trainer that puts into its options what the fleet says of each series. */
final class InformedTrainer implements ModelTrainer {

  private final ModelTrainer trainer;
  private final FleetPriors priors;

  InformedTrainer(ModelTrainer trainer, FleetPriors priors) {
    this.trainer = trainer;
    this.priors = priors;
  }

  @Override
  public Either<TrainingRefused, Training> train(
      TrainingSeries series, TrainingOptions options, double level) {
    return trainer.train(series, priors.inform(series, options), level);
  }

  @Override
  public String fingerprint(TrainingSeries series, TrainingOptions options) {
    return trainer.fingerprint(series, priors.inform(series, options));
  }

  @Override
  public Either<TrainingRefused, Training> update(
      TrainedModel kept, TrainingSeries series, TrainingOptions options, double level) {
    return trainer.update(kept, series, priors.inform(series, options), level);
  }

  @Override
  public Option<Prediction> predictFromFewRuns(
      TrainingSeries series, Kindred kindred, TrainingOptions options) {
    return trainer.predictFromFewRuns(series, kindred, priors.inform(series, options));
  }

  @Override
  public Either<ModelUnreadable, Prediction> predict(TrainedModel model, Upcoming next) {
    return trainer.predict(model, next);
  }

  @Override
  public Either<ModelUnreadable, Explanation> explain(TrainedModel model, Upcoming next) {
    return trainer.explain(model, next);
  }

  @Override
  public Either<ModelUnreadable, List<PastLevel>> pastLevels(TrainedModel model) {
    return trainer.pastLevels(model);
  }

  @Override
  public List<String> families() {
    return trainer.families();
  }

  @Override
  public Option<Prediction> assume(SeriesKey key, Covariates known) {
    return trainer.assume(key, known);
  }
}
