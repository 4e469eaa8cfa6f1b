package org.updateall.application.wrong;

import java.awt.Graphics2D;

/** Breaks a rule on purpose. */
public final class UseCaseThatPaints {
  public Class<?> known() {
    return Graphics2D.class;
  }
}
