package org.updateall.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.SettableClock;
import org.updateall.domain.retrieval.Measure;

class PredictionJudgeTest {

  private static final PluginName APT = new PluginName("apt");
  private static final PluginName CARGO = new PluginName("cargo");

  private final InMemoryRunHistory history = new InMemoryRunHistory(new SettableClock(Runs.NOON));

  @Test
  void aPredictionIsJudgedByTheExecutionOfItsPluginInItsRun() {
    run(1, "atlas", Runs.execution("apt", 10), Runs.execution("cargo", 7));
    run(2, "atlas", Runs.execution("apt", 20));
    run(3, "atlas", Runs.execution("apt", 60), Runs.execution("cargo", 8));
    ForetoldRun foretold = Foretellings.run(3, day(3), "apt", "pipx");

    JudgedPrediction judged = only(judge(foretold));

    assertEquals(Runs.id(3), judged.runId());
    assertEquals("atlas", judged.hostname());
    assertEquals(day(3), judged.startedAt());
    assertEquals(List.of(APT), judged.plugins());
    assertEquals(60, judged.outcome());
    assertEquals(0, judged.error());
    assertEquals(0.5, judged.probabilityBelow(), 1e-9);
    assertEquals(
        Map.of(
            RuleOfThumb.LAST_RUN, 20.0,
            RuleOfThumb.MEAN_OF_THREE, 15.0,
            RuleOfThumb.TRIMMED_MEAN, 15.0),
        judged.rules());
    assertEquals(new PredictionInterval(10, 30, 0.9), judged.reference());
  }

  @Test
  void whatDidNotSucceedJudgesNothingAndIsNobodysPast() {
    run(1, "atlas", Runs.execution("apt", 10));
    run(2, "atlas", Runs.execution("apt", 1000).ending(ExecutionStatus.TIMEOUT));
    run(3, "atlas", Runs.execution("apt", 1).ending(ExecutionStatus.FAILED));
    run(4, "atlas", Runs.execution("apt", 20));

    assertEquals(List.of(), judge(Foretellings.run(2, day(2), "apt")));
    assertEquals(List.of(), judge(Foretellings.run(3, day(3), "apt")));
    assertEquals(
        10.0, only(judge(Foretellings.run(4, day(4), "apt"))).rules().get(RuleOfThumb.LAST_RUN));
  }

  @Test
  void thePastIsThatOfTheSameMachine() {
    run(1, "atlas", Runs.execution("apt", 10));
    run(2, "borea", Runs.execution("apt", 500));
    run(3, "atlas", Runs.execution("apt", 20));
    run(4, "borea", Runs.execution("apt", 20));

    assertEquals(
        10.0, only(judge(Foretellings.run(3, day(3), "apt"))).rules().get(RuleOfThumb.LAST_RUN));
    assertEquals(
        500.0, only(judge(Foretellings.run(4, day(4), "apt"))).rules().get(RuleOfThumb.LAST_RUN));
  }

  @Test
  void theFirstRunOfAPluginHasNoPast() {
    run(1, "atlas", Runs.execution("apt", 10));
    run(2, "atlas", Runs.execution("apt", 10));

    JudgedPrediction first = only(judge(Foretellings.run(1, day(1), "apt")));
    JudgedPrediction second = only(judge(Foretellings.run(2, day(2), "apt")));

    assertEquals(Map.of(), first.rules());
    assertNull(first.reference());
    assertNull(second.reference());
  }

  @Test
  void ofSeveralExecutionsOfAPluginTheFirstCounts() {
    run(
        1,
        "atlas",
        Runs.execution("apt", 30).startingAt(day(1).plusSeconds(9)),
        Runs.execution("apt", 20).startingAt(day(1).plusSeconds(5)));

    assertEquals(20, only(judge(Foretellings.run(1, day(1), "apt"))).outcome());
  }

