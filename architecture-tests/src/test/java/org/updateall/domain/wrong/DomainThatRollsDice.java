package org.updateall.domain.wrong;

import java.util.SplittableRandom;

/** Breaks a rule on purpose. */
public final class DomainThatRollsDice {
  public int roll() {
    return new SplittableRandom().nextInt(6);
  }
}
