package org.updateall.modeling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.ForecastOptions.Refit;
import org.updateall.domain.forecast.ForecastOptions.ScaleChoice;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.OneStepForecast;
import org.updateall.domain.forecast.Origins;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.SeriesForecaster;
import org.updateall.domain.forecast.StepForecast;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.forecast.Recipe;
import org.updateall.modeling.interval.IntervalKind;
import org.updateall.modeling.interval.PathErrors;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.preparation.SeriesConversion;
import org.updateall.modeling.scale.Power;

/** Forecasts any series value after value, by the pool or by one family. */
final class UnivariateSeriesForecaster implements SeriesForecaster {

  /** With fewer values an assumption about their spread is better than their errors. */
  private static final int FEW = 5;

  @Override
  public List<String> models() {
    return Recipe.models();
  }

  @Override
  public List<OneStepForecast> backtest(
      ObservedSeries series, ForecastOptions options, Origins origins, double level) {
    PrequentialForecaster forecaster = forecaster(options, level);
    TimeSeries converted = conversion(options).series(series.observations(), season(options));
    int first = converted.size() - origins.count(converted.size());
    List<OneStepForecast> forecasts = new ArrayList<>();
    for (int index = 0; index < converted.size(); index++) {
      if (index >= first && options.refit() == Refit.EVERY_ORIGIN) {
        forecaster.demandFit();
      }
      forecaster.prepare(converted);
      if (index >= first) {
        PredictiveDistribution said =
            distributions(forecaster, converted.first(index), List.of(converted.occasion(index)))
                .get(0);
        Observation actual = series.observations().get(index);
        forecasts.add(new OneStepForecast(index, actual, said.median(), said.interval(level)));
      }
      forecaster.observe(converted, index);
    }
    return forecasts;
  }

  @Override
  public List<StepForecast> forecast(
      ObservedSeries series, ForecastOptions asked, List<Covariates> next, double level) {
    ForecastOptions options = withWhatIsKnown(asked, next);
    PrequentialForecaster forecaster = forecaster(options, level);
    SeriesConversion conversion = conversion(options);
    TimeSeries converted = conversion.series(series.observations(), season(options));
    forecaster.learn(converted);
    if (options.refit() == Refit.EVERY_ORIGIN) {
      forecaster.demandFit();
    }
    forecaster.prepare(converted);
    List<PredictiveDistribution> steps =
        distributions(forecaster, converted, occasions(conversion, converted, next));
    double factor = pathFactor(forecaster, steps, level);
    List<StepForecast> forecasts = new ArrayList<>();
    for (PredictiveDistribution said : steps) {
      forecasts.add(
          new StepForecast(
              forecasts.size() + 1,
              said.median(),
              said.interval(level),
              band(said, factor, level)));
    }
    return forecasts;
  }

  /** Errors that were made with covariates would promise too much where none is known. */
  private static ForecastOptions withWhatIsKnown(ForecastOptions options, List<Covariates> next) {
    boolean known =
        next.stream().anyMatch(each -> !each.only(options.covariates()).values().isEmpty());
    return known ? options : options.withCovariates(List.of());
  }

  private static double pathFactor(
      PrequentialForecaster forecaster, List<PredictiveDistribution> steps, double level) {
    double[][] quantiles =
        steps.stream().map(PredictiveDistribution::quantiles).toArray(double[][]::new);
    return forecaster.pathFactor(quantiles, level);
  }

  /** A single step is a path, too: its band is its interval at least. */
  private static PredictionInterval band(PredictiveDistribution said, double factor, double level) {
    PredictionInterval measured = said.interval(PathErrors.LEVEL);
    PredictionInterval alone = said.interval(level);
    double lower = said.median() - factor * (said.median() - measured.lower());
    double upper = said.median() + factor * (measured.upper() - said.median());
    return new PredictionInterval(
        Math.max(0, Math.min(alone.lower(), lower)),
        Math.min(Double.MAX_VALUE, Math.max(alone.upper(), upper)),
        level);
  }

  private static List<Occasion> occasions(
      SeriesConversion conversion, TimeSeries series, List<Covariates> next) {
    List<Occasion> expected = series.expected(next.size());
    List<Occasion> occasions = new ArrayList<>();
    for (int step = 0; step < next.size(); step++) {
      occasions.add(conversion.occasion(expected.get(step).time(), next.get(step)));
    }
    return occasions;
  }

  private static List<PredictiveDistribution> distributions(
      PrequentialForecaster forecaster, TimeSeries soFar, List<Occasion> future) {
    double[] few = soFar.withoutGaps();
    if (few.length == 0 || few.length >= FEW) {
      return Arrays.stream(forecaster.quantiles(future)).map(PredictiveDistribution::of).toList();
    }
    return Collections.nCopies(future.size(), FewRuns.alone(few));
  }

  private PrequentialForecaster forecaster(ForecastOptions options, double level) {
    PredictiveDistribution.requireKnownLevel(level);
    if (!models().contains(options.model())) {
      throw new IllegalArgumentException(
          "there is no model %s, only %s".formatted(options.model(), models()));
    }
    return PrequentialForecaster.of(
        new Recipe(
            options.model(),
            power(options.scale()),
            options.covariates().size(),
            season(options),
            IntervalKind.POOL));
  }

  private static SeriesConversion conversion(ForecastOptions options) {
    return new SeriesConversion(options.covariates(), options.zone());
  }

  private static int season(ForecastOptions options) {
    Integer season = options.season();
    return season == null ? 1 : season;
  }

  private static @Nullable Power power(ScaleChoice scale) {
    return switch (scale) {
      case AUTO -> null;
      case RAW -> Power.IDENTITY;
      case SQUARE_ROOT -> Power.SQUARE_ROOT;
      case LOGARITHM -> Power.LOGARITHM;
    };
  }
}
