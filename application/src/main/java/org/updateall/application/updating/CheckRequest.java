package org.updateall.application.updating;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

/**
 * What to check for updates.
 *
 * @param plugins which plugins; none for every one that is not switched off
 * @param host whose history tells what the updates will take
 * @param options how models are trained that are missing or stale
 * @param level nominal level of the intervals that will be shown
 * @param timeLimit how long each plugin may take to answer
 */
public record CheckRequest(
    List<PluginName> plugins,
    HostScope host,
    TrainingOptions options,
    double level,
    Duration timeLimit) {

  /** How long a plugin may take to answer, unless told. */
  public static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(2);

  /**
   * @throws IllegalArgumentException if no interval of that level is known, or the time limit is
   *     not above zero
   */
  public CheckRequest {
    plugins = List.copyOf(plugins);
    requireNonNull(host, "host");
    requireNonNull(options, "options");
    PredictiveDistribution.requireKnownLevel(level);
    if (timeLimit.isZero() || timeLimit.isNegative()) {
      throw new IllegalArgumentException("a time limit is above zero, and not " + timeLimit);
    }
  }
}
