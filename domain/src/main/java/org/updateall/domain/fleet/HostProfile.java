package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

/**
 * What kind of machine a host is.
 *
 * @param operatingSystem the distribution and its version, such as {@code debian-12}; {@link
 *     #UNKNOWN_SYSTEM} where that is not known
 * @param size how large it is
 */
public record HostProfile(String operatingSystem, SizeClass size) {

  public static final String UNKNOWN_SYSTEM = "unknown";

  /** Of a host of which nothing is known. */
  public static final HostProfile UNKNOWN = new HostProfile(UNKNOWN_SYSTEM, SizeClass.UNKNOWN);

  /**
   * @throws IllegalArgumentException if the operating system is blank
   */
  public HostProfile {
    requireNonNull(size, "size");
    if (operatingSystem.isBlank()) {
      throw new IllegalArgumentException("the operating system is blank");
    }
  }
}
