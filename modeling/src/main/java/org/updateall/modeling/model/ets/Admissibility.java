package org.updateall.modeling.model.ets;

import java.util.Arrays;

/**
 * Whether a seasonal model with a trend forgets its initial states, so that its forecasts are
 * stable. Those without a trend always do, within the bounds of their parameters.
 *
 * <pre>
 * symbol  meaning                                  equation
 * m       steps of a season
 * theta   alpha + beta - alpha phi
 * p       characteristic polynomial                p(z) = z^(m+1) + (alpha + beta - phi) z^m
 *                                                  + theta (z^(m-1) + ... + z²)
 *                                                  + (theta + gamma - 1) z
 *                                                  + phi (1 - alpha - gamma)
 * k       reflection coefficient                   k = p_0 / p_d, d the degree left
 *                                                  p = (p - k p reversed) / z
 * </pre>
 *
 * <p>All roots are within the unit circle if every |k| is below 1 (Schur and Cohn). Source of p:
 * Hyndman, Koehler, Ord and Snyder 2008, section 10.4; of the tolerance: R forecast 8.20.
 */
final class Admissibility {

  private static final double TOLERANCE = 1e-10;

  private Admissibility() {}

  static boolean holds(Smoothing smoothing, int m) {
    double[] p = characteristicPolynomial(smoothing, m);
    double power = 1;
    for (int i = 0; i < p.length; i++) {
      p[i] *= power;
      power *= 1 + TOLERANCE;
    }
    return hasRootsWithinUnitCircle(p);
  }

  /** Coefficients, that of the highest power last. */
  private static double[] characteristicPolynomial(Smoothing smoothing, int m) {
    double alpha = smoothing.alpha();
    double phi = smoothing.phi();
    double theta = alpha + smoothing.beta() - alpha * phi;
    double[] p = new double[m + 2];
    Arrays.fill(p, 2, m, theta);
    p[0] = phi * (1 - alpha - smoothing.gamma());
    p[1] = theta + smoothing.gamma() - 1;
    p[m] = alpha + smoothing.beta() - phi;
    p[m + 1] = 1;
    return p;
  }

  private static boolean hasRootsWithinUnitCircle(double[] p) {
    double[] reversed = new double[p.length];
    for (int d = p.length - 1; d > 0; d--) {
      double k = p[0] / p[d];
      if (!(Math.abs(k) < 1)) {
        return false;
      }
      for (int i = 0; i <= d; i++) {
        reversed[i] = p[d - i];
      }
      for (int i = 0; i < d; i++) {
        p[i] = p[i + 1] - k * reversed[i + 1];
      }
    }
    return true;
  }
}
