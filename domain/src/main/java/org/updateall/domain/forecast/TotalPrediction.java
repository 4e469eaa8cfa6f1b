package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.updateall.domain.history.PluginName;

/**
 * What a run of several plugins will need of one target.
 *
 * @param target which target
 * @param distribution what is believed of the total
 * @param mean the expected value
 * @param included the plugins that it is made of, by name
 * @param missing the plugins asked for of which nothing is known in this target
 * @param criticalShares for elapsed time, the probability of each plugin that the end of the run
 *     waits for it: that it lies on the longest chain of plugins that waited for one another; empty
 *     for other targets
 */
public record TotalPrediction(
    Target target,
    PredictiveDistribution distribution,
    double mean,
    List<PluginName> included,
    List<PluginName> missing,
    Map<PluginName, Double> criticalShares) {

  /**
   * @throws IllegalArgumentException if the mean is negative or not finite, or a share is not one
   */
  public TotalPrediction {
    requireNonNull(target, "target");
    requireNonNull(distribution, "distribution");
    included = List.copyOf(included);
    missing = List.copyOf(missing);
    criticalShares = Map.copyOf(criticalShares);
    PredictionInterval.requirePoint(mean);
    for (double share : criticalShares.values()) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("a share lies between 0 and 1, not at " + share);
      }
    }
  }

  /** Of whose critical plugins nothing is said. */
  public TotalPrediction(
      Target target,
      PredictiveDistribution distribution,
      List<PluginName> included,
      List<PluginName> missing) {
    this(target, distribution, distribution.mean(), included, missing, Map.of());
  }

  public double point() {
    return distribution.median();
  }

  /** The share of that plugin in {@link #criticalShares()}; 0 if it has none. */
  public double criticalShare(PluginName plugin) {
    return criticalShares.getOrDefault(plugin, 0.0);
  }

  public PredictionInterval interval(double level) {
    return distribution.interval(level);
  }
}
