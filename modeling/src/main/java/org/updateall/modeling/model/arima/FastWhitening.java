package org.updateall.modeling.model.arima;

import java.util.Arrays;

/**
 * The exact filter of differenced columns without gaps, by the recursions of Morf, Sidhu and
 * Kailath (1974).
 *
 * <p>From the stationary start the covariance of the state changes in each step by a matrix of rank
 * one, -L L'/F; carrying L and G instead of the covariance costs O(r) a step. F falls to 1; from
 * there on the gain is constant.
 *
 * <table>
 * <caption>Notation</caption>
 * <tr><td>a</td><td>predicted state, one for each column</td></tr>
 * <tr><td>F</td><td>variance of the innovation v, in units of σ²</td></tr>
 * <tr><td>G</td><td>T P Z', F times the gain</td></tr>
 * <tr><td>P_(t+1) - P_t</td><td>-L L'/F</td></tr>
 * </table>
 */
final class FastWhitening implements Whitening {

  /** F this near to 1 counts as 1. */
  private static final double STEADY = 1e-9;

  /** So that a product of variances neither overflows nor needs a logarithm at each step. */
  private static final double LARGE = 1e10;

  private final ArmaPolynomials polynomials;
  private final double[][] columns;
  private final int n;
  private final int r;
  private final StationaryStart start;
  private final double[][] a;
  private final double[] G;
  private final double[] L;
  private double F;
  private int t;

  FastWhitening(ArmaPolynomials polynomials, double[][] columns) {
    this.polynomials = polynomials;
    this.columns = columns;
    n = columns[0].length;
    r = polynomials.r;
    start = new StationaryStart(polynomials.orders);
    a = new double[columns.length][r + 1];
    G = new double[r];
    L = new double[r + 1];
  }

  @Override
  public int terms() {
    return n;
  }

  @Override
  public double whiten(double[][] innovations) {
    if (!start.solve(polynomials)) {
      return Double.NaN;
    }
    begin();
    double logDeterminant = approach(innovations);
    goOn(innovations);
    return logDeterminant;
  }

  private void begin() {
    double[] c = start.firstColumn();
    F = Math.max(1, c[0]);
    for (int i = 0; i < r; i++) {
      G[i] = polynomials.phi[i] * c[0] + (i + 1 < r ? c[i + 1] : 0);
      L[i] = G[i];
    }
    L[r] = 0;
    for (double[] state : a) {
      Arrays.fill(state, 0);
    }
  }

  /** Filters as long as F falls. Returns Σ ln F. */
  private double approach(double[][] innovations) {
    double logarithm = 0;
    double product = 1;
    for (t = 0; t < n && F - 1 > STEADY; t++) {
      product *= F;
      if (product > LARGE) {
        logarithm += Math.log(product);
        product = 1;
      }
      double root = 1 / Math.sqrt(F);
      for (int column = 0; column < a.length; column++) {
        double v = columns[column][t] - a[column][0];
        innovations[column][t] = v * root;
        predict(a[column], v / F);
      }
      narrow();
    }
    return logarithm + Math.log(product);
  }

  /** Filters the rest in the steady state, where P = R R' and G = T R. */
  private void goOn(double[][] innovations) {
    for (int i = 0; i < r; i++) {
      G[i] = polynomials.phi[i] + (i + 1 < r ? polynomials.R[i + 1] : 0);
    }
    for (int column = 0; column < a.length; column++) {
      for (int s = t; s < n; s++) {
        double v = columns[column][s] - a[column][0];
        innovations[column][s] = v;
        predict(a[column], v);
      }
    }
  }

  /** a ← T a + G v / F. */
  private void predict(double[] state, double share) {
    double[] phi = polynomials.phi;
    double first = state[0];
    for (int i = 0; i < r; i++) {
      state[i] = state[i + 1] + phi[i] * first + G[i] * share;
    }
  }

  /** G ← G - T L h / F, L ← T L - G h / F, F ← F - h² / F, with h = L_0. */
  private void narrow() {
    double[] phi = polynomials.phi;
    double h = L[0];
    double share = h / F;
    for (int i = 0; i < r; i++) {
      double x = phi[i] * h + L[i + 1];
      double g = G[i];
      G[i] = g - x * share;
      L[i] = x - g * share;
    }
    F = Math.max(1, F - h * share);
  }
}
