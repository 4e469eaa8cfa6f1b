package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HistoryUnavailableTest {

  @Test
  void saysWhatTheUserNeedsToKnow() {
    HistoryUnavailable unavailable = new HistoryUnavailable("history.duckdb is locked");

    assertEquals("history.duckdb is locked", unavailable.getMessage());
    assertNull(unavailable.getCause());
  }

  @Test
  void keepsTheCause() {
    IOException cause = new IOException("no space left");

    assertSame(cause, new HistoryUnavailable("the disk is full", cause).getCause());
  }
}
