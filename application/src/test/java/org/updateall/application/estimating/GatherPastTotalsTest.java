package org.updateall.application.estimating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Runs;
import org.updateall.domain.ledger.Foretellings;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.InMemoryPredictionLedger;
import org.updateall.domain.ledger.JudgedPrediction;
import org.updateall.domain.ledger.RecordedPrediction;

final class GatherPastTotalsTest {

  private final InMemoryRunHistory history = new InMemoryRunHistory(Histories.CLOCK);
  private final InMemoryPredictionLedger ledger = new InMemoryPredictionLedger();

  @Test
  void givesTheTotalsOfTheSamePluginsInTheirOrder() {
    run(1, "atlas", Runs.execution("apt", 10), Runs.execution("cargo", 20));
    run(2, "atlas", Runs.execution("apt", 10));
    run(3, "atlas", Runs.execution("apt", 30), Runs.execution("cargo", 5));
    foretell(1, "apt", "cargo");
    foretell(2, "apt");
    foretell(3, "cargo", "apt");

    List<JudgedPrediction> totals = gather(HostScope.everyHost(), null, "cargo", "apt");

    assertEquals(List.of(30.0, 35.0), totals.stream().map(JudgedPrediction::outcome).toList());
    assertEquals(120, totals.get(0).prediction().point());
    assertEquals(1, gather(HostScope.everyHost(), null, "apt").size());
  }

  @Test
  void leavesOutRunsThatDidNotEndWhole() {
    run(
        1,
        "atlas",
        Runs.execution("apt", 10),
        Runs.execution("cargo").ending(ExecutionStatus.FAILED));
    run(2, "atlas", Runs.execution("apt", 10), Runs.execution("cargo"));
    foretell(1, "apt", "cargo");
    foretell(2, "apt", "cargo");
    foretell(3, "apt", "cargo");

    assertEquals(List.of(), gather(HostScope.everyHost(), null, "apt", "cargo"));
  }

  @Test
  void asksForHostsAndForATime() {
    run(1, "atlas", Runs.execution("apt", 1));
    run(2, "borea", Runs.execution("apt", 2));
    run(3, "atlas", Runs.execution("apt", 3));
    List.of(1, 2, 3).forEach(number -> foretell(number, "apt"));

    assertEquals(2, gather(HostScope.only("atlas"), null, "apt").size());
    assertEquals(2, gather(HostScope.everyHost(), day(2), "apt").size());
    assertEquals(3.0, gather(HostScope.only("atlas"), day(2), "apt").get(0).outcome());
  }

  private List<JudgedPrediction> gather(HostScope host, @Nullable Instant from, String... plugins) {
    return new GatherPastTotals(ledger, history)
        .gather(
            Target.WALL_CLOCK, List.of(plugins).stream().map(PluginName::new).toList(), host, from);
  }

  private void foretell(int number, String... plugins) {
    List<RecordedPrediction> all =
        new ArrayList<>(Foretellings.run(number, day(number), plugins).predictions());
    all.add(Foretellings.total(100, 140));
    ledger.enter(new ForetoldRun(Runs.id(number), day(number), all));
  }

  private void run(int number, String host, ExecutionBuilder... executions) {
    history.record(Runs.run(number).startingAt(day(number)).on(host).executing(executions).build());
  }

  private static Instant day(int number) {
    return Runs.NOON.plus(Duration.ofDays(number));
  }
}
