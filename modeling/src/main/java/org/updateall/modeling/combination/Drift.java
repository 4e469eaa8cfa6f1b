package org.updateall.modeling.combination;

import org.updateall.modeling.model.Occasion;

/** The last value, and for every step ahead the mean of the newest steps from value to value. */
record Drift(int length) implements Member {

  @Override
  public String title() {
    return "drift over " + length;
  }

  @Override
  public double gain() {
    return 1;
  }

  @Override
  public double forecast(Past past, Occasion occasion, int ahead) {
    int steps = Math.min(length, past.size() - 1);
    if (steps < length / 2) {
      return Double.NaN;
    }
    return past.value(0) + ahead * (past.value(0) - past.value(steps)) / steps;
  }
}
