package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** What a value says when it refuses to be made. */
public final class Refusal {

  private Refusal() {}

  /** The message with which an argument was refused; the test fails if it was not. */
  public static String of(Executable making) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, making).getMessage());
  }
}
