package org.updateall.modeling.model;

import java.util.OptionalInt;

/** A kind of model that can be fitted to a series. Implementations are stateless. */
public interface ModelFamily {

  /** The stable name by which the family is known in stored models and reports. */
  String name();

  /**
   * The number of observations from which on the family is worth offering as a model; empty if the
   * generic minimum suits it. {@link #fit} itself works from one observation on, so that an
   * evaluation can begin early.
   */
  default OptionalInt minObservations() {
    return OptionalInt.empty();
  }

  /**
   * Fits the family to the window, oldest value first.
   *
   * @throws IllegalArgumentException if the window is empty or holds a value that is not finite
   */
  FittedModel fit(double[] window);
}
