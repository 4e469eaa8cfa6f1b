package org.updateall.domain.wrong.cycle;

import org.updateall.domain.wrong.cycle.other.CycleTwo;

/** Breaks a rule on purpose. */
public final class CycleOne {
  public Class<?> known() {
    return CycleTwo.class;
  }
}
