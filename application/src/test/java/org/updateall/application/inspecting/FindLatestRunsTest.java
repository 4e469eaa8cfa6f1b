package org.updateall.application.inspecting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Provenance;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.StepPhase;

final class FindLatestRunsTest {

  private static final HostScope ATLAS = HostScope.only("atlas");

  private final InMemoryRunHistory history = new InMemoryRunHistory(Histories.CLOCK);

  @Test
  void anEmptyHistoryHasNone() {
    LatestRuns latest = find(ATLAS);

    assertNull(latest.last());
    assertNull(latest.lastSuccess());
    assertEquals(List.of(), latest.plugins());
  }

  @Test
  void aRunSucceedsIfAPluginDoesAndNoneFails() {
    record(1, Runs.execution("apt", 5), ended("snap", ExecutionStatus.SKIPPED));
    record(2, Runs.execution("apt", 5), ended("snap", ExecutionStatus.TIMEOUT));
    record(3, ended("apt", ExecutionStatus.SKIPPED));

    LatestRuns latest = find(ATLAS);

    assertEquals(Runs.id(3), id(latest.last()));
    assertEquals(Runs.id(1), id(latest.lastSuccess()));
  }

  @Test
  void whatIsNotOverOrOnlyLookedIsNoRun() {
    record(1, ended("apt", ExecutionStatus.FAILED));
    record(2, Runs.execution("apt", 5), ended("snap", ExecutionStatus.RUNNING));
    record(3, Runs.execution("apt", 5).knownFrom(new Provenance("dnf", Coverage.CHECK, false)));

    LatestRuns latest = find(ATLAS);

    assertEquals(Runs.id(1), id(latest.last()));
    assertNull(latest.lastSuccess());
  }

  @Test
  void everyPluginHasItsNewestAttemptAndItsLastSuccess() {
    record(1, Runs.execution("snap", 4));
    record(2, Runs.execution("apt", 5).startingAt(at(2)).endingAt(at(2).plusSeconds(7)));
    record(3, ended("apt", ExecutionStatus.FAILED));
    record(4, ended("apt", ExecutionStatus.SKIPPED), ended("npm", ExecutionStatus.SKIPPED));

    List<LatestAttempt> plugins = find(ATLAS).plugins();

    assertEquals(
        List.of("apt", "snap"),
        plugins.stream().map(each -> each.execution().pluginName().value()).toList());
    LatestAttempt apt = plugins.get(0);
    assertFalse(apt.succeeded());
    assertEquals(at(3), apt.endedAt());
    assertEquals(at(2).plusSeconds(7), apt.lastSuccess());
    assertTrue(plugins.get(1).succeeded());
    assertEquals(at(1), plugins.get(1).lastSuccess());
  }

  @Test
  void phasesAddUpTheirSteps() {
    record(
        1,
        Runs.execution("apt")
            .with(
                Runs.step("refresh").in(StepPhase.CHECK).lasting(1),
                Runs.step("upgrade").lasting(2),
                Runs.step("clean").lasting(0.5),
                Runs.step("fetch").in(StepPhase.DOWNLOAD)));

    LatestAttempt apt = find(ATLAS).plugins().get(0);

    assertEquals(1, apt.seconds(StepPhase.CHECK).get());
    assertEquals(2.5, apt.seconds(StepPhase.EXECUTE).get());
    assertTrue(apt.seconds(StepPhase.DOWNLOAD).isEmpty());
  }

  @Test
  void otherMachinesDoNotCount() {
    record(1, Runs.execution("apt", 5));

    assertNull(find(HostScope.only("zeus")).last());
    assertEquals(Runs.id(1), id(find(HostScope.everyHost()).last()));
  }

  @Test
  void aRunEndsWhereItSaysSoElseWithItsPluginsElseWhereItBegan() {
    ExecutionBuilder apt = Runs.execution("apt").startingAt(at(1)).endingAt(at(1).plusSeconds(9));

    assertEquals(
        at(2), LatestRuns.end(Runs.run().startingAt(at(1)).endingAt(at(2)).executing(apt).build()));
    assertEquals(
        at(1).plusSeconds(9),
        LatestRuns.end(Runs.run().startingAt(at(1)).unended().executing(apt).build()));
    assertEquals(at(1), LatestRuns.end(Runs.run().startingAt(at(1)).unended().build()));
  }

  @Test
  void whatIsNoAttemptIsRefused() {
    PluginExecution skipped =
        Runs.run().executing(ended("apt", ExecutionStatus.SKIPPED)).build().executions().get(0);

    assertThrows(IllegalArgumentException.class, () -> new LatestAttempt(skipped, Runs.NOON, null));
  }

  private LatestRuns find(HostScope host) {
    return new FindLatestRuns(history, history).find(host);
  }

  private void record(int number, ExecutionBuilder... executions) {
    history.record(
        Runs.run(number).startingAt(at(number)).on("atlas").executing(executions).build());
  }

  private static ExecutionBuilder ended(String plugin, ExecutionStatus how) {
    return Runs.execution(plugin).ending(how);
  }

  private static Instant at(int number) {
    return Runs.NOON.plus(Duration.ofHours(number));
  }

  private static Object id(@Nullable Run run) {
    assertNotNull(run);
    return run.runId();
  }
}
