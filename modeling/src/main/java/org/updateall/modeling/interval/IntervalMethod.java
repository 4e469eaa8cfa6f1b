package org.updateall.modeling.interval;

/**
 * A way to predictive quantiles about point forecasts. It is told every value with what had been
 * forecast for it, and nothing of values to come. For one thread at a time.
 */
public interface IntervalMethod {

  /**
   * The predictive quantiles of a value to come, one for each of {@link Levels}: finite, not below
   * 0, not decreasing. Before the first error they may all be the point.
   *
   * @param point what is forecast for it, not below 0
   * @param growth by how much errors are larger than those of one step, at least 1
   */
  double[] quantiles(double point, double growth);

  /** Takes in a value that had been forecast so; the first has no forecast to learn from. */
  void observe(double value, double point);

  /** How many errors the quantiles rest on. */
  int scores();

  /** What it remembers: plain values that can be stored and read back. */
  IntervalMethodState state();
}
