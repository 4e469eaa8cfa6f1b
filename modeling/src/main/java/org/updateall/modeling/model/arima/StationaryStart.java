package org.updateall.modeling.model.arima;

import java.util.Arrays;

/**
 * The covariance of the state of a stationary ARMA process, in units of the variance of its
 * innovations: the solution of P = T P T' + R R'. A workspace for one pair of orders.
 *
 * <p>The equation need not be solved as such. Autocovariances of the autoregression follow from its
 * partial autocorrelations, those of the ARMA process from them; the first column of P is a sum of
 * both, and the rest of P follows from its first column along the diagonals. All is O(r²).
 *
 * <table>
 * <caption>Notation</caption>
 * <tr><td>u_t</td><td>φ(B)^-1 e_t, the autoregression alone; γu its autocovariances</td></tr>
 * <tr><td>w_t</td><td>θ(B) u_t, the ARMA process; γ its autocovariances</td></tr>
 * <tr><td>ψ_k</td><td>E[w_t e_(t-k)]</td></tr>
 * <tr><td>α_i</td><td>Σ_(j≥i) phi_j w_(t-1-j+i) + Σ_(j≥i) R_j e_(t-j+i), component i of the state
 *     (Harvey 1989, 3.3.5)</td></tr>
 * <tr><td>c_i</td><td>E[α_i w_t], the first column of P</td></tr>
 * </table>
 */
final class StationaryStart {

  /**
   * Sums of larger terms have no six digits behind the point, where innovations have variance 1.
   */
  private static final double LARGEST = 4e9;

  private final int r;
  private final int p;
  private final int q;
  private final double[][] a;
  private final double[] gammaU;
  private final double[] gamma;
  private final double[] psi;
  private final double[] c;

  StationaryStart(ArimaOrders orders) {
    r = orders.stateLength();
    p = orders.arLength();
    q = orders.maLength();
    a = new double[p + 1][p];
    gammaU = new double[r + q + 1];
    gamma = new double[r + 1];
    psi = new double[r];
    c = new double[r];
  }

  /**
   * Computes the first column of P.
   *
   * @return false if the process is so near to not being stationary that rounding spoils it
   */
  boolean solve(ArmaPolynomials polynomials) {
    autoregression(polynomials.phi);
    autocovariances(polynomials);
    responses(polynomials);
    for (int i = 0; i < r; i++) {
      double sum = 0;
      for (int j = i; j < p; j++) {
        sum += polynomials.phi[j] * gamma[j - i + 1];
      }
      for (int j = i; j <= q; j++) {
        sum += polynomials.R[j] * psi[j - i];
      }
      c[i] = sum;
    }
    double weights = 0;
    for (int j = 0; j <= q; j++) {
      weights += Math.abs(polynomials.R[j]);
    }
    return gammaU[0] * weights * weights < LARGEST;
  }

  /** The first column of P as it was solved last; not to be changed. */
  double[] firstColumn() {
    return c;
  }

  /** Writes P as it was solved last into the lower triangle of a matrix of the given width. */
  void covariance(ArmaPolynomials polynomials, double[] matrix, int width) {
    double[] phi = polynomials.phi;
    for (int i = r - 1; i >= 1; i--) {
      double nextI = i + 1 < r ? c[i + 1] : 0;
      for (int j = i; j >= 1; j--) {
        double nextJ = j + 1 < r ? c[j + 1] : 0;
        double diagonal = i + 1 < r ? matrix[(i + 1) * width + j + 1] : 0;
        matrix[i * width + j] =
            phi[i] * phi[j] * c[0]
                + phi[i] * nextJ
                + phi[j] * nextI
                + diagonal
                + polynomials.R[i] * polynomials.R[j];
      }
    }
    for (int i = 0; i < r; i++) {
      matrix[i * width] = c[i];
    }
  }

  /** γu by the recursion of Levinson, on the coefficients of all lower orders. */
  private void autoregression(double[] phi) {
    System.arraycopy(phi, 0, a[p], 0, p);
    double variance = 1;
    for (int k = p; k >= 1; k--) {
      double kappa = a[k][k - 1];
      double rest = Math.max(0, (1 - kappa) * (1 + kappa));
      variance /= rest;
      for (int j = 0; j < k - 1; j++) {
        a[k - 1][j] = (a[k][j] + kappa * a[k][k - 2 - j]) / rest;
      }
    }
    gammaU[0] = variance;
    for (int k = 1; k < gammaU.length; k++) {
      int order = Math.min(k, p);
      double sum = 0;
      for (int j = 0; j < order; j++) {
        sum += a[order][j] * gammaU[k - 1 - j];
      }
      gammaU[k] = sum;
    }
  }

  /** γ_h = Σ_k c_k γu_(h-k) over k = -q … q, with c_k = Σ_i R_i R_(i+k). */
  private void autocovariances(ArmaPolynomials polynomials) {
    Arrays.fill(gamma, 0);
    for (int k = 0; k <= q; k++) {
      double ck = 0;
      for (int i = 0; i + k <= q; i++) {
        ck += polynomials.R[i] * polynomials.R[i + k];
      }
      if (ck != 0) {
        addLag(k, ck);
      }
    }
  }

  private void addLag(int k, double ck) {
    for (int h = 0; h <= r; h++) {
      gamma[h] += k == 0 ? ck * gammaU[h] : ck * (gammaU[Math.abs(h - k)] + gammaU[h + k]);
    }
  }

  /** ψ_k = R_k + Σ_j phi_j ψ_(k-1-j). */
  private void responses(ArmaPolynomials polynomials) {
    for (int k = 0; k < r; k++) {
      double sum = polynomials.R[k];
      for (int j = 0; j < Math.min(k, p); j++) {
        sum += polynomials.phi[j] * psi[k - 1 - j];
      }
      psi[k] = sum;
    }
  }
}
