package org.updateall.domain.wrong.cycle.other;

import org.updateall.domain.wrong.cycle.CycleOne;

/** Breaks a rule on purpose. */
public final class CycleTwo {
  public Class<?> known() {
    return CycleOne.class;
  }
}
