package org.updateall.adapters.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlainTextTest {

  @Test
  void takesAwayWhatSteersATerminal() {
    assertEquals("red", PlainText.of("\u001b[1;31mred\u001b[0m"));
    assertEquals("title", PlainText.of("\u001b]0;evil\u0007title"));
    assertEquals("title", PlainText.of("\u001b]8;;http://example\u001b\\title"));
    assertEquals("ab", PlainText.of("a\u001b(Bb"));
    assertEquals("ab", PlainText.of("a\u0008\u0000\u009bb"));
    assertEquals("cut", PlainText.of("cut\u001b["));
    assertEquals("cut", PlainText.of("cut\u001b"));
    assertEquals("å\tß\n", PlainText.of("å\tß\n"));
  }

  @Test
  void cutsAtEveryKindOfLineEnd() {
    assertEquals(List.of("a", "b", "c", "d"), PlainText.lines("a\nb\r\nc\rd"));
  }

  @Test
  void summarisesByTheFirstLineThatSaysSomething() {
    assertEquals("E: no lock", PlainText.summary("\n  \n  E: no lock\nmore"));
    assertEquals(200, PlainText.summary("x".repeat(500)).length());
    assertEquals("", PlainText.summary(""));
  }
}
