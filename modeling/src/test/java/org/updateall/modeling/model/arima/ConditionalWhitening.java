package org.updateall.modeling.model.arima;

/**
 * The approximate filter of R's method "CSS": given the first p + m P values of differenced
 * columns, and with innovations of 0 before. It is here to test the search against R's figures; the
 * exact filter is as quick and ranks forms better.
 */
final class ConditionalWhitening implements Whitening {

  private final ArmaPolynomials polynomials;
  private final double[][] columns;
  private final int p;
  private final int q;

  ConditionalWhitening(ArmaPolynomials polynomials, double[][] columns) {
    this.polynomials = polynomials;
    this.columns = columns;
    p = polynomials.orders.arLength();
    q = polynomials.orders.maLength();
  }

  @Override
  public int terms() {
    return columns[0].length - p;
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
    for (int t = p; t < w.length; t++) {
      e[t] = w[t];
      for (int j = 0; j < p; j++) {
        e[t] -= polynomials.phi[j] * w[t - 1 - j];
      }
      for (int j = 1; j <= Math.min(q, t - p); j++) {
        e[t] -= polynomials.R[j] * e[t - j];
      }
    }
  }
}