  @Test
  void aTotalIsJudgedIfTheRunEndedWhole() {
    run(1, "atlas", Runs.execution("apt", 10), Runs.execution("cargo", 20));
    run(2, "atlas", Runs.execution("apt", 30), Runs.execution("cargo", 5));
    run(
        3,
        "atlas",
        Runs.execution("apt", 30),
        Runs.execution("cargo").ending(ExecutionStatus.FAILED));

    List<JudgedPrediction> judged = judge(whole(2));

    assertEquals(3, judged.size());
    JudgedPrediction total = judged.get(2);
    assertEquals(List.of(APT, CARGO), total.plugins());
    assertEquals(35, total.outcome());
    assertEquals(30.0, total.rules().get(RuleOfThumb.LAST_RUN));
    assertNull(total.reference());
    assertEquals(List.of(APT), only(judge(whole(3))).plugins());
  }

  @Test
  void theTotalOfMemoryIsTheLargest() {
    run(1, "atlas", memory("apt", 100), memory("cargo", 300));
    run(2, "atlas", memory("apt", 500), memory("cargo", 200));
    ForetoldRun foretold =
        new ForetoldRun(
            Runs.id(2),
            day(2),
            List.of(
                Foretellings.prediction("apt", Target.MEMORY_PEAK, 1, 2),
                Foretellings.prediction("cargo", Target.MEMORY_PEAK, 1, 2),
                Foretellings.prediction(null, Target.MEMORY_PEAK, 1, 2)));

    List<JudgedPrediction> judged =
        new PredictionJudge(
                Target.MEMORY_PEAK,
                history.executionSeries(HistoryFilter.everything(), Measure.MEMORY_PEAK))
            .judge(foretold);

    assertEquals(500, judged.get(2).outcome());
    assertEquals(300.0, judged.get(2).rules().get(RuleOfThumb.LAST_RUN));
  }

  @Test
  void aRuleThatIsSilentOfOnePartIsSilentOfTheTotal() {
    run(1, "atlas", Runs.execution("apt", 10));
    run(2, "atlas", Runs.execution("apt", 30), Runs.execution("cargo", 5));

    assertEquals(Map.of(), judge(whole(2)).get(2).rules());
  }

  @Test
  void aRunThatIsCorrectedIsJudgedAsItIs() {
    run(1, "atlas", Runs.execution("apt", 10));
    run(1, "atlas", Runs.execution("apt", 12));
    assertEquals(12, only(judge(Foretellings.run(1, day(1), "apt"))).outcome());

    history.delete(List.of(Runs.id(1)));
    assertEquals(List.of(), judge(Foretellings.run(1, day(1), "apt")));
  }

  @Test
  void aStatedDefaultIsNoPartOfATotal() {
    run(1, "atlas", Runs.execution("apt", 30), Runs.execution("cargo", 5));
    List<RecordedPrediction> all = new ArrayList<>();
    all.add(Foretellings.prediction("apt", 50, 70));
    all.add(Foretellings.ofBasis(Foretellings.prediction("cargo", 5, 900), Basis.DEFAULT));
    all.add(Foretellings.total(50, 70));

    List<JudgedPrediction> judged = judge(new ForetoldRun(Runs.id(1), day(1), all));

    assertEquals(3, judged.size());
    assertEquals(30, judged.get(2).outcome());
    assertEquals(List.of(APT), judged.get(2).plugins());
  }

  private static ForetoldRun whole(int number) {
    List<RecordedPrediction> all =
        new ArrayList<>(Foretellings.run(number, day(number), "apt", "cargo").predictions());
    all.add(Foretellings.total(100, 140));
    return new ForetoldRun(Runs.id(number), day(number), all);
  }

  private List<JudgedPrediction> judge(ForetoldRun foretold) {
    return new PredictionJudge(
            Target.WALL_CLOCK,
            history.executionSeries(HistoryFilter.everything(), Measure.WALL_CLOCK))
        .judge(foretold);
  }

  private void run(int number, String host, ExecutionBuilder... executions) {
    history.record(Runs.run(number).startingAt(day(number)).on(host).executing(executions).build());
  }

  private static ExecutionBuilder memory(String plugin, long bytes) {
    return Runs.execution(plugin)
        .with(Runs.step("update").using(ResourceUsage.builder().memoryBytes(bytes, null)));
  }

  private static Instant day(int number) {
    return Runs.NOON.plus(Duration.ofDays(number));
  }

  private static JudgedPrediction only(List<JudgedPrediction> judged) {
    assertEquals(1, judged.size(), () -> Arrays.toString(judged.toArray()));
    return judged.get(0);
  }
}
