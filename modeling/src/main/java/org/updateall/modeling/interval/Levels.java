package org.updateall.modeling.interval;

import java.util.Arrays;

/** The grid of probabilities at which predictive distributions are known. */
public final class Levels {

  private static final double[] LEVELS = grid();

  /** How many levels there are. */
  public static final int COUNT = LEVELS.length;

  /** The place of the median, which has as many levels above it as below. */
  public static final int MEDIAN = COUNT / 2;

  private static final double TOLERANCE = 1e-9;

  private Levels() {}

  /** 0.005, 0.01, then 0.025 to 0.975 by steps of 0.025, 0.99, 0.995. */
  private static double[] grid() {
    double[] levels = new double[43];
    levels[0] = 0.005;
    levels[1] = 0.01;
    for (int i = 1; i <= 39; i++) {
      levels[i + 1] = i / 40.0;
    }
    levels[41] = 0.99;
    levels[42] = 0.995;
    return levels;
  }

  /** All levels, ascending. */
  public static double[] all() {
    return LEVELS.clone();
  }

  public static double at(int place) {
    return LEVELS[place];
  }

  /** Quantiles that all are that value. */
  public static double[] everywhere(double value) {
    double[] quantiles = new double[COUNT];
    Arrays.fill(quantiles, value);
    return quantiles;
  }

  /** How much lies within the central interval whose bounds are so many places from the median. */
  static double central(int distance) {
    return 2 * LEVELS[MEDIAN + distance] - 1;
  }

  /**
   * How many places from the median the bounds of that central interval are.
   *
   * @throws IllegalArgumentException if it is none of the grid
   */
  public static int distance(double central) {
    for (int distance = 0; distance <= MEDIAN; distance++) {
      if (Math.abs(central(distance) - central) < TOLERANCE) {
        return distance;
      }
    }
    throw new IllegalArgumentException("the grid has no central interval of " + central);
  }

  /**
   * By how much bounds that hold each of so many steps with the probability that Bonferroni asks
   * for, 1 - (1 - level) / steps, lie further from the median than those of the central .9, on the
   * average of the steps and both sides.
   */
  public static double bonferroni(double[][] quantiles, double level) {
    double single = 1 - (1 - level) / quantiles.length;
    double wide = 0;
    double narrow = 0;
    for (double[] step : quantiles) {
      wide += interpolate(step, (1 + single) / 2) - interpolate(step, (1 - single) / 2);
      narrow += interpolate(step, 0.95) - interpolate(step, 0.05);
    }
    return narrow > 0 ? wide / narrow : 1;
  }

  /** The quantile at a level, linear between those of the grid, flat beyond. */
  static double interpolate(double[] quantiles, double level) {
    int above = Arrays.binarySearch(LEVELS, level);
    if (above >= 0) {
      return quantiles[above];
    }
    above = -above - 1;
    if (above == 0 || above == COUNT) {
      return quantiles[Math.min(above, COUNT - 1)];
    }
    double share = (level - LEVELS[above - 1]) / (LEVELS[above] - LEVELS[above - 1]);
    return quantiles[above - 1] + share * (quantiles[above] - quantiles[above - 1]);
  }
}
