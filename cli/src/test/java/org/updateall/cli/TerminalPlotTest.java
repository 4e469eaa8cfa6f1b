package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.ledger.QuantileOutline;
import org.updateall.domain.reporting.PastForecast;
import org.updateall.domain.reporting.PastRun;
import org.updateall.domain.reporting.RunAhead;
import org.updateall.domain.reporting.TargetHistory;

final class TerminalPlotTest {

  private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
  private static final double[] VALUES = {40, 45, 50, 120, 60, 55, 10, 62, 64, 60};

  private final TargetHistory history =
      history(
          IntStream.range(0, VALUES.length)
              .mapToObj(day -> run(day, VALUES[day], day < 2 ? null : said(55)))
              .toList(),
          ahead(10, 60, 3));

  @Test
  void drawsBarsMarksAndWhatIsNext() {
    assertEquals(
        """
            2 min │         ██                    ┊
                  │         ██                    ┊
                  │         ██                    ┊
        1 min 8 s │         ██          ▁▁ ▂▂     ┊ ━━━━━━━━━
                  │      ▃▃ ██ ██ ▅▅    ██ ██ ██  ┊ ░░░░░░░░░
                  │▅▅ ██ ██ ██ ██ ██    ██ ██ ██  ┊
                  │██ ██ ██ ██ ██ ██    ██ ██ ██  ┊
                0 │██ ██ ██ ██ ██ ██ ▅▅ ██ ██ ██  ┊
          outside           ▲▲       ▼▼
                   5 Jan 2026         14 Jan 2026   next
        """,
        plain(PlotSigns.BLOCKS, 60));
  }

  @Test
  void marksTheRunsThatLayOutside() {
    String text = plain(PlotSigns.BLOCKS, 60);
    String marks = text.lines().filter(line -> line.contains("outside")).findFirst().orElseThrow();
    assertEquals(2, marks.chars().filter(each -> each == '▼').count(), marks);
    assertEquals(2, marks.chars().filter(each -> each == '▲').count(), marks);
    assertTrue(text.contains("5 Jan 2026"), text);
    assertTrue(text.contains("14 Jan 2026"), text);
  }

  @Test
  void isPlainWhereNothingElseIsShown() {
    String text = plain(PlotSigns.ASCII, 60);
    assertTrue(text.chars().allMatch(each -> each < 128), text);
    assertTrue(text.contains("^") && text.contains("v") && text.contains("==="), text);
  }

  @Test
  void coloursOnlyWhereTheyAreWanted() {
    TerminalPlot plot = new TerminalPlot(history, ZoneOffset.UTC, PlotSigns.BLOCKS, 60);
    assertFalse(plot.render(false).contains("\u001b"));
    String colourful = plot.render(true);
    assertTrue(colourful.contains("\u001b[32m") && colourful.contains("\u001b[33m"));
    assertEquals(plot.render(false), stripped(colourful));
  }

  private static String stripped(String text) {
    return text.replaceAll("\u001b\\[\\d+m", "").replaceAll("(?m) +$", "");
  }

  @Test
  void staysWithinTheWidth() {
    for (int runs : new int[] {1, 7, 100, 4000}) {
      TargetHistory many =
          history(
              IntStream.range(0, runs).mapToObj(day -> run(day, 30 + day % 9, said(33))).toList(),
              ahead(runs, 33, 6));
      for (int width : new int[] {50, 79, 200}) {
        new TerminalPlot(many, ZoneOffset.UTC, PlotSigns.BLOCKS, width)
            .render(false)
            .lines()
            .forEach(line -> assertTrue(Text.width(line) <= width, line));
      }
    }
  }

  @Test
  void runsShareAColumnWhereThereIsNoRoom() {
    TargetHistory many =
        history(
            IntStream.range(0, 90).mapToObj(day -> run(day, day == 50 ? 80 : 20, null)).toList(),
            List.of());
    TerminalPlot plot = new TerminalPlot(many, ZoneOffset.UTC, PlotSigns.BLOCKS, 50);
    assertEquals(3, plot.runsEach());
    String text = plot.render(false);
    assertEquals(6, text.chars().filter(each -> each == '╎').count(), text);
    assertFalse(text.contains("┊"), text);
  }

  @Test
  void zerosAndEqualValuesAreDrawn() {
    String zeros = plain(history(List.of(run(0, 0, null), run(1, 0, null)), List.of()));
    assertTrue(zeros.contains("0 │··· ···"), zeros);
    String equal = plain(history(List.of(run(0, 5, null), run(1, 5, null)), List.of()));
    assertTrue(equal.startsWith("  5.0 s │███ ███"), equal);
  }

  @Test
  void aGreatSpreadIsDrawnByRatios() {
    TerminalPlot plot =
        new TerminalPlot(
            history(
                IntStream.range(0, 9).mapToObj(day -> run(day, day == 4 ? 5000 : 2, null)).toList(),
                List.of()),
            ZoneOffset.UTC,
            PlotSigns.BLOCKS,
            60);
    assertTrue(plot.isLogarithmic());
    String bottom = plot.render(false).lines().skip(7).findFirst().orElseThrow();
    assertTrue(bottom.contains("1.0 s │▅▅▅ "), bottom);
  }

  private String plain(PlotSigns signs, int width) {
    return new TerminalPlot(history, ZoneOffset.UTC, signs, width).render(false);
  }

  private static String plain(TargetHistory history) {
    return new TerminalPlot(history, ZoneOffset.UTC, PlotSigns.BLOCKS, 60).render(false);
  }

  private static TargetHistory history(List<PastRun> past, List<RunAhead> ahead) {
    return new TargetHistory(new PluginName("apt"), Target.WALL_CLOCK, Coverage.WHOLE, past, ahead);
  }

  private static PastRun run(int day, double value, @Nullable PastForecast forecast) {
    return new PastRun(START.plus(Duration.ofDays(day)), value, forecast);
  }

  private static PastForecast said(double median) {
    return new PastForecast(QuantileOutline.of(law(median)), true);
  }

  private static List<RunAhead> ahead(int day, double median, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new RunAhead(START.plus(Duration.ofDays(day + i)), law(median)))
        .toList();
  }

  private static PredictiveDistribution law(double median) {
    return PredictiveDistribution.of(
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> median * Math.exp(0.1 * Math.log(level / (1 - level))))
            .toArray());
  }
}
