package org.updateall.modeling.model.linear;

/**
 * Solves a few linear equations whose matrix is symmetric and positive definite. It works in the
 * arrays it is given: at this size, the copies and objects of a library take longer than the
 * arithmetic.
 */
final class SmallCholesky {

  private SmallCholesky() {}

  /**
   * The x with Ax = b, which is left in b.
   *
   * @param a of which the lower triangle is read, and replaced by the factor
   */
  static double[] solve(double[][] a, double[] b) {
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
      }
    }
    for (int i = 0; i < b.length; i++) {
      for (int k = 0; k < i; k++) {
        b[i] -= a[i][k] * b[k];
      }
      b[i] /= a[i][i];
    }
    for (int i = b.length - 1; i >= 0; i--) {
      b[i] /= a[i][i];
      for (int k = 0; k < i; k++) {
        b[k] -= a[i][k] * b[i];
      }
    }
    return b;
  }
}
