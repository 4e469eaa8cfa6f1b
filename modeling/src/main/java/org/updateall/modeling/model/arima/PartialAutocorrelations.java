package org.updateall.modeling.model.arima;

/**
 * The step between the coefficients of a stationary autoregression and its partial
 * autocorrelations, which can be any numbers within -1 and 1 (Monahan 1984).
 *
 * <table>
 * <caption>Notation</caption>
 * <tr><td>a^(k)_j</td><td>coefficient j of the order k, j = 1 … k</td></tr>
 * <tr><td>κ_k</td><td>partial autocorrelation at lag k, which is a^(k)_k</td></tr>
 * <tr><td>x</td><td>point of the search, κ = tanh x</td></tr>
 * </table>
 */
final class PartialAutocorrelations {

  /** tanh of this is 9e-5 from 1: further out the likelihood hardly changes, but rounding grows. */
  static final double LARGEST_POINT = 5;

  private PartialAutocorrelations() {}

  /**
   * Turns so many coordinates of a point of the search into coefficients of a stationary
   * autoregression.
   *
   * <p>The hyperbolic tangent is the strict one: the other is not the same to the last bit on every
   * Java.
   *
   * @param a receives the coefficients in its first places
   */
  static void toCoefficients(double[] x, int from, int count, double[] a) {
    for (int k = 0; k < count; k++) {
      double kappa = StrictMath.tanh(x[from + k]);
      a[k] = kappa;
      // a^(k)_j = a^(k-1)_j - κ_k a^(k-1)_(k-j), from both ends at once
      for (int j = 0, i = k - 1; j <= i; j++, i--) {
        double aj = a[j];
        double ai = a[i];
        a[j] = aj - kappa * ai;
        a[i] = ai - kappa * aj;
      }
    }
  }

  /**
   * Turns coefficients into coordinates of a point of the search; those beyond its bounds are put
   * onto them.
   *
   * @return false if the autoregression is not stationary
   */
  static boolean toPoints(double[] coefficients, int count, double[] x, int from) {
    double[] a = coefficients.clone();
    for (int k = count - 1; k >= 0; k--) {
      double kappa = a[k];
      if (!(Math.abs(kappa) < 1)) {
        return false;
      }
      x[from + k] = bounded(0.5 * Math.log((1 + kappa) / (1 - kappa)));
      stepDown(a, k);
    }
    return true;
  }

  /** Whether all roots of 1 - a_1 z - … are of a modulus above the given one. */
  static boolean rootsBeyond(double modulus, double[] coefficients, int count) {
    double[] a = new double[count];
    double power = 1;
    for (int j = 0; j < count; j++) {
      power *= modulus;
      a[j] = coefficients[j] * power;
    }
    return toPoints(a, count, new double[count], 0);
  }

  private static double bounded(double x) {
    return Math.max(-LARGEST_POINT, Math.min(LARGEST_POINT, x));
  }

  /** From a^(k+1) to a^(k): a^(k)_j = (a^(k+1)_j + κ a^(k+1)_(k+1-j)) / (1 - κ²). */
  private static void stepDown(double[] a, int k) {
    double kappa = a[k];
    double rest = 1 - kappa * kappa;
    for (int j = 0, i = k - 1; j <= i; j++, i--) {
      double aj = a[j];
      double ai = a[i];
      a[j] = (aj + kappa * ai) / rest;
      a[i] = (ai + kappa * aj) / rest;
    }
  }
}
