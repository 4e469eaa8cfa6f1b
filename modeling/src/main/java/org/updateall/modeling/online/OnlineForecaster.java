package org.updateall.modeling.online;

import java.util.List;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

/**
 * Forecasts the next values of a series that it is told one after another, in the units of the
 * series. Forecasts are finite and never below 0; before the first value they are 0. For one thread
 * at a time.
 */
public interface OnlineForecaster {

  /** Whether something in it wants to be fitted anew before the next forecast. */
  boolean isFitDue();

  /** Wants everything in it to be fitted anew before the next forecast. */
  void demandFit();

  /** Brings the next fit forward, since what was learned may no longer hold. */
  void hurry();

  /**
   * Fits anew what wants to be.
   *
   * @param soFar all values that it was told
   */
  void fit(TimeSeries soFar);

  /** The point forecasts on the next occasions, in their order. */
  double[] forecast(List<Occasion> future);

  /**
   * Takes in the next value.
   *
   * @param value NaN if it is missing, a lower bound if it is censored
   */
  void observe(Occasion occasion, double value, boolean censored);

  /**
   * The standard deviation of the error at that horizon, divided by that at one step; 1 at horizon
   * 1.
   */
  double errorGrowth(int horizon);

  /** What it has become, for people. */
  String form();
}
