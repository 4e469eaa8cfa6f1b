package org.updateall.modeling.progress;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Joint draws of how long each of several things will still take, with their weights.
 *
 * @param left by thing, then by draw: 0 for what has ended
 * @param weights by draw
 */
@SuppressWarnings("ArrayRecordComponent")
public record DrawsLeft(double[][] left, double[] weights) {

  /** Quantiles of what is left of that one, ascending for ascending levels. */
  public double[] quantiles(int index, double[] levels) {
    return WeightedQuantiles.of(left[index], weights).at(levels);
  }

  /**
   * Quantiles of what is left of all together.
   *
   * @param whole what a draw of all of them, by thing, comes to; it may not keep or change the
   *     array
   */
  public double[] quantiles(ToDoubleFunction<double[]> whole, double[] levels) {
    double[] each = new double[left.length];
    double[] totals = new double[weights.length];
    for (int draw = 0; draw < totals.length; draw++) {
      for (int index = 0; index < each.length; index++) {
        each[index] = left[index][draw];
      }
      totals[draw] = whole.applyAsDouble(each);
    }
    return WeightedQuantiles.of(totals, weights).at(levels);
  }

  /** How many draws of equal weight would tell as much (Kish, Survey Sampling, 1965). */
  double effectiveDraws() {
    double sum = Arrays.stream(weights).sum();
    double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
    return sum * sum / squares;
  }
}
