package org.updateall.application.fleet;

import static java.util.Objects.requireNonNull;

import org.updateall.domain.fleet.PriorClass;

/**
 * A forecast far from those of its kind.
 *
 * @param host of which host
 * @param kind the kind of series: plugin, target, and what its hosts have in common
 * @param members how many hosts are of that kind
 * @param point the median of what is forecast
 * @param usual the median of that over the kind, above 0
 * @param score how many robust standard deviations it lies above on the logarithmic scale, below if
 *     negative
 */
public record FleetOutlier(
    String host, PriorClass kind, int members, double point, double usual, double score) {

  public FleetOutlier {
    requireNonNull(host, "host");
    requireNonNull(kind, "kind");
  }

  /** How many times its kind it is. */
  public double factor() {
    return point / usual;
  }
}
