package org.updateall.modeling.evaluation;

import org.updateall.modeling.numbers.Require;

/**
 * Counts and sums over forecasts of the past, each made from what was known before its value.
 *
 * @param level the nominal level of the intervals
 * @param origins how many values were forecast
 * @param below how many lay below their interval
 * @param above how many lay above it
 * @param absoluteErrors of the point forecasts; this and the sums below are in units of the series
 * @param squaredErrors their squares
 * @param relativeErrors absolute errors in proportion to values above 0
 * @param relative how many such values there were
 * @param lastValueErrors absolute errors of forecasting the last value
 * @param meanOfThreeErrors those of forecasting the mean of the last three
 * @param widths of the intervals
 * @param distances of the values outside from their intervals
 */
public record BacktestSums(
    double level,
    int origins,
    int below,
    int above,
    double absoluteErrors,
    double squaredErrors,
    double relativeErrors,
    int relative,
    double lastValueErrors,
    double meanOfThreeErrors,
    double widths,
    double distances) {

  /**
   * @throws IllegalArgumentException if the level is not between 0 and 1, a count is negative or
   *     more than there were forecasts, or a sum is negative or not a number; sums of very large
   *     values may be infinite
   */
  public BacktestSums {
    Require.that(level > 0 && level < 1, "level", level);
    Require.that(origins >= 0, "origins", origins);
    Require.that(below >= 0, "below", below);
    Require.that(above >= 0 && above <= origins - below, "above", above);
    Require.that(relative >= 0 && relative <= origins, "relative", relative);
    Require.that(absoluteErrors >= 0, "absoluteErrors", absoluteErrors);
    Require.that(squaredErrors >= 0, "squaredErrors", squaredErrors);
    Require.that(relativeErrors >= 0, "relativeErrors", relativeErrors);
    Require.that(lastValueErrors >= 0, "lastValueErrors", lastValueErrors);
    Require.that(meanOfThreeErrors >= 0, "meanOfThreeErrors", meanOfThreeErrors);
    Require.that(widths >= 0, "widths", widths);
    Require.that(distances >= 0, "distances", distances);
  }

  /** Before the first forecast. */
  public static BacktestSums none(double level) {
    return new BacktestSums(level, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /**
   * With one more forecast.
   *
   * @param value what came
   * @param bounds lower bound, point forecast and upper bound
   * @param lastValue the value before
   * @param meanOfThree the mean of the three before
   */
  public BacktestSums plus(double value, double[] bounds, double lastValue, double meanOfThree) {
    double error = Math.abs(value - bounds[1]);
    double outside = Math.max(0, bounds[0] - value) + Math.max(0, value - bounds[2]);
    return new BacktestSums(
        level,
        origins + 1,
        below + (value < bounds[0] ? 1 : 0),
        above + (value > bounds[2] ? 1 : 0),
        absoluteErrors + error,
        squaredErrors + error * error,
        relativeErrors + (value > 0 ? error / value : 0),
        relative + (value > 0 ? 1 : 0),
        lastValueErrors + Math.abs(value - lastValue),
        meanOfThreeErrors + Math.abs(value - meanOfThree),
        widths + bounds[2] - bounds[0],
        distances + outside);
  }

  /** The mean of a sum over all forecasts; 0 without any. */
  public double mean(double sum) {
    return sum / Math.max(1, origins);
  }

  /**
   * Winkler's interval score: the mean width, and 2 / (1 - level) times the mean distance of values
   * outside.
   */
  public double intervalScore() {
    return mean(widths + 2 / (1 - level) * distances);
  }
}
