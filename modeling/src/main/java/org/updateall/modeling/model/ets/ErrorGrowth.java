package org.updateall.modeling.model.ets;

import java.util.Arrays;

/**
 * How forecast errors grow with the horizon, to first order in the innovations.
 *
 * <pre>
 * symbol  meaning                                         equation
 * h       horizon
 * m       steps of a season
 * mu_h    forecast h steps ahead
 * q_h     the same without the season's factor            mu_h = q_h s_h
 * phi_j   how much trend is left after j steps            phi_j = phi + ... + phi^j
 * g_j     gamma if m divides j, else 0
 * c_j     what is left of an error after j steps          c_j = alpha + beta phi_j + g_j
 * w_jh    effect on the value of step h of the            1 (j = 0), c_j
 *         innovation of step h-j, additive error
 *         the same, multiplicative error                  mu_h (j = 0), c_j mu_(h-j)
 *         the same, with factors too                      mu_h (j = 0),
 *                                                         s_h ((c_j - g_j) q_(h-j) + g_j q_h)
 * growth  of the standard deviation                       (sum over j of w_jh² / w_01²)^(1/2)
 * </pre>
 *
 * <p>Source: Hyndman, Koehler, Ord and Snyder 2008, table 6.1 (class 1, exact); for the others the
 * limit of their sections 6.3 and 6.4 for a small variance.
 *
 * @param components of the model
 * @param smoothing of the model
 * @param state after the last observation
 */
record ErrorGrowth(EtsForm components, Smoothing smoothing, EtsState state) {

  /** Beyond so many times that of the additive form, the first forecast is next to 0. */
  private static final double EXTREME = 100;

  /**
   * The growth at the horizon, of whose steps mu are the forecasts: 1 at the first. Where a first
   * forecast of 0 or next to it gives no scale to compare with, that of the additive form.
   */
  double at(int horizon, double[] mu) {
    if (horizon == 1) {
      return 1;
    }
    double additive = Math.sqrt(variance(horizon, ones(horizon)));
    double growth = Math.sqrt(variance(horizon, weights(mu)));
    return growth <= EXTREME * additive ? growth : additive;
  }

  /** What one unit of innovation adds to the value of its own step, without the season's factor. */
  private double[] weights(double[] mu) {
    if (!components.hasRelativeError()) {
      return ones(mu.length);
    }
    double[] q = mu.clone();
    for (int step = 0; step < q.length; step++) {
      q[step] /= factor(step);
    }
    return q;
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private double factor(int step) {
    return components.hasSeasonFactors() ? state.season().get(step % state.season().size()) : 1;
  }

  private double variance(int h, double[] q) {
    double sum = q[h - 1] * q[h - 1];
    double power = 1;
    double phiJ = 0;
    for (int j = 1; j < h; j++) {
      power *= smoothing.phi();
      phiJ += power;
      double own = (smoothing.alpha() + smoothing.beta() * phiJ) * q[h - 1 - j];
      double w = own + seasonal(j) * q[components.hasSeasonFactors() ? h - 1 : h - 1 - j];
      sum += w * w;
    }
    double first = q[0] * factor(0);
    double s = factor(h - 1);
    return s * s * sum / (first * first);
  }

  private double seasonal(int j) {
    return components.hasSeason() && j % state.season().size() == 0 ? smoothing.gamma() : 0;
  }
}
