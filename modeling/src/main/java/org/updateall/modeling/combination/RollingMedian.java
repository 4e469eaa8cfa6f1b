package org.updateall.modeling.combination;

import org.updateall.modeling.model.Occasion;

/** Forecasts the median of the newest values: the last value itself, if of one. */
record RollingMedian(int length) implements Member {

  @Override
  public String title() {
    return length == 1 ? "last value" : "median of " + length;
  }

  @Override
  public double forecast(Past past, Occasion occasion, int ahead) {
    return past.median(length);
  }

  @Override
  public double gain() {
    return 1.0 / length;
  }
}
