package org.updateall.application.forecasting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.StepForecast;

/**
 * The forecast of what comes next in one series.
 *
 * @param series which series
 * @param steps by step
 */
public record SeriesForecast(ObservedSeries series, List<StepForecast> steps) {

  public SeriesForecast {
    requireNonNull(series, "series");
    steps = List.copyOf(steps);
  }
}
