package org.updateall.domain.ledger;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;

class AccuracySummaryTest {

  private static final Map<RuleOfThumb, Double> RULES =
      Map.of(
          RuleOfThumb.LAST_RUN, 40.0,
          RuleOfThumb.MEAN_OF_THREE, 46.0,
          RuleOfThumb.TRIMMED_MEAN, 60.0);

  @Test
  void summarisesWhatWasJudged() {
    RecordedPrediction foretold = Foretellings.prediction("apt", 0, 100);
    PredictionInterval reference = new PredictionInterval(30, 50, 0.9);
    AccuracySummary summary =
        only(
            List.of(
                Judgements.of(1, foretold, 40, Map.of(), null),
                Judgements.of(2, foretold, 50, RULES, reference),
                Judgements.of(3, foretold, 100, RULES, reference),
                Judgements.of(4, foretold, 0, RULES, reference)));

    assertEquals(new CoverageBand(2, 4), summary.coverage());
    assertEquals(0.9, summary.level(), 1e-12);
    // Bounds 5 and 95; each of the two outside is 5 away, which costs 20 times as much.
    assertEquals((90 + 90 + 190 + 190) / 4.0, summary.meanIntervalScore(), 1e-9);
    assertEquals(
        (90 + 190 + 190) / (20 + (20 + 20 * 50) + (20 + 20 * 30.0)),
        requireNonNull(summary.relativeIntervalScore()),
        1e-9);
    assertEquals(2.5 / 4, summary.shareBelowPoint(), 1e-12);
    assertEquals((0.25 + 0 - 0.5) / 3, requireNonNull(summary.relativeBias()), 1e-12);
    assertEquals((10 + 0 + 50 + 50) / 4.0, summary.meanAbsoluteError(), 1e-12);
    assertEquals(
        new RuleComparison(
            3,
            100 / 3.0,
            Map.of(
                RuleOfThumb.LAST_RUN, (10 + 60 + 40) / 3.0,
                RuleOfThumb.MEAN_OF_THREE, (4 + 54 + 46) / 3.0,
                RuleOfThumb.TRIMMED_MEAN, (10 + 40 + 60) / 3.0)),
        summary.comparison());
    assertEquals(List.of(1, 0, 0, 0, 1, 1, 0, 0, 0, 1), summary.histogram().counts());
    assertEquals(4, summary.histogram().total());
    assertEquals(2.5, summary.histogram().densities().get(0));
    assertEquals(List.of(), summary.drift());
  }

  @Test
  void whatCannotBeToldIsAbsent() {
    AccuracySummary summary =
        only(List.of(Judgements.of(1, Foretellings.prediction("apt", 0, 0), 0, Map.of(), null)));

    assertNull(summary.relativeIntervalScore());
    assertNull(summary.relativeBias());
    assertNull(summary.comparison());
    assertEquals(0.5, summary.shareBelowPoint());
  }

  @Test
  void aReferenceThatIsNeverWrongIsNoMeasure() {
    PredictionInterval exact = new PredictionInterval(5, 5, 0.9);
    assertNull(
        only(List.of(Judgements.of(1, Foretellings.prediction("apt", 4, 6), 5, RULES, exact)))
            .relativeIntervalScore());
  }

  @Test
  void pluginsComeByNameAndTheTotalsLast() {
    List<JudgedPrediction> judged =
        List.of(
            Judgements.of(1, Foretellings.total(1, 2), 1, Map.of(), null),
            Judgements.of(1, Foretellings.prediction("pipx", 1, 2), 1, Map.of(), null),
            Judgements.of(
                1, Foretellings.prediction("apt", Target.DOWNLOAD_SIZE, 1, 2), 1, Map.of(), null),
            Judgements.of(1, Foretellings.prediction("apt", 1, 2), 1, Map.of(), null));

    assertEquals(
        List.of("apt WALL_CLOCK", "apt DOWNLOAD_SIZE", "pipx WALL_CLOCK", "null WALL_CLOCK"),
        AccuracySummary.of(judged).stream()
            .map(
                each ->
                    (each.plugin() == null ? "null" : each.plugin().value()) + " " + each.target())
            .toList());
    assertEquals(List.of(), AccuracySummary.of(List.of()));
  }

  @Test
  void theOrderInWhichTheyComeDoesNotMatter() {
    List<JudgedPrediction> judged = new ArrayList<>(Judgements.uniform(uniform(200, 5)));
    List<AccuracySummary> inOrder = AccuracySummary.of(judged);
    Collections.reverse(judged);
    assertEquals(inOrder, AccuracySummary.of(judged));
  }

  /** 40 years: the coverage, the tenths and the bias are those of the distribution. */
  @Test
  void whatIsDrawnFromTheDistributionsLooksSo() {
    AccuracySummary summary = only(Judgements.uniform(uniform(14_600, 6)));

    assertEquals(0.9, summary.coverage().share(), 4 * Math.sqrt(0.9 * 0.1 / 14_600));
    assertEquals(0.5, summary.shareBelowPoint(), 4 * Math.sqrt(0.25 / 14_600));
    summary
        .histogram()
        .densities()
        .forEach(density -> assertEquals(1, density, 4 * Math.sqrt(10 * 0.9 / 14_600) + 1e-9));
  }

  @Test
  void aHistogramHasTenCounts() {
    assertThrows(IllegalArgumentException.class, () -> new PitHistogram(List.of(1, 2)));
    assertEquals(0.0, new PitHistogram(Collections.nCopies(10, 0)).densities().get(3));
  }

  private static double[] uniform(int count, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = 100 * random.nextDouble();
    }
    return values;
  }

  private static AccuracySummary only(List<JudgedPrediction> judged) {
    List<AccuracySummary> summaries = AccuracySummary.of(judged);
    assertEquals(1, summaries.size());
    return summaries.get(0);
  }
}
