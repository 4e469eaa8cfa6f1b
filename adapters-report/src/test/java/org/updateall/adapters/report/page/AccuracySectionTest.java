package org.updateall.adapters.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.ledger.AccuracySummary;
import org.updateall.domain.ledger.CoverageBand;
import org.updateall.domain.ledger.DriftWarning;
import org.updateall.domain.ledger.PitHistogram;
import org.updateall.domain.ledger.RuleComparison;
import org.updateall.domain.ledger.RuleOfThumb;
import org.updateall.domain.reporting.CalibrationCurve;
import org.updateall.domain.reporting.ForecastQuality;

final class AccuracySectionTest {

  private static final PitHistogram EVEN = new PitHistogram(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1));

  private static AccuracySummary summary(
      @Nullable String plugin, @Nullable RuleComparison comparison, List<DriftWarning> drift) {
    return new AccuracySummary(
        plugin == null ? null : new PluginName(plugin),
        Target.WALL_CLOCK,
        0.9,
        new CoverageBand(9, 10),
        12,
        null,
        0.5,
        null,
        3,
        comparison,
        EVEN,
        drift);
  }

  private static String written(AccuracySummary... summaries) {
    Html html = new Html();
    ForecastQuality quality =
        new ForecastQuality(List.of(summaries), new CalibrationCurve(List.of(), EVEN));
    new AccuracySection(quality, null).write(html);
    return html.toString();
  }

  @Test
  void measuresErrorsAgainstThoseOfRules() {
    String page =
        written(
            summary(
                "apt",
                new RuleComparison(
                    10, 3, Map.of(RuleOfThumb.LAST_RUN, 4.0, RuleOfThumb.MEAN_OF_THREE, 2.0)),
                List.of()));

    assertTrue(page.contains("Better than the last run in 1 of 1 case."), page);
    assertTrue(page.contains("Better than the mean of three in 0 of 1 case."), page);
    assertTrue(page.contains("<td>0.75</td><td>1.50</td><td>–</td>"), page);
  }

  @Test
  void comparesWithNothingThatWasNeverWrong() {
    String page =
        written(
            summary(
                "apt", new RuleComparison(10, 3, Map.of(RuleOfThumb.LAST_RUN, 0.0)), List.of()));

    assertTrue(page.contains("None can be compared yet."), page);
    assertTrue(page.contains("<td>3.0 s</td><td>–</td><td>–</td><td>–</td>"), page);
  }

  @Test
  void putsTotalsBelowAndTellsWhatNoLongerFits() {
    String page =
        written(
            summary(
                "apt",
                null,
                List.of(
                    new DriftWarning(DriftWarning.Kind.OUTSIDE, 12, 30),
                    new DriftWarning(DriftWarning.Kind.ABOVE, 12, 12),
                    new DriftWarning(DriftWarning.Kind.BELOW, 12, 12))),
            summary(null, null, List.of()));

    assertTrue(
        page.contains("<bdi>apt</bdi>, Elapsed time: 12 of the last 30 outcomes lay outside"));
    assertTrue(page.contains("the last 12 all came to more than expected"));
    assertTrue(page.contains("the last 12 all came to less than expected"));
    assertEquals(
        1,
        page.split("<tfoot><tr><th scope=\"row\" class=\"word\"><bdi>all together", -1).length - 1);
  }
}
