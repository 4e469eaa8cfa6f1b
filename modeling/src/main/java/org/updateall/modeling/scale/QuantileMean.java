package org.updateall.modeling.scale;

import java.util.function.UnaryOperator;

/**
 * The mean of a distribution that is known by its quantiles: their integral over the levels, by the
 * midpoint rule. (A mean transformed back from another scale would be a median.)
 */
public final class QuantileMean {

  private static final int CELLS = 100;

  private QuantileMean() {}

  /**
   * The mean of the distribution.
   *
   * @param quantiles gives the quantiles at ascending levels between 0 and 1
   */
  public static double of(UnaryOperator<double[]> quantiles) {
    double sum = 0;
    for (double quantile : quantiles.apply(midpoints())) {
      sum += quantile / CELLS;
    }
    return sum;
  }

  private static double[] midpoints() {
    double[] levels = new double[CELLS];
    for (int cell = 0; cell < CELLS; cell++) {
      levels[cell] = (cell + 0.5) / CELLS;
    }
    return levels;
  }
}
