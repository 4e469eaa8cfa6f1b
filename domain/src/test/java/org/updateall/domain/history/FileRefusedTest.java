package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileRefusedTest {

  private static final Path FILE = Path.of("history.json");

  @Test
  void saysFilePlaceReasonAndRemedy() {
    assertEquals(
        "history.json, line 12, column 3 (byte 381): not JSON. Restore it.",
        new FileRefused(FILE, "line 12, column 3 (byte 381)", "not JSON", "Restore it.").message());
  }

  @Test
  void saysNoPlaceWhereTheWholeFileIsAtFault() {
    assertEquals(
        "history.json: it is empty. Restore it.",
        new FileRefused(FILE, "", "it is empty", "Restore it.").message());
  }

  @Test
  void saysPercentSignsAsTheyStand() {
    assertEquals(
        "100%s.json: %d is no number. Mend it.",
        new FileRefused(Path.of("100%s.json"), "", "%d is no number", "Mend it.").message());
  }
}
