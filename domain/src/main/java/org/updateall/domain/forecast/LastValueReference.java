package org.updateall.domain.forecast;

import static java.util.stream.IntStream.range;

import java.util.Arrays;
import java.util.List;

/**
 * "Same as last time", give or take what this was wrong by before: the forecast that others are
 * measured against.
 */
public final class LastValueReference {

  /** How many of the last errors the interval rests on. */
  private static final int MOST_ERRORS = 100;

  private final List<Observation> observations;

  public LastValueReference(ObservedSeries series) {
    this.observations = series.observations();
  }

  /** How far a value is from its predecessor. */
  double error(int index) {
    return Math.abs(value(index) - value(index - 1));
  }

  /** The mean of {@link #error} over the first so many values, at least two. */
  double meanError(int count) {
    return range(1, count).mapToDouble(this::error).average().orElseThrow();
  }

  /**
   * The last value before that origin, give or take the finite-sample quantile of the last absolute
   * errors; not below 0.
   *
   * @param origin at least 2, so that there is an error
   */
  public PredictionInterval interval(int origin, double level) {
    double last = value(origin - 1);
    double reach = reach(origin, level);
    return new PredictionInterval(
        Math.max(0, last - reach), Math.min(Double.MAX_VALUE, last + reach), level);
  }

  private double reach(int origin, double level) {
    double[] errors =
        range(Math.max(1, origin - MOST_ERRORS), origin).mapToDouble(this::error).toArray();
    Arrays.sort(errors);
    int rank = Math.min(errors.length, (int) Math.ceil((errors.length + 1) * level));
    return errors[rank - 1];
  }

  private double value(int index) {
    return observations.get(index).value();
  }
}
