package org.updateall.application.training;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

/**
 * What to train.
 *
 * @param plugins which plugins; none for every plugin of the history
 * @param host whose history to learn from
 * @param options how
 * @param level nominal level at which the models check themselves on the past
 * @param fromNothing whether kept models are forgotten, instead of going on from where they are
 */
public record TrainingRequest(
    List<PluginName> plugins,
    HostScope host,
    TrainingOptions options,
    double level,
    boolean fromNothing) {

  /**
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public TrainingRequest {
    plugins = List.copyOf(plugins);
    requireNonNull(host, "host");
    requireNonNull(options, "options");
    PredictionInterval.requireLevel(level);
  }

  /** Going on from kept models. */
  public TrainingRequest(
      List<PluginName> plugins, HostScope host, TrainingOptions options, double level) {
    this(plugins, host, options, level, false);
  }
}
