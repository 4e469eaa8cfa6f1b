package org.updateall.domain.wrong;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Breaks a rule on purpose, by reference instead of by call. */
public final class DomainThatRefersToDice {
  public Supplier<SplittableRandom> dice() {
    return SplittableRandom::new;
  }
}
