package org.updateall.domain.metering;

import java.util.Locale;

/** What is measured of a command by one method. */
public enum Figure {
  WALL_CLOCK,
  CPU,
  MEMORY_PEAK,
  IO,
  NETWORK,
  DOWNLOAD;

  /** The name in machine-readable output: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
