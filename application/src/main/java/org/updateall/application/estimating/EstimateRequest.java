package org.updateall.application.estimating;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.Schedule;

/**
 * What to estimate.
 *
 * @param plugins which plugins; none for every plugin of the history
 * @param host on which host, or on what all hosts have in common
 * @param options how models are trained that are missing or stale
 * @param level nominal level of the intervals that will be shown
 * @param known what is known of the coming run of some plugins
 * @param schedule by what rule they will run
 */
public record EstimateRequest(
    List<PluginName> plugins,
    HostScope host,
    TrainingOptions options,
    double level,
    Map<PluginName, Covariates> known,
    Schedule schedule) {

  /**
   * @throws IllegalArgumentException if the level is not above 0 and at most {@link
   *     PredictiveDistribution#maxLevel()}
   */
  public EstimateRequest {
    plugins = List.copyOf(plugins);
    known = Map.copyOf(known);
    requireNonNull(host, "host");
    requireNonNull(options, "options");
    requireNonNull(schedule, "schedule");
    PredictiveDistribution.requireKnownLevel(level);
  }

  /** One after another. */
  public EstimateRequest(
      List<PluginName> plugins,
      HostScope host,
      TrainingOptions options,
      double level,
      Map<PluginName, Covariates> known) {
    this(plugins, host, options, level, known, Schedule.sequential());
  }

  /** Of whose coming runs nothing is known, one after another. */
  public EstimateRequest(
      List<PluginName> plugins, HostScope host, TrainingOptions options, double level) {
    this(plugins, host, options, level, Map.of());
  }
}
