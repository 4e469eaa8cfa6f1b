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

  /** As long as that of a {@link Run} may be. */
  private static final int MAX_HOSTNAME_LENGTH = 255;

  /**
   * @throws IllegalArgumentException if the host name is none that a {@link Run} may have: blank,
   *     above 255 characters, or with a control character or half a surrogate pair
   */
  public LegacyReading {
    requireNonNull(zone, "zone");
    Require.text("host name", hostname, MAX_HOSTNAME_LENGTH);
  }
}
