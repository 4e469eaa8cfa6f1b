package org.updateall.application.wrong;

import org.apache.commons.math3.util.FastMath;

/** Breaks a rule on purpose. */
public final class UseCaseThatKnowsAnAdapter {
  public Class<?> known() {
    return FastMath.class;
  }
}
