package org.updateall.modeling.model.ets;

import java.util.Arrays;

/**
 * The normal equations of a Gauss-Newton step, summed up over the observations. Mutable.
 *
 * <pre>
 * symbol  meaning                                          equation
 * mu, e   forecast, innovation
 * dmu, de their derivatives with respect to the point
 * S, G    sum of squared innovations, sum of ln mu         see {@link EtsFilter}
 * F       minus twice the log-likelihood                   F = n ln S + 2 G
 * g       geometric mean of mu; 1 with additive error      g = exp(G / n)
 * r       residuals: F = n ln(sum r²)                      r = g e
 * h       derivative of ln g; 0 with additive error        h = (1/n) sum dmu / mu
 * A, c    normal equations of r, divided by g²             A = sum (de + e h) (de + e h)'
 *                                                          c = sum (de + e h) e
 * </pre>
 *
 * <p>Least squares of r is maximum likelihood for both kinds of error. Source of F: Hyndman,
 * Koehler, Ord and Snyder 2008, equation 5.1.
 */
final class GaussNewtonSums {

  private final int size;
  private final double[] de;
  private final double[] h;
  private final double[] c;
  private final double[] a;

  GaussNewtonSums(int size) {
    this.size = size;
    this.de = new double[size];
    this.h = new double[size];
    this.c = new double[size];
    this.a = new double[size * size];
  }

  void clear() {
    Arrays.fill(h, 0);
    Arrays.fill(c, 0);
    Arrays.fill(a, 0);
  }

  /** Adds an observation with additive error: de = -dmu. */
  void add(double[] dmu, double e) {
    for (int i = 0; i < size; i++) {
      de[i] = -dmu[i];
    }
    addProducts(e);
  }

  /** Adds an observation with multiplicative error: de = -(1 + e) dmu / mu. */
  void addRelative(double[] dmu, double mu, double e) {
    double inverse = 1 / mu;
    double slope = -(1 + e) * inverse;
    for (int i = 0; i < size; i++) {
      de[i] = slope * dmu[i];
      h[i] += inverse * dmu[i];
    }
    addProducts(e);
  }

  private void addProducts(double e) {
    for (int i = 0; i < size; i++) {
      double dei = de[i];
      c[i] += dei * e;
      int row = i * size;
      for (int k = i; k < size; k++) {
        a[row + k] += dei * de[k];
      }
    }
  }

  /** From the sums of de de' and de e to those with h, once all n observations are in. */
  void finish(int n, double sum) {
    double[] w = c.clone();
    for (int i = 0; i < size; i++) {
      h[i] /= n;
    }
    for (int i = 0; i < size; i++) {
      c[i] += sum * h[i];
      for (int k = i; k < size; k++) {
        a[i * size + k] += w[i] * h[k] + h[i] * w[k] + sum * h[i] * h[k];
      }
    }
  }

  double c(int i) {
    return c[i];
  }

  /** i at most k. */
  double a(int i, int k) {
    return a[i * size + k];
  }
}
