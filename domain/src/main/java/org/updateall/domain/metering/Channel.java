package org.updateall.domain.metering;

/** Where a command prints. */
public enum Channel {
  OUTPUT,
  ERROR
}
