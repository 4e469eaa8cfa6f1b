package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import org.updateall.domain.forecast.PredictiveDistribution;

/**
 * What a park comes to in one target.
 *
 * @param distribution what is believed of it
 * @param hosts of how many hosts it is made; nothing is known of the others
 */
public record ParkTotal(PredictiveDistribution distribution, int hosts) {

  /**
   * @throws IllegalArgumentException if it is made of no host
   */
  public ParkTotal {
    requireNonNull(distribution, "distribution");
    if (hosts < 1) {
      throw new IllegalArgumentException("a total of no host");
    }
  }
}
