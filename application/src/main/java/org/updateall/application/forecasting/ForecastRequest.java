package org.updateall.application.forecasting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.updateall.application.SeriesWork;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.PredictiveDistribution;

/**
 * What is to be forecast.
 *
 * @param series which series, and how far
 * @param options how
 * @param level nominal level of the intervals
 * @param threads how many series are worked on at a time
 */
public record ForecastRequest(
    List<SeriesAhead> series, ForecastOptions options, double level, int threads) {

  /**
   * @throws IllegalArgumentException if the level is not above 0 and at most {@link
   *     PredictiveDistribution#maxLevel()}, or there is no thread
   */
  public ForecastRequest {
    series = List.copyOf(series);
    requireNonNull(options, "options");
    PredictiveDistribution.requireKnownLevel(level);
    SeriesWork.requireThreads(threads);
  }
}
