package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

/**
 * The forecast of a value that is still to come.
 *
 * @param step 1 for the next value
 * @param point the forecast
 * @param interval in which it is expected
 * @param band its part of the band in which this step and all before it are expected together
 */
public record StepForecast(
    int step, double point, PredictionInterval interval, PredictionInterval band) {

  /**
   * @throws IllegalArgumentException if the step is below 1, or the point is negative or not finite
   */
  public StepForecast {
    requireNonNull(interval, "interval");
    requireNonNull(band, "band");
    if (step < 1) {
      throw new IllegalArgumentException("the step is below 1: " + step);
    }
    PredictionInterval.requirePoint(point);
  }
}
