package org.updateall.domain.forecast;

import java.util.Locale;

/** What the bounds of an interval rest on. */
public enum IntervalBasis {
  /** How runs of other plugins and hosts have spread, or an assumption about it. */
  PRIOR,
  /** The plugin's own errors, and an assumption about what they do not tell. */
  BLEND,
  /** The plugin's own errors alone. */
  OWN;

  /** The name in machine-readable output: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
