package org.updateall.domain.updating;

import java.util.Locale;

/** Where a plugin comes from. */
public enum PluginOrigin {
  /** update-all brings it along. */
  SHIPPED,
  /** The user has declared it. */
  DECLARED,
  /** An executable of the user's that speaks the external plugin protocol. */
  PROTOCOL;

  /** The name in machine-readable output: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
