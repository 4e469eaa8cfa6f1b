package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import org.updateall.domain.history.PluginName;

/**
 * How likely the next attempt of a plugin is to end otherwise than by success.
 *
 * @param outcomes what it rests on
 * @param failure that it fails, or is cut off by its time limit
 * @param timeout that it is cut off by its time limit; a part of the failures
 * @param usualFailure the probability of a failure that the plugin's own is drawn towards: what is
 *     usual with the other plugins
 * @param usualWeight as how many attempts of the plugin's own that counts
 */
public record OutcomeRisk(
    PluginOutcomes outcomes,
    Chance failure,
    Chance timeout,
    double usualFailure,
    double usualWeight) {

  /**
   * @throws IllegalArgumentException if a timeout is more likely than a failure, what is usual is
   *     no probability, or its weight is not positive and finite
   */
  public OutcomeRisk {
    requireNonNull(outcomes, "outcomes");
    if (timeout.probability() > failure.probability()) {
      throw new IllegalArgumentException(
          "a timeout is a failure, but more likely than one: %s > %s"
              .formatted(timeout.probability(), failure.probability()));
    }
    if (!(usualFailure >= 0 && usualFailure <= 1)) {
      throw new IllegalArgumentException("not a probability: " + usualFailure);
    }
    if (!(usualWeight > 0) || Double.isInfinite(usualWeight)) {
      throw new IllegalArgumentException("not the weight of something usual: " + usualWeight);
    }
  }

  public PluginName plugin() {
    return outcomes.plugin();
  }
}
