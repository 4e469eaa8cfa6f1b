package org.updateall.modeling.model;

import java.util.List;

/** A model with its parameters and its state after the last observation. Immutable. */
public interface FittedModel {

  /** The point forecasts on the next occasions, in their order. */
  double[] forecast(List<Occasion> future);

  /**
   * This model after one more occasion: parameters stay as they are, only the state moves.
   *
   * @param observation NaN if the value is missing
   */
  FittedModel update(Occasion occasion, double observation);

  /** The form that was chosen within the family, for people. */
  String form();

  /**
   * The standard deviation of the error at that horizon, divided by that at one step; 1 at horizon
   * 1. Unless the model knows better, errors grow as those of a random walk.
   */
  default double errorGrowth(int horizon) {
    return Math.sqrt(horizon);
  }
}
