package org.updateall.domain.updating;

import java.util.Locale;

/** How an announced download relates to what will come over the network. */
public enum DownloadPrecision {
  /** To the byte, what is there already left out. */
  EXACT,
  /** As printed for people, such as {@code 168 MB}. */
  ROUNDED,
  /** No more than this; less where parts are there already, or only differences are fetched. */
  UPPER_BOUND;

  /** The name in machine-readable output: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
