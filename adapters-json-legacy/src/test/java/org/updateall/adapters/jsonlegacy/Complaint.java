package org.updateall.adapters.jsonlegacy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.updateall.domain.history.HistoryUnavailable;

/** What a user is told when a history cannot be used: one line. */
final class Complaint {

  private Complaint() {}

  static String of(Executable use) {
    String line = String.valueOf(assertThrows(HistoryUnavailable.class, use).getMessage());
    assertFalse(line.contains("\n"), line);
    return line;
  }
}
