package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import org.updateall.domain.forecast.PredictiveDistribution;

/**
 * What one host means for the end of the whole park.
 *
 * @param host its name
 * @param duration how many seconds its own update takes
 * @param lastShare the probability that it is the last to finish
 * @param criticalShare the probability that the end waits for it: that it lies on the chain of
 *     hosts, each of which began when the one before it had finished, at whose end the park is done
 */
public record HostStanding(
    String host, PredictiveDistribution duration, double lastShare, double criticalShare) {

  /**
   * @throws IllegalArgumentException if the shares are none, or it is last without being critical
   */
  public HostStanding {
    requireNonNull(host, "host");
    requireNonNull(duration, "duration");
    if (!(lastShare >= 0 && criticalShare >= lastShare && criticalShare <= 1)) {
      throw new IllegalArgumentException(
          "no shares of a host: last %s, critical %s".formatted(lastShare, criticalShare));
    }
  }
}
