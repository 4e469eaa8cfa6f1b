package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The forecast of one value of a series from what came before it.
 *
 * @param originIndex the place of the value, which is how many values were known
 * @param actual the value with its time
 * @param point the forecast
 * @param intervals in which it was expected, in the order in which their levels were asked for
 */
public record OneStepForecast(
    int originIndex, Observation actual, double point, List<PredictionInterval> intervals) {

  /**
   * @throws IllegalArgumentException if the index is negative, or the point is negative or not
   *     finite, or there is no interval
   */
  public OneStepForecast {
    requireNonNull(actual, "actual");
    intervals = List.copyOf(intervals);
    if (intervals.isEmpty()) {
      throw new IllegalArgumentException("there is no interval");
    }
    if (originIndex < 0) {
      throw new IllegalArgumentException("the index is negative: " + originIndex);
    }
    PredictionInterval.requirePoint(point);
  }

  /** With one interval. */
  public OneStepForecast(
      int originIndex, Observation actual, double point, PredictionInterval interval) {
    this(originIndex, actual, point, List.of(interval));
  }

  /** The interval of the level that was asked for first. */
  public PredictionInterval interval() {
    return intervals.get(0);
  }

  /** The same forecast with the interval at that place alone. */
  public OneStepForecast withInterval(int place) {
    return new OneStepForecast(originIndex, actual, point, intervals.get(place));
  }

  /** How far the point is from the value that came. */
  public double absoluteError() {
    return Math.abs(actual.value() - point);
  }

  /** Whether the value that came lies inside the first interval. */
  public boolean isInside() {
    return interval().contains(actual.value());
  }
}
