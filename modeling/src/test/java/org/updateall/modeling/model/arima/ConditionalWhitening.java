package org.updateall.modeling.model.arima;

/**
 * The approximate filter of differenced columns without gaps: given the first p + m P values, and
 * with innovations of 0 before. The conditional sum of squares is that of its innovations.
 */
final class ConditionalWhitening implements Whitening {

  private final ArmaPolynomials polynomials;
  private final double[][] columns;
  private final int n;
  private final int p;
  private final int q;

  ConditionalWhitening(ArmaPolynomials polynomials, double[][] columns) {
    this.polynomials = polynomials;
    this.columns = columns;
    n = columns[0].length;
    p = polynomials.orders.arLength();
    q = polynomials.orders.maLength();
  }

  @Override
  public int terms() {
    return Math.max(0, n - p);
  }

  @Override
  public double whiten(double[][] innovations) {
    for (int column = 0; column < columns.length; column++) {
      whiten(columns[column], innovations[column]);
    }
    return 0;
  }

  /** e_t = w_t - Σ phi_j w_(t-1-j) - Σ R_j e_(t-j). */
  private void whiten(double[] w, double[] e) {
    double[] phi = polynomials.phi;
    double[] R = polynomials.R;
    for (int t = p; t < n; t++) {
      double sum = w[t];
      for (int j = 0; j < p; j++) {
        sum -= phi[j] * w[t - 1 - j];
      }
      int known = Math.min(q, t - p);
      for (int j = 1; j <= known; j++) {
        sum -= R[j] * e[t - j];
      }
      e[t] = sum;
    }
  }
}
