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
   * Predicts from runs too few for a model, about which no other series says anything: on a stated
   * assumption about their spread.
   *
   * @return none if no run remains
   */
  default Option<Prediction> predictFromFewRuns(TrainingSeries series, TrainingOptions options) {
    return predictFromFewRuns(series, Kindred.none(), options);
  }

  /**
   * Predicts from runs too few for a model, or from none at all, and from what other series say of
   * level and spread. The options leave out the same runs as in training, of each series by itself,
   * and only what remains is counted. Without other series it rests on a stated assumption; without
   * runs of its own its basis is {@link Basis#PRIOR}.
   *
   * @return none if neither a run nor another series with a value above 0 remains
   */
  Option<Prediction> predictFromFewRuns(
      TrainingSeries series, Kindred kindred, TrainingOptions options);

  /**
   * What is taken for the next run where neither its own runs nor other series say anything: what
   * was announced of it, where that is the target itself; else for the elapsed time a stated
   * default; none else.
   *
   * @param known what is known of the run beforehand
   */
  Option<Prediction> assume(SeriesKey key, Covariates known);
}
