package org.updateall.domain.wrong;

import java.time.Instant;
import java.util.function.Supplier;

/** Breaks a rule on purpose, by reference instead of by call. */
public final class DomainThatRefersToTheTime {
  public Supplier<Instant> time() {
    return Instant::now;
  }
}
