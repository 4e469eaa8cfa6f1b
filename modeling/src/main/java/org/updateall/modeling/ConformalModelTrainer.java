package org.updateall.modeling;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.updateall.domain.forecast.Backtest;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.ModelProvenance;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.ModelUnreadable;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingRefused;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.NameBasedId;
import org.updateall.modeling.evaluation.BacktestFigures;
import org.updateall.modeling.forecast.EvaluatedForecaster;
import org.updateall.modeling.forecast.FittedForecaster;
import org.updateall.modeling.forecast.ForecasterOptions;
import org.updateall.modeling.forecast.UnivariateForecaster;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.ets.ExponentialSmoothing;
import org.updateall.modeling.preparation.PreparedSeries;
import org.updateall.modeling.preparation.SeriesPreparation;
import org.updateall.modeling.scale.Power;

/** Trains a model family on the scale that the data choose, with split conformal intervals. */
final class ConformalModelTrainer implements ModelTrainer {

  private final Clock clock;
  private final List<ModelFamily> families;

  ConformalModelTrainer(Clock clock) {
    this(clock, List.of(new ExponentialSmoothing()));
  }

  /**
   * @param families in order of preference
   */
  ConformalModelTrainer(Clock clock, List<ModelFamily> families) {
    this.clock = clock;
    this.families = List.copyOf(families);
  }

  @Override
  public Either<TrainingRefused, Training> train(
      TrainingSeries series, TrainingOptions options, double level) {
    return family(options)
        .toEither(() -> unknownFamily(series, options))
        .flatMap(family -> train(family, series, options, level));
  }

  private Either<TrainingRefused, Training> train(
      ModelFamily family, TrainingSeries series, TrainingOptions options, double level) {
    int minimum = family.minObservations();
    PreparedSeries prepared = new SeriesPreparation(options, minimum).prepare(series);
    if (!prepared.quality().isSufficient()) {
      String reason = String.join("; ", prepared.quality().issues());
      return Either.left(new TrainingRefused(series.key(), reason, prepared.quality()));
    }
    EvaluatedForecaster evaluated =
        new UnivariateForecaster(family, forecasterOptions(options)).evaluate(prepared.values());
    FittedForecaster fitted = evaluated.fitted();
    return Either.right(
        new Training(
            new TrainedModel(
                series.key(),
                provenance(family, fitted, prepared, fingerprint(series, options)),
                ModelDocument.write(fitted, prepared.observations().size())),
            prepared.quality(),
            backtest(evaluated, level)));
  }

  @Override
  public String fingerprint(TrainingSeries series, TrainingOptions options) {
    return NameBasedId.of(
            "model",
            Integer.toString(ModelDocument.FORMAT),
            options.signature(),
            series.fingerprint())
        .toString();
  }

  @Override
  public Either<ModelUnreadable, Prediction> predict(TrainedModel model, int horizon) {
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon is below 1: " + horizon);
    }
    return ModelDocument.read(model.document())
        .flatMap(
            document ->
                predict(model, document.forecaster(), document.runs(), horizon)
                    .toEither(() -> new ModelUnreadable("the kept model gives no figures")));
  }

  /** None without scores, or if what is finite by itself leads beyond the numbers. */
  private static Option<Prediction> predict(
      TrainedModel model, FittedForecaster forecaster, int runs, int horizon) {
    return forecaster
        .quantiles(horizon, PredictiveDistribution.levels())
        .filter(quantiles -> Arrays.stream(quantiles).allMatch(Double::isFinite))
        .map(PredictiveDistribution::of)
        .map(
            distribution ->
                new Prediction(
                    model.key(),
                    distribution.median(),
                    distribution,
                    Basis.MODEL,
                    model.provenance().family(),
                    runs,
                    forecaster.scores().size()));
  }

  @Override
  public Option<Prediction> predictFromFewRuns(TrainingSeries series, TrainingOptions options) {
    double[] values = new SeriesPreparation(options, 1).prepare(series).values();
    return Option.when(values.length > 0, () -> fromFewRuns(series.key(), values));
  }

  private static Prediction fromFewRuns(SeriesKey key, double[] values) {
    PredictiveDistribution distribution = FewRuns.predict(values);
    return new Prediction(
        key, distribution.median(), distribution, Basis.FEW_RUNS, null, values.length, 0);
  }

  private Option<ModelFamily> family(TrainingOptions options) {
    return Option.ofOptional(
        families.stream()
            .filter(each -> options.family() == null || each.name().equals(options.family()))
            .findFirst());
  }

  private TrainingRefused unknownFamily(TrainingSeries series, TrainingOptions options) {
    List<String> names = families.stream().map(ModelFamily::name).toList();
    return new TrainingRefused(
        series.key(),
        "there is no model family %s, only %s".formatted(options.family(), names),
        new SeriesPreparation(options, 1).prepare(series).quality());
  }

  private static ForecasterOptions forecasterOptions(TrainingOptions options) {
    ForecasterOptions defaults = ForecasterOptions.defaults();
    return options.logarithm() ? defaults.withPower(Power.LOGARITHM) : defaults;
  }

  private ModelProvenance provenance(
      ModelFamily family, FittedForecaster fitted, PreparedSeries prepared, String fingerprint) {
    List<Observation> observations = prepared.observations();
    return new ModelProvenance(
        family.name(),
        fitted.model().form(),
        scaleName(fitted.scale().power()),
        observations.size(),
        observations.get(observations.size() - 1).time(),
        fingerprint,
        clock.instant());
  }

  private static String scaleName(Power power) {
    return switch (power) {
      case IDENTITY -> "identity";
      case SQUARE_ROOT -> "square root";
      case LOGARITHM -> "logarithm";
    };
  }

  private static Backtest backtest(EvaluatedForecaster evaluated, double level) {
    BacktestFigures measured = evaluated.backtest(level);
    return new Backtest(
        measured.level(),
        measured.origins(),
        measured.below(),
        measured.above(),
        measured.meanAbsoluteError(),
        measured.lastValueError(),
        measured.meanOfThreeError(),
        measured.meanWidth(),
        measured.intervalScore());
  }
}
