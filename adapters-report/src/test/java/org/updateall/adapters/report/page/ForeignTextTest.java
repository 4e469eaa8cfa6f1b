package org.updateall.adapters.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForeignTextTest {

  @Test
  void writesOutWhatIsNotSeenOrTurnsOtherText() {
    assertEquals(
        "\\u202egpj.\\u2066\\u2028\\u2029\\u0007\\u001b[31m\\ud800",
        ForeignText.visible(ReportFixture.UNSEEN));
    assertEquals(
        "\\u0000\\ufffe\\u1ffff\\ufeff\\u0085",
        ForeignText.visible("\u0000\ufffe\ud83f\udfff\ufeff\u0085"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zwölf\tapt\nнпм", "👨‍👩‍👧", "می‌خواهم", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "日本語", "<b> & \"c\""})
  void leavesEveryScriptAsItIs(String text) {
    assertEquals(text, ForeignText.visible(text));
  }

  @Test
  void cutsWhatIsTooLongAndSaysSo() {
    assertEquals("short", ForeignText.cut("short", 5));
    assertEquals("a long … (cut; 13 characters)", ForeignText.cut("a long story.", 6));
  }

  @Test
  void cutsNoCharacterInHalves() {
    assertEquals("ab", ForeignText.beginning("ab😀", 3));
    assertEquals("ab😀", ForeignText.beginning("ab😀c", 4));
  }
}
