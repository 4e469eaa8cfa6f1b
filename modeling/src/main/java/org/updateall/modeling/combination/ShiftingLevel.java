package org.updateall.modeling.combination;

import org.updateall.modeling.model.Occasion;

/**
 * A level that follows a shift at once: after two errors in a row of the same sign beyond three
 * standard deviations it begins anew at the median of the last two values. A single outlier moves
 * it by little.
 */
final class ShiftingLevel implements Member {

  private static final double Q = 0.03;
  private static final double WIDE = 3;
  private static final double MEMORY = 0.95;
  private static final double VARIANCE_AFTER_SHIFT = 0.5;

  private double m = Double.NaN;
  private double P = 1e6;
  private double squares;
  private double weight;
  private double surprise;
  private boolean shifted;

  @Override
  public String title() {
    return "level with shifts";
  }

  @Override
  public double forecast(Past past, Occasion occasion, int ahead) {
    return m;
  }

  /** Whether the level began anew at the last value. */
  boolean hasShifted() {
    return shifted;
  }

  @Override
  public void observe(Past past, Occasion occasion, double value) {
    shifted = false;
    if (Double.isNaN(m)) {
      m = value;
      P = 1;
      return;
    }
    double e = value - m;
    double sigma = weight > 0 ? Math.sqrt(squares / weight) : Double.POSITIVE_INFINITY;
    boolean wide = weight > 3 && Math.abs(e) > WIDE * sigma;
    if (wide && surprise * e > 0) {
      m = (value + past.value(0)) / 2;
      P = VARIANCE_AFTER_SHIFT;
      surprise = 0;
      shifted = true;
      return;
    }
    double used = wide ? Math.signum(e) * WIDE * sigma : e;
    double prior = P + Q;
    double K = prior / (prior + 1);
    m += K * used;
    P = (1 - K) * prior;
    surprise = wide ? e : 0;
    squares = MEMORY * squares + used * used;
    weight = MEMORY * weight + 1;
  }

  @Override
  public double[] state() {
    return new double[] {m, P, squares, weight, surprise, shifted ? 1 : 0};
  }

  @Override
  public void restore(double[] state) {
    States.require(title(), state, 6);
    m = state[0];
    P = state[1];
    squares = state[2];
    weight = state[3];
    surprise = state[4];
    shifted = state[5] != 0;
  }
}
