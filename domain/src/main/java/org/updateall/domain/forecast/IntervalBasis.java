package org.updateall.domain.forecast;

import java.util.Locale;

/** What the bounds of an interval rest on. */
public enum IntervalBasis {
  /** An assumption about how runs of such a kind spread. */
  PRIOR,
  /** The plugin's own errors and an assumption about their tails. */
  BLEND,
  /** The plugin's own errors alone. */
  OWN;

  /** The name in machine-readable output: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
