package org.updateall.modeling.model.prophet;

import org.updateall.modeling.numbers.Require;

/**
 * A place where the trend changes its rate.
 *
 * @param at on the scale of times on which the window goes from 0 to 1
 * @param rateChange how much is added to the rate from there on
 */
public record Changepoint(double at, double rateChange) {

  /**
   * @throws IllegalArgumentException if a figure is not finite
   */
  public Changepoint {
    Require.finite("at", at);
    Require.finite("rateChange", rateChange);
  }
}
