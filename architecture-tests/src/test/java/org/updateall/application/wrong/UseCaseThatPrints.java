package org.updateall.application.wrong;


/** Breaks a rule on purpose. */
public final class UseCaseThatPrints {
  public void print() {
    System.out.println();
  }
}
