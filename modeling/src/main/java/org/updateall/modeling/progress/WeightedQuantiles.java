package org.updateall.modeling.progress;

import java.util.Arrays;

/**
 * Quantiles of draws that have weights. A draw stands at the middle of its own weight; between two
 * draws quantiles are linear, beyond the first and the last flat.
 *
 * <pre>
 * x_i, w_i   draws, ascending, and their weights, which add up to W
 * p_i      = (w_1 + ... + w_i-1 + w_i / 2) / W
 * Q(p)       linear through (p_i, x_i)
 * </pre>
 */
final class WeightedQuantiles {

  private final double[] values;
  private final double[] levels;

  private WeightedQuantiles(double[] values, double[] levels) {
    this.values = values;
    this.levels = levels;
  }

  /**
   * @param draws not negative, in any order
   * @param weights one for each draw: not negative, not all 0
   */
  static WeightedQuantiles of(double[] draws, double[] weights) {
    int[] order = order(draws);
    double[] values = new double[draws.length];
    double[] levels = new double[draws.length];
    double sum = 0;
    for (int i = 0; i < draws.length; i++) {
      double weight = weights[order[i]];
      values[i] = draws[order[i]];
      levels[i] = sum + weight / 2;
      sum += weight;
    }
    for (int i = 0; i < levels.length; i++) {
      levels[i] /= sum;
    }
    return new WeightedQuantiles(values, levels);
  }

  /**
   * The places of the draws in ascending order. Numbers that are not negative are ordered as their
   * bits are; the lowest bits, beyond what a draw can tell, give way to the place.
   */
  private static int[] order(double[] draws) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(draws.length);
    long places = (1L << bits) - 1;
    long[] keys = new long[draws.length];
    for (int i = 0; i < draws.length; i++) {
      keys[i] = (Double.doubleToRawLongBits(draws[i]) & ~places) | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) (key & places)).toArray();
  }

  /** Ascending for ascending levels. */
  double[] at(double[] sought) {
    return Arrays.stream(sought).map(this::at).toArray();
  }

  private double at(double level) {
    int place = Arrays.binarySearch(levels, level);
    int above = place < 0 ? -place - 1 : place;
    if (above == 0 || above == values.length) {
      return values[Math.min(above, values.length - 1)];
    }
    double share = (level - levels[above - 1]) / (levels[above] - levels[above - 1]);
    return values[above - 1] + share * (values[above] - values[above - 1]);
  }
}
