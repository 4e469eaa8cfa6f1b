package org.updateall.modeling;

import java.util.ArrayList;
import java.util.Arrays;
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
        double[][] steps =
            quantiles(
                forecaster, converted.first(index), List.of(converted.occasion(index)), level);
        Observation actual = series.observations().get(index);
        forecasts.add(new OneStepForecast(index, actual, steps[0][1], interval(steps[0], level)));
      }
      forecaster.observe(converted, index);
    }
    return forecasts;
  }

  @Override
  public List<StepForecast> forecast(
      ObservedSeries series, ForecastOptions options, List<Covariates> next, double level) {
    PrequentialForecaster forecaster = forecaster(options, level);
    SeriesConversion conversion = conversion(options);
    TimeSeries converted = conversion.series(series.observations(), season(options));
    forecaster.learn(converted);
    if (options.refit() == Refit.EVERY_ORIGIN) {
      forecaster.demandFit();
    }
    forecaster.prepare(converted);
    double[][] steps =
        quantiles(forecaster, converted, occasions(conversion, converted, next), level);
    List<StepForecast> forecasts = new ArrayList<>();
    for (int step = 0; step < steps.length; step++) {
      forecasts.add(new StepForecast(step + 1, steps[step][1], interval(steps[step], level)));
    }
    return forecasts;
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

  /** By step: lower bound, median, upper bound. */
  private static double[][] quantiles(
      PrequentialForecaster forecaster, TimeSeries soFar, List<Occasion> future, double level) {
    double[] levels = {(1 - level) / 2, 0.5, (1 + level) / 2};
    double[] few = soFar.withoutGaps();
    if (few.length == 0 || few.length >= FEW) {
      return forecaster.quantiles(future, levels);
    }
    PredictiveDistribution assumed = FewRuns.alone(few);
    PredictionInterval interval = assumed.interval(level);
    double[][] steps = new double[future.size()][];
    Arrays.fill(steps, new double[] {interval.lower(), assumed.median(), interval.upper()});
    return steps;
  }

  private static PredictionInterval interval(double[] quantiles, double level) {
    return new PredictionInterval(quantiles[0], quantiles[2], level);
  }

  private PrequentialForecaster forecaster(ForecastOptions options, double level) {
    PredictiveDistribution.requireKnownLevel(level);
    if (!models().contains(options.model())) {
      throw new IllegalArgumentException(
          "there is no model %s, only %s".formatted(options.model(), models()));
    }
    return PrequentialForecaster.of(
        new Recipe(
            options.model(), power(options.scale()), options.covariates().size(), season(options)));
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
