package org.updateall.modeling.combination;

import org.updateall.modeling.model.Occasion;

/**
 * A level that wanders, seen through noise: the Kalman filter of the local level model with a given
 * ratio of the two variances (Harvey 1989, Forecasting, Structural Time Series Models and the
 * Kalman Filter, section 4.1). It begins as the expanding mean.
 *
 * <pre>
 * q    signal-to-noise ratio       P-  = P + q
 * m    level                       K   = P- / (P- + 1)
 * P    its variance, in noise      m  += K (y - m)
 * K    gain                        P   = (1 - K) P-
 * </pre>
 */
final class LocalLevel implements Member {

  private static final double UNKNOWN = 1e6;

  private final double q;
  private double m = Double.NaN;
  private double P = UNKNOWN;

  LocalLevel(double signalToNoise) {
    this.q = signalToNoise;
  }

  @Override
  public String title() {
    return q == 0 ? "mean" : "level " + q;
  }

  @Override
  public double forecast(Past past, Occasion occasion, int ahead) {
    return m;
  }

  @Override
  public double gain() {
    return (P + q) / (P + q + 1);
  }

  @Override
  public void observe(Past past, Occasion occasion, double value) {
    double prior = P + q;
    double K = prior / (prior + 1);
    m = Double.isNaN(m) ? value : m + K * (value - m);
    P = (1 - K) * prior;
  }

  @Override
  public double[] state() {
    return new double[] {m, P};
  }

  @Override
  public void restore(double[] state) {
    States.require(title(), state, 2);
    m = state[0];
    P = state[1];
  }
}
