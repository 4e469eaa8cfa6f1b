package org.updateall.modeling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.ForecastOptions.Refit;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.OneStepForecast;
import org.updateall.domain.forecast.Origins;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.SeriesForecaster;
import org.updateall.domain.forecast.StepForecast;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.horizon.HorizonForecaster;
import org.updateall.modeling.horizon.PathForecast;
import org.updateall.modeling.interval.IntervalKind;
import org.updateall.modeling.interval.PathErrors;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.preparation.SeriesConversion;

/** Forecasts any series value after value, by the pool or by one family. */
final class UnivariateSeriesForecaster implements SeriesForecaster {

  /** With fewer values an assumption about their spread says how far intervals may reach. */
  private static final int FEW = 5;

  @Override
  public List<String> models() {
    return SeriesSetting.models();
  }

  @Override
  public List<OneStepForecast> backtest(
      ObservedSeries series, ForecastOptions options, Origins origins, List<Double> levels) {
    requireKnown(levels);
    SeriesSetting setting = new SeriesSetting(options);
    PrequentialForecaster forecaster = setting.forecaster();
    TimeSeries converted = setting.series(series);
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
        forecasts.add(new OneStepForecast(index, actual, said.median(), intervals(said, levels)));
      }
      forecaster.observe(converted, index);
    }
    return forecasts;
  }

  @Override
  public List<StepForecast> forecast(
      ObservedSeries series, ForecastOptions asked, List<Covariates> next, double level) {
    requireKnown(List.of(level));
    SeriesSetting setting = new SeriesSetting(withWhatIsKnown(asked, next));
    PrequentialForecaster forecaster = setting.forecaster();
    TimeSeries converted = setting.series(series);
    if (isPath(setting, converted, next)) {
      return path(setting, converted, next, level);
    }
    forecaster.learn(converted);
    if (asked.refit() == Refit.EVERY_ORIGIN) {
      forecaster.demandFit();
    }
    forecaster.prepare(converted);
    List<PredictiveDistribution> steps =
        distributions(forecaster, converted, occasions(setting.conversion(), converted, next));
    return steps(steps, pathFactor(forecaster, steps, level), level);
  }

  private static List<StepForecast> steps(
      List<PredictiveDistribution> steps, double factor, double level) {
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

  /** Covariates are known to the pool alone. */
  private static boolean isPath(SeriesSetting setting, TimeSeries series, List<Covariates> next) {
    return next.size() > 1
        && setting.isPoolAlone()
        && series.observed() >= HorizonForecaster.MIN_OBSERVATIONS;
  }

  private static List<StepForecast> path(
      SeriesSetting setting, TimeSeries series, List<Covariates> next, double level) {
    List<Occasion> future = occasions(setting.conversion(), series, next);
    PathForecast path = new HorizonForecaster(setting.forecaster()).forecast(series, future);
    return steps(
        Arrays.stream(path.quantiles()).map(PredictiveDistribution::of).toList(),
        path.factor(level),
        level);
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

  private static void requireKnown(List<Double> levels) {
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("there is no level");
    }
    levels.forEach(PredictiveDistribution::requireKnownLevel);
  }

  private static List<PredictionInterval> intervals(
      PredictiveDistribution said, List<Double> levels) {
    return levels.stream().map(said::interval).toList();
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
    boolean isFew = few.length > 0 && few.length < FEW;
    if (isFew && forecaster.recipe().intervals() != IntervalKind.POOL) {
      return Collections.nCopies(future.size(), FewRuns.alone(few));
    }
    double most = isFew ? most(few) : Double.MAX_VALUE;
    return Arrays.stream(forecaster.quantiles(future))
        .map(quantiles -> Arrays.stream(quantiles).map(each -> Math.min(each, most)).toArray())
        .map(PredictiveDistribution::of)
        .toList();
  }

  /** What the next value after so few is hardly ever believed to exceed. */
  private static double most(double[] few) {
    return FewRuns.alone(few).interval(PredictiveDistribution.maxLevel()).upper();
  }
}
