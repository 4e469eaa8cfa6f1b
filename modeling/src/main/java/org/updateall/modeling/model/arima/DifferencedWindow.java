package org.updateall.modeling.model.arima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A standardised window and its regressors, differenced if it has no gaps; with gaps the values
 * stay as they are, for a filter that takes the differences itself.
 */
final class DifferencedWindow {

  /** Standardised values that differ by less are the same. */
  private static final double ROUNDING = 1e-10;

  private final double[][] columns;
  private final boolean complete;
  private final int rows;
  private final int observed;

  /**
   * @param orders of which the differences and the period count
   * @throws IllegalArgumentException if differencing leaves nothing
   */
  DifferencedWindow(StandardizedWindow window, ArimaOrders orders) {
    double[] values = window.values();
    observed = (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    complete = observed == values.length;
    rows = values.length - orders.differencedLags();
    if (rows < 1) {
      throw new IllegalArgumentException(
          "a window of %d values is too short for %s".formatted(values.length, orders.label()));
    }
    List<double[]> all = new ArrayList<>();
    all.add(values);
    all.addAll(window.covariates());
    all.add(constant(values.length, orders));
    columns =
        all.stream()
            .map(column -> complete ? differenced(column, orders) : column)
            .toArray(double[][]::new);
  }

  /** Of the mean, 1; of the drift, the time. */
  private static double[] constant(int length, ArimaOrders orders) {
    double[] constant = new double[length];
    for (int t = 0; t < length; t++) {
      constant[t] = orders.allDifferences() == 0 ? 1 : t;
    }
    return constant;
  }

  static double[] differenced(double[] values, ArimaOrders orders) {
    double[] differenced = values;
    for (int i = 0; i < orders.seasonalDifferences(); i++) {
      differenced = differenced(differenced, orders.period());
    }
    for (int i = 0; i < orders.differences(); i++) {
      differenced = differenced(differenced, 1);
    }
    return differenced;
  }

  /** y_t - y_(t - lag); NaN where one of them is. */
  static double[] differenced(double[] values, int lag) {
    double[] differenced = new double[Math.max(0, values.length - lag)];
    for (int t = 0; t < differenced.length; t++) {
      differenced[t] = values[t + lag] - values[t];
    }
    return differenced;
  }

  /** Whether the standardised values that are known are all the same but for rounding. */
  static boolean isConstant(double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    return known.length == 0 || known[known.length - 1] - known[0] <= ROUNDING;
  }

  int observed() {
    return observed;
  }

  boolean isComplete() {
    return complete;
  }

  int rows() {
    return rows;
  }

  /** The series, its covariates, and the constant if wanted. */
  double[][] columns(boolean constant) {
    return Arrays.copyOf(columns, columns.length - (constant ? 0 : 1));
  }
}
