package org.updateall.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.application.recording.RunCollector;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.journal.ExecutionEnd;
import org.updateall.domain.journal.Settlement;

/** Runs that are recorded while they happen, through the facade. */
final class CollectingTest {

  private static final PluginName APT = new PluginName("apt");

  @TempDir private Path folder;

  @Test
  void keepsARunThatWasCollectedAndJudgesWhatWasForetoldOfIt() {
    try (UpdateAll updateAll = open()) {
      for (int i = 0; i < 4; i++) {
        RunCollector collector = updateAll.startRun();
        updateAll.foretell(collector.runId(), 0.9, APT);
        collector.startPluginExecution(APT);
        collector.startStep(APT, "update", StepPhase.EXECUTE);
        collector.endStep(
            APT, "update", ResourceUsage.builder().wallClockSeconds(10.0 + i).build());
        collector.endPluginExecution(APT, ExecutionEnd.success());
        assertEquals(Option.some(RecordOutcome.ADDED), collector.endRun());

        Run kept = updateAll.find(collector.runId()).get();
        assertTrue(kept.sameContentAs(collector.run()));
        assertEquals(Settings.of(folder).hostname(), kept.hostname());
        assertEquals(System.getProperty("user.name"), kept.username());
      }

      assertTrue(
          updateAll.predictionAccuracy(List.of(APT), HostScope.everyHost(), null).judged() >= 3);
      assertTrue(updateAll.estimate(0.9, APT).total(Target.WALL_CLOCK).get().point() > 9);
    }
  }

  @Test
  void aRunGoesOnWhenTheHistoryIsClosed() {
    UpdateAll updateAll = open();
    RunCollector collector =
        updateAll.startRun(updateAll.ids().nextRunId(), "elsewhere", null, "sha256:1");
    updateAll.close();
    assertThrows(IllegalStateException.class, updateAll::startRun);

    collector.startPluginExecution(APT);
    collector.interrupt("stopped");

    try (UpdateAll again = open()) {
      Run kept = again.find(collector.runId()).get();
      assertEquals("elsewhere", kept.hostname());
      assertEquals("sha256:1", kept.configHash());
      assertEquals(1, kept.failedPlugins());
      assertEquals(List.of(), again.runsUnderWay());
    }
  }

  @Test
  void whatWasSafeBeforeTheProcessWasKilledIsKeptByTheNext() throws Exception {
    List<String> lines = linesOfAKilledProcess();
    RunId runId = new RunId(UUID.fromString(lines.get(0)));

    try (UpdateAll updateAll = open()) {
      assertEquals(runId, updateAll.runsUnderWay().get(0).run().runId());
      Settlement settlement = updateAll.settle();

      assertEquals(1, settlement.abandoned().size());
      assertEquals(List.of(), settlement.setAside());
      Run kept = updateAll.find(runId).get();
      assertEquals(null, kept.endTime());
      assertTrue(kept.isOver());
      assertHolds(kept, lines.subList(1, lines.size()));
      assertEquals(List.of(), updateAll.runsUnderWay());
      assertTrue(updateAll.checkStore().isSound());
    }
  }

  private static void assertHolds(Run kept, List<String> lines) {
    Set<String> known = new HashSet<>();
    int open = 0;
    for (PluginExecution execution : kept.executions()) {
      known.add("started " + execution.pluginName());
      if (execution.status() == ExecutionStatus.SUCCESS) {
        known.add("ended " + execution.pluginName());
      } else {
        assertEquals(PluginExecution.ABANDONED, execution.errorMessage());
        open++;
      }
    }
    assertTrue(known.containsAll(lines), () -> known + " of " + lines);
    assertTrue(open <= 3 && kept.successfulPlugins() >= 3, "" + kept);
  }

  private List<String> linesOfAKilledProcess() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=3",
                "-cp",
                System.getProperty("java.class.path"),
                CollectingProgram.class.getName(),
                folder.resolve("history.duckdb").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = process.inputReader(UTF_8)) {
      List<String> lines = new ArrayList<>();
      while (lines.size() < 20) {
        lines.add(String.valueOf(output.readLine()));
      }
      process.toHandle().destroyForcibly();
      output.lines().forEach(lines::add);
      return lines.stream()
          .filter(line -> line.endsWith("."))
          .map(line -> line.replace(".", ""))
          .toList();
    } finally {
      process.destroyForcibly();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }
  }

  private UpdateAll open() {
    return UpdateAll.open(Settings.of(folder.resolve("history.duckdb")));
  }
}
