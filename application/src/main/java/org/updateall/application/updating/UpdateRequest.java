package org.updateall.application.updating;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

/**
 * What is to be updated, and how.
 *
 * @param plugins with which plugins; none for all that apply to this machine
 * @param host whose history the forecast goes by
 * @param level nominal level of its intervals
 * @param workers how many plugins run at a time, at the most
 * @param memoryLimit how much memory, in bytes, plugins that run at the same time may be expected
 *     to need together; absent for any amount. One that is expected to need more runs alone
 * @param continueOnError whether plugins still begin once one has failed
 * @param preflightLimit how long a plugin may take to say what it would do
 */
public record UpdateRequest(
    List<PluginName> plugins,
    HostScope host,
    double level,
    int workers,
    @Nullable Long memoryLimit,
    boolean continueOnError,
    Duration preflightLimit) {

  /**
   * @throws IllegalArgumentException if the level is not between 0 and 1, nothing can run, or a
   *     limit is not above zero
   */
  public UpdateRequest {
    plugins = List.copyOf(plugins);
    requireNonNull(host, "host");
    PredictionInterval.requireLevel(level);
    if (workers < 1) {
      throw new IllegalArgumentException("at least 1 plugin runs at a time, not " + workers);
    }
    if (memoryLimit != null && memoryLimit <= 0) {
      throw new IllegalArgumentException("the memory limit is not above 0: " + memoryLimit);
    }
    if (preflightLimit.isNegative() || preflightLimit.isZero()) {
      throw new IllegalArgumentException("the time limit is not above 0: " + preflightLimit);
    }
  }
}
