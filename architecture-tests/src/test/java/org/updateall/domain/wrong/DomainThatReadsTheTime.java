package org.updateall.domain.wrong;

import java.time.Instant;

/** Breaks a rule on purpose. */
public final class DomainThatReadsTheTime {
  public Instant time() {
    return Instant.now();
  }
}
