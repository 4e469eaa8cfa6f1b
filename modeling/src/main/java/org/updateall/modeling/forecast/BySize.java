package org.updateall.modeling.forecast;

import java.util.List;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;

/**
 * The family that a number of observations calls for, by a fixed rule: the largest step that is
 * reached.
 */
final class BySize implements ModelFamily {

  private final String name;
  private final List<Step> steps;

  /** A family and the number of observations from which on it is taken. */
  record Step(int observations, ModelFamily family) {}

  /**
   * @param steps by number of observations, the least first
   */
  BySize(String name, Step... steps) {
    this.name = name;
    this.steps = List.of(steps);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int minObservations() {
    return steps.get(0).observations();
  }

  @Override
  public FittedModel fit(TimeSeries window) {
    window.requireObserved(minObservations());
    int observed = window.observed();
    ModelFamily family = steps.get(0).family();
    for (Step step : steps) {
      family = observed >= step.observations() ? step.family() : family;
    }
    return family.fit(window.last(family.maxWindow()));
  }
}
