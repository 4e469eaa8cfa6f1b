package org.updateall.modeling.model;

/** A kind of model that can be fitted to a series. Implementations are stateless. */
public interface ModelFamily {

  /** The stable name by which the family is known in stored models and reports. */
  String name();

  /** The number of observed values from which on the family is worth offering as a model. */
  int minObservations();

  /** How many of the newest values the family is fitted to, at most. */
  default int maxWindow() {
    return Integer.MAX_VALUE;
  }

  /**
   * Fits the family to the window. A window that holds nothing to learn a form from (constant, or
   * mostly missing) gives the simplest form instead; forecasts are always finite. The same window
   * always gives the same model.
   *
   * @param window with at least {@link #minObservations()} observed values
   * @throws IllegalArgumentException if there are fewer
   */
  FittedModel fit(TimeSeries window);

  /**
   * Fits the family again after the window has grown; what was found before may be used to be
   * quicker, but must not be needed.
   */
  default FittedModel refit(FittedModel previous, TimeSeries window) {
    return fit(window);
  }
}
