package org.updateall.application.estimating;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

/**
 * What to estimate.
 *
 * @param plugins which plugins; none for every plugin of the history
 * @param host on which host, or on what all hosts have in common
 * @param options how models are trained that are missing or stale
 * @param level nominal level of the intervals that will be shown
 */
public record EstimateRequest(
    List<PluginName> plugins, HostScope host, TrainingOptions options, double level) {

  /**
   * @throws IllegalArgumentException if the level is not above 0 and at most {@link
   *     PredictiveDistribution#maxLevel()}
   */
  public EstimateRequest {
    plugins = List.copyOf(plugins);
    requireNonNull(host, "host");
    requireNonNull(options, "options");
    PredictiveDistribution.requireKnownLevel(level);
  }
}
