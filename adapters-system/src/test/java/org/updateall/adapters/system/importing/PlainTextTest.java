package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "it broke,it broke",
        "  it broke ,it broke",
        "\u001B[1;31mred\u001B[0m,red",
        "\u001B[38;5;196mred\u001B[K,red",
        "\u001B]0;title\u0007text,]0;titletext",
        "a\u0000b\u0008c\u007Fd\u009Be,abcde",
        "left\u202Eright\u200B,leftright",
        "one\u2028two\u2029three,onetwothree",
        "\uD83D\uDC1Fgr\u00FC\u00DFe \u65E5\u672C,\uD83D\uDC1Fgr\u00FC\u00DFe \u65E5\u672C",
        "\uD83Dlone,lone"
      })
  void leavesOutWhatIsNotShown(String text, String plain) {
    assertEquals(plain, PlainText.of(text));
  }

  @Test
  void leavesOutWhatIsTooLong() {
    String fish = "\uD83D\uDC1F";

    assertEquals("x".repeat(500), PlainText.of("x".repeat(1 << 20)));
    assertEquals(fish.repeat(500), PlainText.of(fish.repeat(600)));
    assertEquals("x" + fish.repeat(499), PlainText.of("x" + fish.repeat(600)));
  }
}
