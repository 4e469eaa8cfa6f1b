package org.updateall.domain.forecast;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;

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
   * Goes on from a kept model where the series continues what it learned, and comes to the same as
   * {@link #train}, but sooner; where the series is another, or the model was made with other
   * options, it is trained anew.
   *
   * @param level nominal level of the check on the past, between 0 and 1
   * @return the refusal, if the series is too short or unfit for the model asked for
   */
  Either<TrainingRefused, Training> update(
      TrainedModel kept, TrainingSeries series, TrainingOptions options, double level);

  /** Predicts a run to come. */
  Either<ModelUnreadable, Prediction> predict(TrainedModel model, Upcoming next);

  /** Predicts a run to come, and says why that is predicted. */
  Either<ModelUnreadable, Explanation> explain(TrainedModel model, Upcoming next);

  /**
   * Where the newest runs that the model was told lay in what it had predicted for them, oldest
   * first. A run that was cut off is left out, and so are the first ones, before which there was
   * nothing to predict from.
   */
  Either<ModelUnreadable, List<PastLevel>> pastLevels(TrainedModel model);

  /** The names that {@link TrainingOptions#family()} may take. */
  List<String> families();

  /**
   * Predicts from runs too few for a model, on a stated assumption about their spread. The options
   * leave out the same runs as in training, and only what remains is counted; none if nothing
   * remains.
   */
  Option<Prediction> predictFromFewRuns(TrainingSeries series, TrainingOptions options);
}
