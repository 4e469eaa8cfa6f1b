package org.updateall.modeling.model.ets;

/**
 * Solves the damped normal equations of some of the coordinates by Cholesky's method. Mutable.
 *
 * <pre>
 * symbol  meaning                     equation
 * A, c    normal equations            see {@link GaussNewtonSums}
 * lambda  damping
 * R       triangular factor           R R' = A + lambda diag A
 * d       step                        R R' d = -c
 * </pre>
 */
final class NormalEquations {

  /** A curvature of 0 counts as this share of the largest. */
  private static final double SINGULAR = 1e-14;

  private final int size;
  private final double[] r;
  private final double[] d;

  NormalEquations(int size) {
    this.size = size;
    this.r = new double[size * size];
    this.d = new double[size];
  }

  /** The step of the k-th of the coordinates. */
  double step(int k) {
    return d[k];
  }

  /** False if the equations of the first so many coordinates are singular. */
  boolean solve(GaussNewtonSums sums, int[] coordinates, int count, double lambda) {
    if (!factorize(sums, coordinates, count, lambda)) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      double sum = -sums.c(coordinates[i]);
      for (int k = 0; k < i; k++) {
        sum -= r[i * size + k] * d[k];
      }
      d[i] = sum / r[i * size + i];
    }
    for (int i = count - 1; i >= 0; i--) {
      double sum = d[i];
      for (int k = i + 1; k < count; k++) {
        sum -= r[k * size + i] * d[k];
      }
      d[i] = sum / r[i * size + i];
    }
    return true;
  }

  private boolean factorize(GaussNewtonSums sums, int[] coordinates, int count, double lambda) {
    double smallest = SINGULAR * largestCurvature(sums, coordinates, count);
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < i; k++) {
        double sum = sums.a(coordinates[k], coordinates[i]);
        r[i * size + k] = (sum - product(i, k)) / r[k * size + k];
      }
      double diagonal = sums.a(coordinates[i], coordinates[i]);
      double pivot = diagonal + Math.max(lambda * diagonal, smallest) - product(i, i);
      if (!(pivot > 0)) {
        return false;
      }
      r[i * size + i] = Math.sqrt(pivot);
    }
    return true;
  }

  private double product(int i, int k) {
    double product = 0;
    for (int j = 0; j < k; j++) {
      product += r[i * size + j] * r[k * size + j];
    }
    return product;
  }

  private static double largestCurvature(GaussNewtonSums sums, int[] coordinates, int count) {
    double largest = 0;
    for (int k = 0; k < count; k++) {
      largest = Math.max(largest, sums.a(coordinates[k], coordinates[k]));
    }
    return largest;
  }
}
