package org.updateall.adapters.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.adapters.report.chart.HistoryFixture.law;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.RunRisk;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.ledger.CoverageBand;
import org.updateall.domain.ledger.PitHistogram;
import org.updateall.domain.reporting.CalibrationCurve;
import org.updateall.domain.reporting.MonthlyCost;
import org.updateall.domain.reporting.NextRun;
import org.updateall.domain.retrieval.MeasureTotal;
import org.w3c.dom.Element;

final class OtherChartsTest {

  @Test
  void calibrationIsDrawnAsPointsWithWhatTheyCanTell() {
    CalibrationChart chart =
        CalibrationChart.of(
            List.of(
                new CalibrationCurve.Point(0.5, new CoverageBand(20, 40)),
                new CalibrationCurve.Point(0.9, new CoverageBand(24, 40))));
    SvgDocument drawn = SvgDocument.read(chart.svg("k"));

    List<Element> points = drawn.all("circle", "point");
    assertEquals("216", points.get(0).getAttribute("cx"));
    assertEquals("164", points.get(0).getAttribute("cy"));
    assertEquals("50 %: 20 of 40 inside, 50.0 %", points.get(0).getTextContent());
    assertEquals(2, drawn.all("path", "thin").size());
    assertEquals(
        "40 outcomes. At 1 of 2 levels the promise lies within what so many outcomes can tell."
            + " Intervals of 90 % held 60.0 % of them.",
        chart.description());
  }

  @Test
  void withoutOutcomesItIsSaidSo() {
    CalibrationCurve none = CalibrationCurve.of(List.of());
    SvgDocument drawn = SvgDocument.read(CalibrationChart.of(none).svg("k"));
    assertTrue(drawn.labels().contains("no outcome to judge by"));
    assertTrue(drawn.all("circle", "point").isEmpty());
    PitChart tenths = PitChart.of(none.histogram());
    assertTrue(SvgDocument.read(tenths.svg("p")).labels().contains("no outcome to judge by"));
    assertEquals("There is no outcome to judge by.", tenths.description());
  }

  @Test
  void tenthsAreBarsAgainstAnEvenOne() {
    List<Integer> counts = new ArrayList<>(Collections.nCopies(PitHistogram.BINS, 10));
    counts.set(9, 60);
    SvgDocument drawn = SvgDocument.read(PitChart.of(new PitHistogram(counts)).svg("p"));
    List<Element> bars = drawn.all("path", "part1");
    assertEquals(10, bars.size());
    assertEquals("90 to 100 %: 60 of 150", bars.get(9).getTextContent());
    assertEquals(1, drawn.all("path", "promise").size());
  }

  @Test
  void monthsAreStackedByPluginAndTheRestIsTogether() {
    List<MonthlyCost> costs = new ArrayList<>();
    for (int plugin = 0; plugin < 11; plugin++) {
      costs.add(cost(YearMonth.of(2025, 11), "plugin" + plugin, 100 - plugin));
    }
    costs.add(cost(YearMonth.of(2026, 2), "plugin0", 50));
    MonthlyChart chart = MonthlyChart.of(costs, Target.WALL_CLOCK);
    SvgDocument drawn = SvgDocument.read(chart.svg("m"));

    assertTrue(
        drawn.labels().containsAll(List.of("Nov 2025", "Dec 2025", "Feb 2026", "3 others")),
        "" + drawn.labels());
    assertFalse(drawn.labels().contains("plugin8"));
    assertEquals(3, drawn.all("path", "part1").size(), "two months, and the legend");
    assertEquals(
        "3 others, Nov 2025: 4 min 33 s",
        drawn.all("path", "rest").stream()
            .map(Element::getTextContent)
            .filter(words -> words.startsWith("3 others"))
            .findFirst()
            .orElseThrow());
    assertEquals(
        "4 months, together 18 min 15 s; most in Nov 2025, 17 min 25 s. The greatest part is that"
            + " of plugin0.",
        chart.description());
  }

  @Test
  void whatDoesNotAddUpHasNoMonths() {
    List<MonthlyCost> costs = List.of(cost(YearMonth.of(2026, 1), "apt", 5));
    assertThrows(IllegalArgumentException.class, () -> MonthlyChart.of(costs, Target.MEMORY_PEAK));
    assertEquals(
        "Nothing was measured.", MonthlyChart.of(List.of(), Target.CPU_TIME).description());
    assertTrue(
        SvgDocument.read(MonthlyChart.of(List.of(), Target.DOWNLOAD_SIZE).svg("m"))
            .labels()
            .contains("nothing was measured"));
  }

  private static MonthlyCost cost(YearMonth month, String plugin, double value) {
    MeasureTotal total = new MeasureTotal(1, value, value);
    return new MonthlyCost(month, new PluginName(plugin), 1, 0, total, total, total);
  }

  @Test
  void theNextRunHasARowForEachPluginAndOneForAll() {
    NextRunChart chart = NextRunChart.of(next(10, 60), Target.WALL_CLOCK);
    SvgDocument drawn = SvgDocument.read(chart.svg("r"));

    assertEquals(
        "plugin1: 1 min, with 90 % between 45 s and 1 min 21 s. plugin0: 10 s, with 90 % between"
            + " 7.4 s and 13 s. all together: 1 min 10 s, with 90 % between 1 min and 1 min 21 s.",
        chart.description());
    assertEquals(3 + 1, drawn.all("circle", "point").size());
    assertTrue(drawn.all("text", "strong").get(0).getTextContent().equals("all together"));
    assertFalse(drawn.labels().contains("logarithmic scale"));
    assertTrue(
        SvgDocument.read(NextRunChart.of(next(0.5, 4000), Target.WALL_CLOCK).svg("r"))
            .labels()
            .contains("logarithmic scale"));
  }

  @Test
  void anUnknownNextRunSaysSo() {
    NextRunChart chart = NextRunChart.of(next(10, 60), Target.DOWNLOAD_SIZE);
    assertEquals("Nothing is known of it.", chart.description());
    assertTrue(SvgDocument.read(chart.svg("r")).labels().contains("nothing is known of it"));
  }

  private static NextRun next(double... medians) {
    List<ResourceEstimate> estimates = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < medians.length; i++) {
      PluginName plugin = new PluginName("plugin" + i);
      PredictiveDistribution law = law(medians[i], 0.2);
      SeriesKey key = new SeriesKey(plugin, HostScope.everyHost(), Target.WALL_CLOCK);
      estimates.add(
          new ResourceEstimate(
              plugin,
              Map.of(
                  Target.WALL_CLOCK,
                  new Prediction(key, law.median(), law, Basis.MODEL, "pool", 30, 20)),
              Set.of()));
      sum += medians[i];
    }
    TotalPrediction total =
        new TotalPrediction(
            Target.WALL_CLOCK,
            law(sum, 0.1),
            estimates.stream().map(ResourceEstimate::plugin).toList(),
            List.of());
    return new NextRun(estimates, Map.of(Target.WALL_CLOCK, total), new RunRisk(List.of()));
  }

  @Test
  void stylesResolveEveryColour() {
    assertTrue(ChartStyle.forPage().contains("--chart-ink: #1f2328"));
    assertTrue(ChartStyle.forPage().contains(ChartStyle.dark()));
    assertFalse(ChartStyle.plain().contains(".chart ") || ChartStyle.plain().contains("@media"));
    assertTrue(ChartStyle.plain().contains(".outside { fill: #d55e00;"), ChartStyle.plain());
    assertTrue(ChartStyle.alone().contains(".chart .outside { fill: #ff9d4d;"));
    assertFalse(ChartStyle.alone().contains("null"));
  }
}
