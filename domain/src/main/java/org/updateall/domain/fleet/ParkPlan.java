package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a park of hosts is updated: whenever fewer than so many are at it, the next begins.
 *
 * @param hosts in any order
 * @param atATime how many hosts at a time, at the most
 * @param order in which they begin
 * @param correlation of what any two hosts take on the same day, from 0 to 1; see {@link
 *     ParkForecaster}
 */
public record ParkPlan(List<ParkHost> hosts, int atATime, HostOrder order, double correlation) {

  /**
   * What is assumed of hosts, and of the plugins of one host, where nothing else is known: a fifth
   * of the variance of what they take is common to all.
   */
  public static final double ASSUMED_CORRELATION = 0.2;

  /**
   * @throws IllegalArgumentException if a host is there twice, none may begin, or the correlation
   *     is not from 0 to 1
   */
  public ParkPlan {
    hosts = List.copyOf(hosts);
    requireNonNull(order, "order");
    if (atATime < 1) {
      throw new IllegalArgumentException("at least 1 host at a time, not " + atATime);
    }
    requireCorrelation(correlation);
    Set<String> names = new HashSet<>();
    for (ParkHost host : hosts) {
      if (!names.add(host.name())) {
        throw new IllegalArgumentException("a host is there twice: " + host.name());
      }
    }
  }

  /** The same with another number of hosts at a time. */
  public ParkPlan withAtATime(int other) {
    return new ParkPlan(hosts, other, order, correlation);
  }

  /**
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public static void requireCorrelation(double correlation) {
    if (!(correlation >= 0 && correlation <= 1)) {
      throw new IllegalArgumentException(
          "a correlation lies from 0 to 1 here, not at " + correlation);
    }
  }
}
