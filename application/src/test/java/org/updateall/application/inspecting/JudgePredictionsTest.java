package org.updateall.application.inspecting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Runs;
import org.updateall.domain.ledger.AccuracySummary;
import org.updateall.domain.ledger.Foretellings;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.InMemoryPredictionLedger;
import org.updateall.domain.ledger.RecordedPrediction;
import org.updateall.domain.ledger.RuleComparison;
import org.updateall.domain.ledger.RuleOfThumb;

final class JudgePredictionsTest {

  private static final int YEAR = 365;
  private static final List<String> PLUGINS = List.of("apt", "cargo", "pipx", "snap");

  private final InMemoryRunHistory history = new InMemoryRunHistory(Histories.CLOCK);
  private final InMemoryPredictionLedger ledger = new InMemoryPredictionLedger();

  /** Every day each plugin takes from 50 to 150 seconds, evenly, and just that is foretold. */
  @Test
  void aYearOfPredictionsThatFitIsJudgedSo() {
    simulate(50, 150);

    PredictionAccuracy accuracy = judge(HostScope.everyHost(), null);

    assertEquals(YEAR, accuracy.runs());
    assertEquals(YEAR * 5, accuracy.predictions());
    assertEquals(YEAR * 5, accuracy.judged());
    assertNear(0.9, YEAR * 4, accuracy.coverageOfPlugins().get().share());
    assertEquals(5, accuracy.summaries().size());
    for (AccuracySummary summary : accuracy.summaries().subList(0, 4)) {
      assertNear(0.9, YEAR, summary.coverage().share());
      assertNear(0.5, YEAR, summary.shareBelowPoint());
      summary.histogram().densities().forEach(each -> assertNear(0.1, YEAR, each / 10));
      assertEquals(List.of(), summary.drift());
      // The middle is off by 25 on average, the last run by 33.3, a mean of three by 28.9 or so.
      RuleComparison comparison = summary.comparison();
      assertNotNull(comparison);
      assertEquals(YEAR - 1, comparison.count());
      assertEquals(25, comparison.ours(), 3);
      assertEquals(100 / 3.0, error(comparison, RuleOfThumb.LAST_RUN), 4);
      assertTrue(error(comparison, RuleOfThumb.TRIMMED_MEAN) > comparison.ours());
    }
  }

  /** Half of the width: bounds at a quarter and three quarters of what comes, but for a tenth. */
  @Test
  void aYearOfIntervalsThatAreTooNarrowIsJudgedSo() {
    simulate(75, 125);

    PredictionAccuracy accuracy = judge(HostScope.everyHost(), null);

    assertNear(0.45, YEAR * 4, accuracy.coverageOfPlugins().get().share());
    for (AccuracySummary summary : accuracy.summaries().subList(0, 4)) {
      assertTrue(!summary.coverage().contains(0.9));
      assertTrue(!summary.drift().isEmpty());
      List<Double> densities = summary.histogram().densities();
      assertTrue(densities.get(0) > 2 && densities.get(9) > 2, "" + densities);
    }
  }

  @Test
  void pluginsAndHostsCanBeNamed() {
    simulate(50, 150);
    history.record(
        Runs.run(1000)
            .startingAt(day(400))
            .on("borea")
            .executing(Runs.execution("apt", 1))
            .build());
    ledger.enter(Foretellings.run(1000, day(400), "apt"));

    PredictionAccuracy apt =
        useCase().judge(List.of(new PluginName("apt")), HostScope.everyHost(), null);
    assertEquals(YEAR + 1, apt.runs());
    assertEquals(1, apt.summaries().size());
    assertEquals(YEAR + 1, apt.summaries().get(0).coverage().count());
    assertEquals(1, judge(HostScope.only("borea"), null).judged());
    assertEquals(
        0, useCase().judge(List.of(new PluginName("nix")), HostScope.everyHost(), null).runs());
  }

  @Test
  void aTimeCanBeNamed() {
    simulate(50, 150);

    PredictionAccuracy accuracy = judge(HostScope.everyHost(), day(YEAR - 10));

    assertEquals(10, accuracy.runs());
    assertEquals(50, accuracy.judged());
    RuleComparison comparison = accuracy.summaries().get(0).comparison();
    assertNotNull(comparison);
    assertEquals(10, comparison.count());
  }

  @Test
  void whatWasNotRecordedIsForetoldButNotJudged() {
    ledger.enter(Foretellings.run(1, day(1), "apt"));

    PredictionAccuracy accuracy = judge(HostScope.everyHost(), null);

    assertEquals(1, accuracy.runs());
    assertEquals(1, accuracy.predictions());
    assertEquals(0, accuracy.judged());
    assertTrue(accuracy.coverageOfPlugins().isEmpty());
  }

  private void simulate(double from, double to) {
    SplittableRandom random = new SplittableRandom(41);
    for (int day = 0; day < YEAR; day++) {
      history.record(
          Runs.run(day + 1)
              .startingAt(day(day))
              .executing(
                  PLUGINS.stream()
                      .map(plugin -> Runs.execution(plugin, 50 + 100 * random.nextDouble()))
                      .toArray(ExecutionBuilder[]::new))
              .build());
      List<RecordedPrediction> predictions =
          new ArrayList<>(
              PLUGINS.stream().map(each -> Foretellings.prediction(each, from, to)).toList());
      predictions.add(Foretellings.total(4 * from, 4 * to));
      ledger.enter(new ForetoldRun(Runs.id(day + 1), day(day), predictions));
    }
  }

  private PredictionAccuracy judge(HostScope host, @Nullable Instant from) {
    return useCase().judge(List.of(), host, from);
  }

  private JudgePredictions useCase() {
    return new JudgePredictions(ledger, history);
  }

  private static double error(RuleComparison comparison, RuleOfThumb rule) {
    return comparison.rules().getOrDefault(rule, Double.NaN);
  }

  /** Within four standard errors of a share. */
  private static void assertNear(double expected, int count, double share) {
    assertEquals(expected, share, 4 * Math.sqrt(expected * (1 - expected) / count));
  }

  private static Instant day(int number) {
    return Runs.NOON.plus(Duration.ofDays(number));
  }
}
