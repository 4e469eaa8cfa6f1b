package org.updateall.domain.history;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;

/**
 * How to read what an old history leaves open.
 *
 * @param zone the zone of times written without one
 * @param hostname the machine of runs that name none
 */
public record LegacyReading(ZoneId zone, String hostname) {

  public LegacyReading {
    requireNonNull(zone, "zone");
    requireNonNull(hostname, "hostname");
  }
}
