package org.updateall.adapters.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.updateall.adapters.report.chart.HistoryFixture.ahead;
import static org.updateall.adapters.report.chart.HistoryFixture.daily;
import static org.updateall.adapters.report.chart.HistoryFixture.history;
import static org.updateall.adapters.report.chart.HistoryFixture.run;
import static org.updateall.adapters.report.chart.HistoryFixture.said;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.reporting.PastRun;
import org.updateall.domain.reporting.TargetHistory;
import org.w3c.dom.Element;

final class HistoryChartTest {

  private static final ZoneId ZONE = ZoneOffset.UTC;
  private static final Pattern NUMBER = Pattern.compile("-?\\d*\\.?\\d+");

  private static final TargetHistory SMALL =
      history(
          "apt",
          Target.WALL_CLOCK,
          List.of(
              run(0, 60, null), run(1, 70, said(60, 0.2, false)), run(2, 300, said(60, 0.2, true))),
          ahead(3, 80, 0.2, 2));

  @Test
  void drawsEachRunAndWhatWasSaidOfIt() {
    SvgDocument drawn = SvgDocument.read(HistoryChart.of(SMALL, ZONE).svg("c1"));

    List<Element> runs =
        drawn.all("circle", "run").stream().filter(HistoryChartTest::tells).toList();
    assertEquals(2, runs.size());
    assertEquals("3 Nov 2025 05:12: 1 min", runs.get(0).getTextContent());
    assertEquals(
        "4 Nov 2025 05:12: 1 min 10 s; said afterwards 45 s and 1 min 21 s to hold 90 %",
        runs.get(1).getTextContent());
    List<Element> outside =
        drawn.all("path", "outside").stream().filter(HistoryChartTest::tells).toList();
    assertEquals(1, outside.size(), "another shape");
    assertTrue(outside.get(0).getTextContent().contains("5 min; foretold"));
    assertEquals(2, drawn.all("path", "wide").size(), "one band, and one in the legend");
    assertEquals(2, drawn.all("path", "after-wide").size());
    assertEquals(4 + 3, drawn.all("path", "fan").size());
    assertEquals(2, drawn.all("circle", "point").size());
    assertEquals(1, drawn.all("path", "now").size());
    assertTrue(drawn.labels().containsAll(List.of("now", "next 2 runs", "3 min", "elapsed time")));
  }

  private static boolean tells(Element element) {
    return !element.getTextContent().isEmpty();
  }

  @Test
  void tellsItsMainFactsToWhoeverDoesNotSeeIt() {
    SvgDocument drawn = SvgDocument.read(HistoryChart.of(SMALL, ZONE).svg("c1"));

    assertEquals("img", drawn.root().getAttribute("role"));
    assertEquals("c1-title c1-text", drawn.root().getAttribute("aria-labelledby"));
    Element title = (Element) drawn.root().getFirstChild();
    Element text = (Element) title.getNextSibling();
    assertEquals("c1-title", title.getAttribute("id"));
    assertEquals("apt: elapsed time", title.getTextContent());
    assertEquals("desc", text.getLocalName());
    assertEquals("c1-text", text.getAttribute("id"));
    assertEquals(
        "3 runs from 3 Nov 2025 to 5 Nov 2025, from 1 min to 5 min, the middle one 1 min 10 s,"
            + " the last one 5 min. 0 of 1 that had been foretold lay within their 90 % range."
            + " The next run, about 6 Nov 2025, is expected to come to 1 min 20 s, with 90 %"
            + " between 1 min and 1 min 47 s.",
        text.getTextContent());
  }

  @Test
  void aYearOfDailyRunsStaysSmall() {
    String year = HistoryChart.of(daily(365), ZONE).svg("y");
    assertTrue(year.length() < 25_000, () -> "it has " + year.length());
    String decade = HistoryChart.of(daily(3650), ZONE).svg("y");
    assertTrue(decade.length() < 90_000, () -> "it has " + decade.length());
  }

  @Test
  void aBandOfRunsBesideOneAnotherIsOneOutline() {
    SvgDocument drawn = SvgDocument.read(HistoryChart.of(daily(60), ZONE).svg("b"));
    String band = drawn.all("path", "wide").get(0).getAttribute("d");
    assertEquals(1, band.chars().filter(letter -> letter == 'z').count(), band);
    TargetHistory apart =
        history(
            "x",
            Target.WALL_CLOCK,
            List.of(run(0, 5, said(5, 0.1, true)), run(300, 5, said(5, 0.1, true))),
            List.of());
    String two =
        SvgDocument.read(HistoryChart.of(apart, ZONE).svg("b"))
            .all("path", "wide")
            .get(0)
            .getAttribute("d");
    assertEquals(2, two.chars().filter(letter -> letter == 'z').count(), "months are not bridged");
  }

  @Test
  void aGreatSpreadIsDrawnByRatiosAndSaysSo() {
    List<PastRun> runs =
        IntStream.range(0, 20)
            .mapToObj(i -> run(i, i == 7 ? 4e9 : i == 3 ? 0 : 2e6, null))
            .toList();
    SvgDocument drawn =
        SvgDocument.read(
            HistoryChart.of(history("x", Target.DOWNLOAD_SIZE, runs, List.of()), ZONE).svg("l"));
    assertTrue(drawn.labels().contains("download size, logarithmic scale"), "" + drawn.labels());
    assertTrue(drawn.labels().containsAll(List.of("0", "4 GiB")), "" + drawn.labels());
    List<Element> dots = drawn.all("circle", "run");
    double small = Double.parseDouble(dots.get(0).getAttribute("cy"));
    double zero = Double.parseDouble(dots.get(3).getAttribute("cy"));
    double great = Double.parseDouble(dots.get(7).getAttribute("cy"));
    assertTrue(great + 50 < small && small + 10 < zero, great + " " + small + " " + zero);
  }

