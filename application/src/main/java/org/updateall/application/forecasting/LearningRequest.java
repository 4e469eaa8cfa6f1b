package org.updateall.application.forecasting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.updateall.application.SeriesWork;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.SourcedSeries;

/**
 * From which forecasts to learn what errors are like.
 *
 * @param series of which series
 * @param options how they are made
 * @param threads how many series are worked on at a time
 */
public record LearningRequest(List<SourcedSeries> series, ForecastOptions options, int threads) {

  /**
   * @throws IllegalArgumentException if there is no thread
   */
  public LearningRequest {
    series = List.copyOf(series);
    requireNonNull(options, "options");
    SeriesWork.requireThreads(threads);
  }
}
