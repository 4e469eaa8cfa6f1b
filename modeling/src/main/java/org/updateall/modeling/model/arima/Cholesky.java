package org.updateall.modeling.model.arima;

/** Solves small systems with a symmetric, positive semi-definite matrix, in place. */
final class Cholesky {

  private Cholesky() {}

  /**
   * Solves A x = b. An unknown that depends on those before it is 0.
   *
   * @param A the upper triangle is read, the lower overwritten by the factor
   * @param b replaced by the solution
   * @param tolerance a pivot below this share of its diagonal counts as 0
   * @return whether no pivot was 0
   */
  static boolean solve(double[][] A, double[] b, double tolerance) {
    boolean definite = factor(A, b.length, tolerance);
    forward(A, b);
    backward(A, b);
    return definite;
  }

  private static boolean factor(double[][] A, int n, double tolerance) {
    boolean definite = true;
    for (int i = 0; i < n; i++) {
      double pivot = remainder(A, i, i);
      double root = pivot > tolerance * A[i][i] ? Math.sqrt(pivot) : 0;
      definite &= root > 0;
      A[i][i] = root;
      for (int j = i + 1; j < n; j++) {
        A[j][i] = root > 0 ? remainder(A, i, j) / root : 0;
      }
    }
    return definite;
  }

  /** A_ij - Σ L_il L_jl over l < i. */
  private static double remainder(double[][] A, int i, int j) {
    double sum = A[i][j];
    for (int l = 0; l < i; l++) {
      sum -= A[i][l] * A[j][l];
    }
    return sum;
  }

  private static void forward(double[][] L, double[] b) {
    for (int i = 0; i < b.length; i++) {
      double sum = b[i];
      for (int l = 0; l < i; l++) {
        sum -= L[i][l] * b[l];
      }
      b[i] = L[i][i] > 0 ? sum / L[i][i] : 0;
    }
  }

  private static void backward(double[][] L, double[] b) {
    for (int i = b.length - 1; i >= 0; i--) {
      double sum = b[i];
      for (int l = i + 1; l < b.length; l++) {
        sum -= L[l][i] * b[l];
      }
      b[i] = L[i][i] > 0 ? sum / L[i][i] : 0;
    }
  }
}
