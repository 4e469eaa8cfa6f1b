package org.updateall.modeling.combination;

import java.util.Arrays;

/**
 * Discounted ridge regression that is told one row after another.
 *
 * <pre>
 * x        regressors                       k  = P x
 * y        response                         d  = lambda + x' k
 * w        coefficients, at first 0         e  = y - w' x
 * P        inverse of the discounted        w += k e / d
 *          cross products, at first I/ridge P  = (P - k k' / d) / lambda
 * lambda   discount
 * </pre>
 *
 * <p>Ljung and Söderström 1983, Theory and Practice of Recursive Identification, section 2.2.
 * Directions that no row excites would let P grow without end: its diagonal is held below its
 * beginning.
 */
final class RecursiveLeastSquares {

  private final int size;
  private final double lambda;
  private final double largest;
  private final double[] w;
  private final double[] P;
  private final double[] k;

  /**
   * @param ridge the weight, in squared units of the regressors, of the belief that coefficients
   *     are 0
   */
  RecursiveLeastSquares(int size, double lambda, double ridge) {
    this.size = size;
    this.lambda = lambda;
    this.largest = 1 / ridge;
    this.w = new double[size];
    this.P = new double[size * size];
    this.k = new double[size];
    for (int i = 0; i < size; i++) {
      P[i * size + i] = largest;
    }
  }

  double predict(double[] x) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += w[i] * x[i];
    }
    return sum;
  }

  double coefficient(int index) {
    return w[index];
  }

  void observe(double[] x, double y) {
    double d = lambda;
    for (int i = 0; i < size; i++) {
      k[i] = 0;
      for (int j = 0; j < size; j++) {
        k[i] += P[i * size + j] * x[j];
      }
      d += x[i] * k[i];
    }
    double e = y - predict(x);
    for (int i = 0; i < size; i++) {
      w[i] += k[i] * e / d;
      for (int j = 0; j < size; j++) {
        P[i * size + j] -= k[i] * k[j] / d;
      }
    }
    forget();
  }

  /** Forgets at most so much that no variance exceeds that of the beginning. */
  private void forget() {
    double factor = 1 / lambda;
    for (int i = 0; i < size; i++) {
      factor = Math.min(factor, largest / P[i * size + i]);
    }
    for (int i = 0; i < P.length; i++) {
      P[i] *= Math.max(1, factor);
    }
  }

  /** The coefficients, and P row by row. */
  double[] state() {
    double[] state = Arrays.copyOf(w, size + P.length);
    System.arraycopy(P, 0, state, size, P.length);
    return state;
  }

  static int stateLength(int size) {
    return size + size * size;
  }

  void restore(double[] state, int from) {
    System.arraycopy(state, from, w, 0, size);
    System.arraycopy(state, from + size, P, 0, P.length);
  }
}
