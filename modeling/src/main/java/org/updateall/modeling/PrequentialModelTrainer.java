package org.updateall.modeling;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Backtest;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Explanation;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.Kindred;
import org.updateall.domain.forecast.ModelProvenance;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.ModelUnreadable;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.PastLevel;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingRefused;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.forecast.Upcoming;
import org.updateall.domain.history.NameBasedId;
import org.updateall.modeling.evaluation.BacktestSums;
import org.updateall.modeling.forecast.Families;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.forecast.Recipe;
import org.updateall.modeling.interval.EarlyErrors;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.preparation.PreparedSeries;
import org.updateall.modeling.preparation.SeriesConversion;
import org.updateall.modeling.preparation.SeriesPreparation;
import org.updateall.modeling.scale.Power;

/** Tells a forecaster every run before the next, and keeps what it has become. */
final class PrequentialModelTrainer implements ModelTrainer {

  /**
   * The pool's members include some for any number of runs; this many make its weights sensible.
   */
  private static final int MIN_FOR_POOL = 5;

  private final Clock clock;
  private final OpenedModels opened = new OpenedModels();
  private final OpenedPriors priors = new OpenedPriors();

  PrequentialModelTrainer(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<String> families() {
    return Recipe.models();
  }

  @Override
  public Either<TrainingRefused, Training> train(
      TrainingSeries series, TrainingOptions options, double level) {
    return prepared(series, options)
        .map(
            prepared -> {
              Recipe recipe = recipe(series, options);
              return trained(
                  series, options, prepared, Learning.begin(recipe, level, early(series, options)));
            });
  }

  @Override
  public Either<TrainingRefused, Training> update(
      TrainedModel kept, TrainingSeries series, TrainingOptions options, double level) {
    Learning fresh = Learning.begin(recipe(series, options), level, early(series, options));
    return prepared(series, options)
        .map(
            prepared ->
                continued(kept, conversion(series, options), prepared, fresh)
                    .flatMap(learning -> goneOn(series, options, prepared, learning))
                    .getOrElse(() -> trained(series, options, prepared, fresh)));
  }

  private @Nullable EarlyErrors early(TrainingSeries series, TrainingOptions options) {
    return priors.of(series, options).map(PriorDocument::errors).getOrNull();
  }

  /** None if it shows on the way that the kept model was damaged. */
  private Option<Training> goneOn(
      TrainingSeries series, TrainingOptions options, PreparedSeries prepared, Learning learning) {
    try {
      return Option.some(trained(series, options, prepared, learning));
    } catch (IllegalArgumentException damaged) {
      return Option.none();
    }
  }

  /**
   * What the kept model has become, if the series goes on from what it learned.
   *
   * @param fresh what would begin with the first value
   */
  private static Option<Learning> continued(
      TrainedModel kept, SeriesConversion conversion, PreparedSeries prepared, Learning fresh) {
    return ModelDocument.read(kept.document())
        .toOption()
        .filter(document -> document.state().recipe().equals(fresh.forecaster().recipe()))
        .filter(document -> document.backtest().level() == fresh.backtest().level())
        .filter(document -> Objects.equals(document.early(), fresh.early()))
        .filter(document -> document.conversion().equals(conversion))
        .filter(document -> goesOnFrom(document, kept.key(), prepared.observations()))
        .flatMap(PrequentialModelTrainer::resumed);
  }

  private static boolean goesOnFrom(
      ModelDocument document, SeriesKey key, List<Observation> observations) {
    int told = document.state().told();
    return told <= observations.size()
        && document.learned().equals(fingerprint(key, observations.subList(0, told)));
  }

  private static Option<Learning> resumed(ModelDocument document) {
    try {
      return Option.some(Learning.resume(document));
    } catch (IllegalArgumentException damaged) {
      return Option.none();
    }
  }

  private static String fingerprint(SeriesKey key, List<Observation> observations) {
    return new TrainingSeries(key, observations, 0).fingerprint();
  }

  private Training trained(
      TrainingSeries series, TrainingOptions options, PreparedSeries prepared, Learning learning) {
    SeriesConversion conversion = conversion(series, options);
    TimeSeries converted = conversion.series(prepared.observations(), 1);
    learning.learn(converted);
    String document =
        ModelDocument.write(
            fingerprint(series.key(), prepared.observations()),
            prepared.observed(),
            conversion,
            learning);
    return new Training(
        new TrainedModel(
            series.key(),
            provenance(learning.forecaster(), prepared, fingerprint(series, options)),
            document),
        prepared.quality(),
        backtest(learning.backtest(), converted));
  }

  private static SeriesConversion conversion(TrainingSeries series, TrainingOptions options) {
    return new SeriesConversion(series.covariates(), options.zone());
  }

  private Either<TrainingRefused, PreparedSeries> prepared(
      TrainingSeries series, TrainingOptions options) {
    String model = model(options);
    if (!families().contains(model)) {
      return Either.left(
          new TrainingRefused(
              series.key(),
              "there is no model family %s, only %s".formatted(model, families()),
              new SeriesPreparation(options, 1).prepare(series).quality()));
    }
    int minimum = Math.max(minimum(model), options.minObservations());
    PreparedSeries prepared = new SeriesPreparation(options, minimum).prepare(series);
    if (prepared.quality().isSufficient()) {
      return Either.right(prepared);
    }
    String reason = String.join("; ", prepared.quality().issues());
    return Either.left(new TrainingRefused(series.key(), reason, prepared.quality()));
  }

  private static String model(TrainingOptions options) {
    return Option.of(options.family()).getOrElse(ForecastOptions.POOL);
  }

  private static int minimum(String model) {
    return Families.named(model).map(family -> family.minObservations()).getOrElse(MIN_FOR_POOL);
  }

  private static Recipe recipe(TrainingSeries series, TrainingOptions options) {
    return new Recipe(
        model(options),
        options.logarithm() ? Power.LOGARITHM : null,
        series.covariates().size(),
        1,
        IntervalKinds.of(options.intervals()));
  }

  @Override
  public String fingerprint(TrainingSeries series, TrainingOptions options) {
    String prior = options.priorFor(series).map(PooledPrior::document).getOrElse("");
    return NameBasedId.of(
            "model",
            Integer.toString(ModelDocument.FORMAT),
            options.signature() + prior,
            series.fingerprint())
        .toString();
  }

  @Override
  public Either<ModelUnreadable, Prediction> predict(TrainedModel model, Upcoming next) {
    return opened.open(model).flatMap(each -> each.predict(next));
  }

  @Override
  public Either<ModelUnreadable, Explanation> explain(TrainedModel model, Upcoming next) {
    return opened.open(model).flatMap(each -> each.explain(next));
  }

  @Override
  public Either<ModelUnreadable, List<PastLevel>> pastLevels(TrainedModel model) {
    Option<ModelDocument> known = opened.known(model).map(OpenedModel::document);
    return (known.isDefined()
            ? Either.<ModelUnreadable, ModelDocument>right(known.get())
            : ModelDocument.read(model.document()))
        .map(ModelDocument::pastLevels);
  }

  @Override
  public Option<Prediction> predictFromFewRuns(
      TrainingSeries series, Kindred kindred, TrainingOptions options) {
    return FewRuns.predict(
        series, kindred, options, priors.of(series, options).map(PriorDocument::first));
  }

  @Override
  public Option<Prediction> assume(SeriesKey key, Covariates known) {
    return Assumptions.of(key, known);
  }

  private ModelProvenance provenance(
      PrequentialForecaster forecaster, PreparedSeries prepared, String fingerprint) {
    List<Observation> observations = prepared.observations();
    return new ModelProvenance(
        forecaster.recipe().model(),
        forecaster.form(),
        scaleName(forecaster.power()),
        prepared.observed(),
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

  private static Backtest backtest(BacktestSums sums, TimeSeries series) {
    return new Backtest(
        sums.level(),
        sums.origins(),
        sums.below(),
        sums.above(),
        sums.mean(sums.absoluteErrors()),
        Math.sqrt(sums.mean(sums.squaredErrors())),
        sums.relativeErrors() / sums.relative(),
        sums.mean(sums.absoluteErrors()) / meanStep(series),
        sums.mean(sums.lastValueErrors()),
        sums.mean(sums.meanOfThreeErrors()),
        sums.mean(sums.widths()),
        sums.intervalScore());
  }

  private static double meanStep(TimeSeries series) {
    double[] observed = series.withoutGaps();
    double sum = 0;
    for (int i = 1; i < observed.length; i++) {
      sum += Math.abs(observed[i] - observed[i - 1]);
    }
    return sum > 0 ? sum / (observed.length - 1) : Double.NaN;
  }
}