  @Test
  void howLongAgoTheLastRunWasIsSeen() {
    TargetHistory left =
        history(
            "x",
            Target.WALL_CLOCK,
            List.of(run(0, 5, null), run(10, 5, null)),
            ahead(100, 5, 1, 1));
    List<Element> runs =
        SvgDocument.read(HistoryChart.of(left, ZONE).svg("l")).all("circle", "run");
    assertTrue(Double.parseDouble(runs.get(1).getAttribute("cx")) < 150);
  }

  @Test
  void valuesNearOneAnotherAreNotDrawnFromZero() {
    List<PastRun> runs = IntStream.range(0, 9).mapToObj(i -> run(i, 4e8 + 3e6 * i, null)).toList();
    SvgDocument drawn =
        SvgDocument.read(
            HistoryChart.of(history("x", Target.MEMORY_PEAK, runs, List.of()), ZONE).svg("n"));
    assertFalse(drawn.labels().contains("0"), "" + drawn.labels());
  }

  @Test
  void saysThatItCoversInstallingAlone() {
    TargetHistory install =
        new TargetHistory(
            new PluginName("apt"),
            Target.WALL_CLOCK,
            Coverage.INSTALL,
            List.of(run(0, 3, null)),
            List.of());
    assertEquals("apt: elapsed time of installing alone", HistoryChart.of(install, ZONE).title());
    assertEquals("One run, of 3 Nov 2025: 3.0 s.", HistoryChart.of(install, ZONE).description());
  }

  @Test
  void aDocumentOfItsOwnHasAllThatItNeeds() {
    String document = HistoryChart.of(SMALL, ZONE).document();
    SvgDocument read = SvgDocument.read(document);
    assertTrue(document.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\""));
    assertTrue(read.labels().contains("apt: elapsed time"), "a title that is seen");
    assertTrue(document.contains("prefers-color-scheme: dark"));
    assertFalse(document.contains("var("), "not every viewer knows them");
    assertFalse(HistoryChart.of(SMALL, ZONE).svg("c").contains("<style"), "a page has it once");
  }

  @TestFactory
  Stream<DynamicTest> whatIsOddIsDrawnWithinThePicture() {
    Map<String, TargetHistory> odd =
        Map.of(
            "nothing", history("x", Target.WALL_CLOCK, List.of(), List.of()),
            "only what is next", history("x", Target.CPU_TIME, List.of(), ahead(0, 5, 1, 1)),
            "one run", history("x", Target.MEMORY_PEAK, List.of(run(0, 4e8, null)), List.of()),
            "equal",
                history(
                    "x",
                    Target.CPU_TIME,
                    List.of(run(0, 5, said(5, 0, true)), run(9, 5, said(5, 0, true))),
                    ahead(12, 5, 0, 3)),
            "zeros",
                history(
                    "x",
                    Target.DOWNLOAD_SIZE,
                    List.of(run(0, 0, said(0, 0, true)), run(9, 0, null)),
                    ahead(12, 0, 0, 3)),
            "at one moment",
                history(
                    "x",
                    Target.WALL_CLOCK,
                    List.of(
                        run(3, 5, said(5, 1, true)), run(3, 9, said(5, 1, true)), run(3, 1, null)),
                    ahead(4, 5, 1, 6)),
            "thought possible beyond measure",
                history(
                    "x",
                    Target.WALL_CLOCK,
                    List.of(run(0, 5, said(5, 9, false)), run(1, 6, said(5, 9, true))),
                    ahead(4, 5, 9, 6)),
            "months apart",
                history(
                    "x",
                    Target.WALL_CLOCK,
                    List.of(run(0, 5, null), run(200, 6, said(5, 1, true)), run(900, 7, null)),
                    ahead(901, 5, 1, 40)));
    return odd.entrySet().stream()
        .map(each -> dynamicTest(each.getKey(), () -> assertWithin(each.getValue())));
  }

  private static void assertWithin(TargetHistory history) {
    HistoryChart chart = HistoryChart.of(history, ZONE);
    String svg = chart.svg("odd");
    assertFalse(svg.contains("NaN") || svg.contains("∞") || svg.contains("Infinity"), svg);
    SvgDocument read = SvgDocument.read(svg);
    for (String name : List.of("circle", "text")) {
      for (Element each : read.all(name, name.equals("text") ? "faint" : "run")) {
        double x = number(each, name.equals("text") ? "x" : "cx");
        double y = number(each, name.equals("text") ? "y" : "cy");
        assertTrue(x >= 0 && x <= chart.width() && y >= 0 && y <= chart.height(), x + " " + y);
      }
    }
    for (Element path : read.all("path", "wide")) {
      Matcher start = NUMBER.matcher(path.getAttribute("d"));
      assertTrue(start.find() && Double.parseDouble(start.group()) <= chart.width());
    }
    assertFalse(chart.description().isBlank());
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
