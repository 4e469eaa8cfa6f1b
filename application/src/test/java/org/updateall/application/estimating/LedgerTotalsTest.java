package org.updateall.application.estimating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.application.PluginSelection;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.Runs;
import org.updateall.domain.joint.PartsOfRuns;
import org.updateall.domain.joint.PastTotals;
import org.updateall.domain.joint.PastTotals.PastTotal;
import org.updateall.domain.ledger.Foretellings;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.InMemoryPredictionLedger;
import org.updateall.domain.ledger.RecordedPrediction;

final class LedgerTotalsTest {

  private static final double LEVEL = 0.9;

  private final InMemoryRunHistory history = new InMemoryRunHistory(Histories.CLOCK);
  private final InMemoryPredictionLedger ledger = new InMemoryPredictionLedger();

  @Test
  void givesTheTotalsOfTheSamePluginsInTheirOrder() {
    run(1, Runs.execution("apt", 10), Runs.execution("cargo", 20));
    run(2, Runs.execution("apt", 10));
    run(3, Runs.execution("apt", 30), Runs.execution("cargo", 5));
    foretell(1, "apt", "cargo");
    foretell(2, "apt");
    foretell(3, "cargo", "apt");

    assertEquals(
        Map.of(
            Target.WALL_CLOCK,
            new PastTotals(
                LEVEL,
                List.of(new PastTotal(30, 120, 102, 138), new PastTotal(35, 120, 102, 138)))),
        gather(LEVEL, "cargo", "apt"));
  }

  @Test
  void leavesOutRunsThatDidNotEndWhole() {
    run(1, Runs.execution("apt", 10), Runs.execution("cargo").ending(ExecutionStatus.FAILED));
    run(2, Runs.execution("apt", 10), Runs.execution("cargo"));
    foretell(1, "apt", "cargo");
    foretell(2, "apt", "cargo");
    foretell(3, "apt", "cargo");

    assertEquals(List.of(), totals(gather(LEVEL, "apt", "cargo")));
  }

  @Test
  void leavesOutWhatWasForetoldAtAnotherLevel() {
    run(1, Runs.execution("apt", 10), Runs.execution("cargo", 20));
    foretell(1, "apt", "cargo");

    assertEquals(List.of(), totals(gather(0.8, "apt", "cargo")));
  }

  @Test
  void aPluginAloneHasNoTotalToCorrect() {
    run(1, Runs.execution("apt", 10));
    foretell(1, "apt");

    assertEquals(Map.of(), gather(LEVEL, "apt"));
  }

  private static List<PastTotal> totals(Map<Target, PastTotals> past) {
    return past.getOrDefault(Target.WALL_CLOCK, PastTotals.NONE).totals();
  }

  private Map<Target, PastTotals> gather(double level, String... plugins) {
    List<ResourceEstimate> predicted =
        Arrays.stream(plugins)
            .map(plugin -> PartsOfRuns.uniform(plugin, Target.WALL_CLOCK, 5, 50))
            .toList();
    return new LedgerTotals(ledger)
        .gather(
            predicted,
            PluginSelection.of(history, List.of(), HostScope.everyHost(), ZoneOffset.UTC).tables(),
            level);
  }

  private void foretell(int number, String... plugins) {
    List<RecordedPrediction> all =
        new ArrayList<>(Foretellings.run(number, day(number), plugins).predictions());
    all.add(Foretellings.total(100, 140));
    ledger.enter(new ForetoldRun(Runs.id(number), day(number), all));
  }

  private void run(int number, ExecutionBuilder... executions) {
    history.record(Runs.run(number).startingAt(day(number)).executing(executions).build());
  }

  private static Instant day(int number) {
    return Runs.NOON.plus(Duration.ofDays(number));
  }
}
