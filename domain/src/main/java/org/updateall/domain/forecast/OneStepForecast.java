package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

/**
 * The forecast of one value of a series from what came before it.
 *
 * @param originIndex the place of the value, which is how many values were known
 * @param actual the value with its time
 * @param point the forecast
 * @param interval in which it was expected
 */
public record OneStepForecast(
    int originIndex, Observation actual, double point, PredictionInterval interval) {

  /**
   * @throws IllegalArgumentException if the index is negative, or the point is negative or not
   *     finite
   */
  public OneStepForecast {
    requireNonNull(actual, "actual");
    requireNonNull(interval, "interval");
    if (originIndex < 0) {
      throw new IllegalArgumentException("the index is negative: " + originIndex);
    }
    PredictionInterval.requirePoint(point);
  }

  /** How far the point is from the value that came. */
  public double absoluteError() {
    return Math.abs(actual.value() - point);
  }

  /** Whether the value that came lies inside the interval. */
  public boolean isInside() {
    return interval.contains(actual.value());
  }
}
