package org.updateall.modeling.wrong;

import org.updateall.application.Progress;

/** Breaks a rule on purpose. */
public final class ModelingThatKnowsTheApplication {
  public Class<?> known() {
    return Progress.class;
  }
}
