package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Looks into the messages of failures. */
final class Messages {

  private Messages() {}

  /** Fails unless the message holds each of these texts. */
  static void assertSays(Exception failure, String... texts) {
    String message = String.valueOf(failure.getMessage());
    for (String text : texts) {
      assertTrue(message.contains(text), () -> "\"%s\" is not in: %s".formatted(text, message));
    }
  }
}
