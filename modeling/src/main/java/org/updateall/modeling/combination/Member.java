package org.updateall.modeling.combination;

import org.updateall.modeling.model.Occasion;

/**
 * One of the forecasters that a pool weighs. It is cheap: it is told every value, and forecasts
 * from the newest values and from a few numbers of its own, its state.
 */
interface Member {

  double[] NO_STATE = {};

  /** The name by which its weight is reported and its state kept; no other member has it. */
  String title();

  /**
   * The forecast of a value to come; NaN if it has nothing to say.
   *
   * @param ahead 1 for the next value
   */
  double forecast(Past past, Occasion occasion, int ahead);

  /** How much of an error enters what is forecast for later; 0 to 1. */
  default double gain() {
    return 0;
  }

  /** Takes in a value that came after the past. */
  default void observe(Past past, Occasion occasion, double value) {}

  /** All that it remembers beside the past; NaN is allowed, infinite numbers are not. */
  default double[] state() {
    return NO_STATE;
  }

  /**
   * Takes up a state that it had.
   *
   * @throws IllegalArgumentException if the state is none of this member
   */
  default void restore(double[] state) {
    States.require(title(), state, 0);
  }
}
