package org.updateall.domain.forecast;

import static java.util.stream.IntStream.range;
import static java.util.stream.IntStream.rangeClosed;

import java.util.List;

/**
 * A forecaster for tests: the last value again, give or take the largest difference of neighbours
 * so far.
 */
public final class LastValueForecaster implements SeriesForecaster {

  /** The model that has no other name. */
  public static final String LAST_VALUE = "last-value";

  @Override
  public List<String> models() {
    return List.of(ForecastOptions.POOL, ForecastOptions.AUTO_BY_SIZE, LAST_VALUE);
  }

  @Override
  public List<OneStepForecast> backtest(
      ObservedSeries series, ForecastOptions options, Origins origins, List<Double> levels) {
    requireKnown(options, levels);
    int size = series.size();
    return range(size - origins.count(size), size)
        .mapToObj(
            origin ->
                new OneStepForecast(
                    origin,
                    series.observations().get(origin),
                    point(series, origin),
                    levels.stream().map(level -> interval(series, origin, level)).toList()))
        .toList();
  }

  @Override
  public List<StepForecast> forecast(
      ObservedSeries series, ForecastOptions options, List<Covariates> next, double level) {
    requireKnown(options, List.of(level));
    int size = series.size();
    return rangeClosed(1, next.size())
        .mapToObj(
            step ->
                new StepForecast(
                    step,
                    point(series, size),
                    interval(series, size, level),
                    interval(series, size, level)))
        .toList();
  }

  private void requireKnown(ForecastOptions options, List<Double> levels) {
    if (!models().contains(options.model())) {
      throw new IllegalArgumentException("no model has the name " + options.model());
    }
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("there is no level");
    }
    levels.forEach(PredictiveDistribution::requireKnownLevel);
  }

  private static double point(ObservedSeries series, int origin) {
    return origin == 0 ? 0 : series.observations().get(origin - 1).value();
  }

  private static PredictionInterval interval(ObservedSeries series, int origin, double level) {
    double point = point(series, origin);
    double reach =
        range(1, origin)
            .mapToDouble(k -> Math.abs(point(series, k + 1) - point(series, k)))
            .max()
            .orElse(0);
    return new PredictionInterval(
        Math.max(0, point - reach), Math.min(Double.MAX_VALUE, point + reach), level);
  }
}
