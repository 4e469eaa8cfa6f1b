package org.updateall.application.forecasting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.Origins;
import org.updateall.domain.forecast.PredictiveDistribution;

/**
 * Which forecasts of the past to make.
 *
 * @param series of which series
 * @param options how
 * @param origins of which of their values
 * @param level nominal level of the intervals
 * @param threads how many series are worked on at a time
 */
public record BacktestRequest(
    List<ObservedSeries> series,
    ForecastOptions options,
    Origins origins,
    double level,
    int threads) {

  /**
   * @throws IllegalArgumentException if the level is not above 0 and at most {@link
   *     PredictiveDistribution#maxLevel()}, or there is no thread
   */
  public BacktestRequest {
    series = List.copyOf(series);
    requireNonNull(options, "options");
    requireNonNull(origins, "origins");
    PredictiveDistribution.requireKnownLevel(level);
    SeriesWork.requireThreads(threads);
  }
}
