package org.updateall.application.forecasting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.updateall.application.SeriesWork;
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
 * @param levels nominal levels of the intervals; scores are of the first where no other is named
 * @param threads how many series are worked on at a time
 */
public record BacktestRequest(
    List<ObservedSeries> series,
    ForecastOptions options,
    Origins origins,
    List<Double> levels,
    int threads) {

  /**
   * @throws IllegalArgumentException if there is no level, or one is not above 0 and at most {@link
   *     PredictiveDistribution#maxLevel()}, or there is no thread
   */
  public BacktestRequest {
    series = List.copyOf(series);
    requireNonNull(options, "options");
    requireNonNull(origins, "origins");
    levels = List.copyOf(levels);
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("there is no level");
    }
    levels.forEach(PredictiveDistribution::requireKnownLevel);
    SeriesWork.requireThreads(threads);
  }

  /** With intervals of one level. */
  public BacktestRequest(
      List<ObservedSeries> series,
      ForecastOptions options,
      Origins origins,
      double level,
      int threads) {
    this(series, options, origins, List.of(level), threads);
  }

  /** The first level. */
  public double level() {
    return levels.get(0);
  }
}
