package org.updateall.application.wrong;

import io.vavr.control.Try;

/** Breaks a rule on purpose. */
public final class UseCaseThatTries {
  public Try<String> attempt() {
    return Try.success("");
  }
}
