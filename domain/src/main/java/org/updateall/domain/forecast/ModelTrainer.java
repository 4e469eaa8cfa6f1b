package org.updateall.domain.forecast;

import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Port: makes models from series, and predictions from models. Deterministic: the same series and
 * options give the same model. Safe for use by several threads.
 */
public interface ModelTrainer {

  /**
   * Trains on the whole series and checks itself by rolling-origin evaluation.
   *
   * @param level nominal level of that check, between 0 and 1
   * @return the refusal, if the series is too short or unfit for the model asked for
   */
  Either<TrainingRefused, Training> train(
      TrainingSeries series, TrainingOptions options, double level);

  /**
   * The fingerprint that a model trained from these would have; a kept model of another one is
   * stale.
   */
  String fingerprint(TrainingSeries series, TrainingOptions options);

  /**
   * Predicts the value that comes {@code horizon} runs after the last one learned.
   *
   * @param horizon 1 for the next run
   * @throws IllegalArgumentException if the horizon is below 1
   */
  Either<ModelUnreadable, Prediction> predict(TrainedModel model, int horizon);

  /**
   * Predicts from runs too few for a model, on a stated assumption about their spread. The options
   * leave out the same runs as in training, and only what remains is counted; none if nothing
   * remains.
   */
  Option<Prediction> predictFromFewRuns(TrainingSeries series, TrainingOptions options);
}
