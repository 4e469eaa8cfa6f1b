package org.updateall.adapters.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

final class SvgTest {

  @Test
  void textStaysTextWhateverItHolds() {
    String hostile = "</title><script>alert(1)</script> & \" ' ]]> <!-- \u0000 \u001b[2J";
    String svg =
        new Svg()
            .open("svg", "xmlns", Svg.NAMESPACE, "class", hostile)
            .text("title", hostile)
            .close()
            .toString();

    SvgDocument read = SvgDocument.read(svg);
    String shown = hostile.replace('\u0000', '\uFFFD').replace('\u001b', '\uFFFD');
    assertEquals(shown, read.root().getTextContent());
    assertEquals(shown, read.root().getAttribute("class"));
    assertFalse(svg.contains("<script"), svg);
  }

  @Test
  void whatXmlForbidsOrWouldTurnTheTextIsReplaced() {
    assertEquals("a\uFFFDb", Svg.readable("a\u0008b"));
    assertEquals("a\uFFFDb", Svg.readable("a\uD800b"));
    assertEquals("a\uFFFDb", Svg.readable("a\uFFFEb"));
    assertEquals("a\uFFFDb", Svg.readable("a\u202Eb"));
    assertEquals("a\uFFFDb", Svg.readable("a\u2066b"));
    assertEquals("zażółć 📦 لا\t\n", Svg.readable("zażółć 📦 لا\t\n"));
  }

  @Test
  void textsAreShortenedByWholeCharacters() {
    assertEquals("📦📦📦", Svg.shortened("📦📦📦", 3));
    assertEquals("📦📦…", Svg.shortened("📦📦📦📦", 3));
  }

  @Test
  void numbersAreRoundedToTenths() {
    assertEquals(
        "<circle cx=\"1.3\" cy=\"-.1\" r=\"4\"></circle>",
        new Svg().open("circle", "cx", 1.26, "cy", -0.06, "r", 4.0).close().toString());
  }

  @Test
  void roundingsOfAPathDoNotAddUp() {
    Path path = new Path().move(0, 0);
    for (int i = 1; i <= 100; i++) {
      path.line(i * 0.26, 0);
    }
    double sum = 0;
    for (String step : path.toString().substring("M0 0h".length()).split("h", -1)) {
      sum += Double.parseDouble(step);
    }
    assertEquals(26, sum, 1e-6);
  }

  @Test
  void stepsOfAPathAreShort() {
    assertEquals(
        "M1 2h3v-.5l-1 1.5l1-1z",
        new Path().move(1, 2).line(4, 2).line(4, 1.5).line(3, 3).line(4, 2).close().toString());
    assertEquals("M1-2h0m2 5h0", new Path().dot(1.2, -2.3).dot(3, 3).toString());
  }
}
