package org.updateall.modeling.model;

/** A model with its parameters and its state after the last observation. Immutable. */
public interface FittedModel {

  /**
   * The point forecasts 1, 2, …, {@code horizon} steps ahead.
   *
   * @throws IllegalArgumentException if the horizon is less than 1
   */
  double[] forecast(int horizon);

  /** This model after one more observation: parameters stay as they are, only the state moves. */
  FittedModel update(double observation);

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
