package org.updateall.modeling.progress;

import java.util.Arrays;

/**
 * The law of a duration as predicted: linear between its quantiles, and continued beyond the last
 * of them with the decline that it has before it. Of the highest quantiles those that are equal to
 * a lower one of at least 0.9 are left out: they are the bound of what few errors can tell, and no
 * time at which everything ends. Immutable.
 *
 * <pre>
 * p_k, x_k  levels and quantiles, ascending
 * S(x)      P(D > x): 1 before x_0', linear between (x_k, 1 - p_k)
 * x_0'      the least duration: as far below the first quantile as the second lies above it
 * b         scale of the end: on the last stretch on which S falls to a fifth, as exp(-x / b) does
 * S(x)    = S(x_n) exp(-(x - x_n) / b)      beyond the last quantile x_n
 * I(x)    = integral of S from 0 to x = E[min(D, x)]
 * </pre>
 */
final class PredictedLaw {

  /** Equal quantiles are set apart by this share of the greatest. */
  private static final double SEPARATION = 1e-9;

  /** What nothing has ever taken time for is believed to take about this, in seconds. */
  private static final double LEAST = 1e-3;

  /** The decline of the end is that of the quantiles from so many times its survival on. */
  private static final double DECLINE = 5;

  /** From this level on equal quantiles are the bound of what is known. */
  private static final double BOUND_FROM = 0.9;

  private static final double ROUNDING = 1e-9;

  private final double[] knots;
  private final double[] survivals;
  private final double[] integrals;
  private final double endScale;

  /**
   * @param levels strictly ascending, between 0 and 1, at least three
   * @param quantiles one for each level: finite, not negative, not decreasing
   */
  PredictedLaw(double[] levels, double[] quantiles) {
    int size = known(levels, quantiles);
    double separation = SEPARATION * Math.max(LEAST, quantiles[size - 1]);
    knots = new double[size + 1];
    survivals = new double[size + 1];
    for (int k = 0; k < size; k++) {
      knots[k + 1] = quantiles[k] + (k + 1) * separation;
      survivals[k + 1] = 1 - levels[k];
    }
    knots[0] = Math.max(0, 2 * knots[1] - knots[2]);
    survivals[0] = 1;
    integrals = integrals();
    endScale = Math.max(declineAtTheEnd(), size * separation);
  }

  /** How many quantiles remain without those that only repeat the bound of what is known. */
  private static int known(double[] levels, double[] quantiles) {
    int last = levels.length - 1;
    double highest = quantiles[last];
    while (last > 0 && quantiles[last - 1] >= highest * (1 - ROUNDING)) {
      last--;
    }
    return levels[last] >= BOUND_FROM ? last + 1 : levels.length;
  }

  private double declineAtTheEnd() {
    int from = knots.length - 2;
    while (from > 1 && survivals[from] < DECLINE * lastSurvival() - ROUNDING) {
      from--;
    }
    return (highest() - knots[from]) / Math.log(survivals[from] / lastSurvival());
  }

  private double[] integrals() {
    double[] sums = new double[knots.length];
    sums[0] = knots[0];
    for (int k = 1; k < knots.length; k++) {
      double width = knots[k] - knots[k - 1];
      sums[k] = sums[k - 1] + width * (survivals[k] + survivals[k - 1]) / 2;
    }
    return sums;
  }

  /** The last quantile. */
  double highest() {
    return knots[knots.length - 1];
  }

  /** The scale on which what lies beyond the last quantile becomes less likely. */
  double endScale() {
    return endScale;
  }

  /** The places between which the survival function is linear, ascending. */
  double[] knots() {
    return knots.clone();
  }

  /** P(D > x), for x at or above 0. */
  double survival(double x) {
    if (x >= highest()) {
      return lastSurvival() * Math.exp(-(x - highest()) / endScale);
    }
    int k = interval(x);
    return k < 0 ? 1 : survivals[k] - slope(k) * (x - knots[k]);
  }

  /** E[min(D, x)], for x at or above 0. */
  double integral(double x) {
    if (x >= highest()) {
      double beyond = -Math.expm1(-(x - highest()) / endScale);
      return integrals[knots.length - 1] + lastSurvival() * endScale * beyond;
    }
    int k = interval(x);
    if (k < 0) {
      return x;
    }
    double within = x - knots[k];
    return integrals[k] + within * (survivals[k] - slope(k) * within / 2);
  }

  private double lastSurvival() {
    return survivals[knots.length - 1];
  }

  private double slope(int k) {
    return (survivals[k] - survivals[k + 1]) / (knots[k + 1] - knots[k]);
  }

  /** The last knot at or below x; -1 before the first. */
  private int interval(double x) {
    int place = Arrays.binarySearch(knots, x);
    return Math.min(place < 0 ? -place - 2 : place, knots.length - 2);
  }
}
