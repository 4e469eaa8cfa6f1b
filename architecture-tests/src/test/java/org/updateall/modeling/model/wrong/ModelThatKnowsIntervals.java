package org.updateall.modeling.model.wrong;

import org.updateall.modeling.conformal.SplitConformal;

/** Breaks a rule on purpose. */
public final class ModelThatKnowsIntervals {
  public Class<?> known() {
    return SplitConformal.class;
  }
}
