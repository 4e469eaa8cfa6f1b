package org.updateall.domain.forecast;

import java.util.List;

/**
 * Port: forecasts any series, also one that is no plugin's. Deterministic, and safe for use by
 * several threads. It never refuses: a series too short for a model is forecast from what there is,
 * and where there is nothing at all, by 0 without an interval's width.
 */
public interface SeriesForecaster {

  /** The names that {@link ForecastOptions#model()} may take. */
  List<String> models();

  /**
   * Forecasts the last values of the series, each from what came before it: its own time and
   * covariates, and the values, times and covariates of its predecessors. What comes later changes
   * nothing.
   *
   * @param levels of the intervals, each above 0 and at most {@link
   *     PredictiveDistribution#maxLevel()}
   * @return one forecast for each origin, in their order, with an interval for each level
   * @throws IllegalArgumentException if the model, a level or the reference is not known, or there
   *     is no level
   */
  List<OneStepForecast> backtest(
      ObservedSeries series, ForecastOptions options, Origins origins, List<Double> levels);

  /** The same with intervals of one level. */
  default List<OneStepForecast> backtest(
      ObservedSeries series, ForecastOptions options, Origins origins, double level) {
    return backtest(series, options, origins, List.of(level));
  }

  /**
   * Forecasts the values to come. The bands of all steps together are to hold the whole path with
   * the probability of the level.
   *
   * @param next what is known of them, in their order; as many are forecast
   * @param level of the intervals, above 0 and at most {@link PredictiveDistribution#maxLevel()}
   * @throws IllegalArgumentException if the model, the level or the reference is not known
   */
  List<StepForecast> forecast(
      ObservedSeries series, ForecastOptions options, List<Covariates> next, double level);
}
