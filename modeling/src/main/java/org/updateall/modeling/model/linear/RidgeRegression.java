package org.updateall.modeling.model.linear;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Ridge regressions of several targets on the same columns, from one eigen-decomposition.
 *
 * <p>Notation (Golub, Heath and Wahba 1979, sections 1 and 2):
 *
 * <table>
 *   <caption>Symbols</caption>
 *   <tr><td>X, y</td><td>n rows of columns, and a target</td></tr>
 *   <tr><td>U, d</td><td>eigenvectors and eigenvalues of X'X = U diag(d) U'</td></tr>
 *   <tr><td>z</td><td>U'X'y</td></tr>
 *   <tr><td>λ</td><td>the ridge</td></tr>
 *   <tr><td>β(λ)</td><td>U (z / (d + λ))</td></tr>
 *   <tr><td>r(λ)</td><td>sum of squared residuals, y'y - Σ z² (d + 2λ) / (d + λ)²</td></tr>
 *   <tr><td>t(λ)</td><td>effective parameters, Σ d / (d + λ)</td></tr>
 *   <tr><td>V(λ)</td><td>generalised cross-validation, n r / (n - t)²: the mean squared error to be
 *       expected of the next row</td></tr>
 * </table>
 *
 * <p>Directions with d below rounding count as absent, so that λ = 0 gives the least squares with
 * the shortest β.
 */
final class RidgeRegression {

  /** Of the largest eigenvalue. */
  private static final double ROUNDING = 1e-13;

  /** λ is sought among these powers of ten times the mean eigenvalue, a half apart. */
  private static final int LOWEST_POWER = -8;

  private static final int HIGHEST_POWER = 2;

  private final double[] d;
  private final double[][] u;
  private final int n;

  /**
   * @param gram X'X
   * @param n rows that it is the sum over
   */
  RidgeRegression(double[][] gram, int n) {
    EigenDecomposition decomposition =
        new EigenDecomposition(new Array2DRowRealMatrix(gram, false));
    RealMatrix vectors = decomposition.getV();
    d = decomposition.getRealEigenvalues();
    u = vectors.getData();
    this.n = n;
    dropRounding();
  }

  private void dropRounding() {
    double largest = 0;
    for (double value : d) {
      largest = Math.max(largest, value);
    }
    for (int i = 0; i < d.length; i++) {
      d[i] = d[i] > ROUNDING * largest ? d[i] : 0;
    }
  }

  /** The regression of a target, from X'y and y'y. */
  Target target(double[] products, double square) {
    double[] z = new double[d.length];
    for (int i = 0; i < d.length; i++) {
      for (int j = 0; j < d.length; j++) {
        z[i] += d[i] > 0 ? u[j][i] * products[j] : 0;
      }
    }
    return new Target(z, square);
  }

  /** One target's regressions, for every λ. */
  final class Target {

    private final double[] z;
    private final double square;

    private Target(double[] z, double square) {
      this.z = z;
      this.square = square;
    }

    /** β(λ). */
    double[] coefficients(double lambda) {
      double[] beta = new double[d.length];
      for (int i = 0; i < d.length; i++) {
        if (d[i] > 0) {
          double along = z[i] / (d[i] + lambda);
          for (int j = 0; j < d.length; j++) {
            beta[j] += u[j][i] * along;
          }
        }
      }
      return beta;
    }

    /** V(λ). */
    double crossValidation(double lambda) {
      double r = square;
      double t = 0;
      for (int i = 0; i < d.length; i++) {
        if (d[i] > 0) {
          double sum = d[i] + lambda;
          r -= z[i] * z[i] * (d[i] + 2 * lambda) / (sum * sum);
          t += d[i] / sum;
        }
      }
      return n * Math.max(0, r) / ((n - t) * (n - t));
    }

    /** The λ with the least V, among the powers and 0; the largest if there are several. */
    double bestLambda() {
      double mean = 0;
      for (double value : d) {
        mean += value / d.length;
      }
      double best = mean * Math.pow(10, HIGHEST_POWER);
      double least = crossValidation(best);
      for (int half = 2 * HIGHEST_POWER - 1; half >= 2 * LOWEST_POWER; half--) {
        double lambda = mean * Math.pow(10, half / 2.0);
        double value = crossValidation(lambda);
        if (value < least) {
          least = value;
          best = lambda;
        }
      }
      return crossValidation(0) < least ? 0 : best;
    }
  }
}
