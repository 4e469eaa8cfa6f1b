package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.adapters.duckdb.Messages.assertSays;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;

/** Processes that share a database, and processes that die while they write. */
class SeveralProcessesTest {

  private static final int KILLS = 5;

  private final Path directory;
  private final Stores stores;

  SeveralProcessesTest(@TempDir Path directory) {
    this.directory = directory;
    this.stores = new Stores(directory);
  }

  @Test
  void noAcknowledgedRunIsLostAndNoneIsHalfThereAfterKills() throws Exception {
    Random random = new Random(1);
    List<Integer> acknowledged = new ArrayList<>();
    for (int kill = 1; kill <= KILLS; kill++) {
      acknowledged.addAll(recordedBeforeTheKill(kill * 10_000, random.nextInt(400)));

      List<Run> kept = stores.history().recent(HistoryFilter.everything(), Integer.MAX_VALUE);
      assertTrue(kept.stream().allMatch(SeveralProcessesTest::isWhole));
      assertTrue(
          kept.stream()
              .map(Run::runId)
              .toList()
              .containsAll(acknowledged.stream().map(Runs::id).toList()));
    }
    assertTrue(acknowledged.size() >= KILLS);
  }

  @Test
  void twoWritersLoseNothing() throws Exception {
    try (ChildJvm first = ChildJvm.start(RecordingProgram.class, directory, 1, 12);
        ChildJvm second = ChildJvm.start(RecordingProgram.class, directory, 101, 12)) {
      assertEquals(0, first.exitCode());
      assertEquals(0, second.exitCode());
    }

    assertEquals(new HistoryCounts(24, 72, 216, 0), stores.history().counts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"writing", "foreign"})
  void waitsForAnotherProcessThatHoldsTheDatabase(String how) throws Exception {
    stores.history().record(Runs.complete());
    try (ChildJvm child = ChildJvm.start(HoldingProgram.class, directory, how)) {
      assertEquals("held", child.line());
      CompletableFuture<Long> reading =
          CompletableFuture.supplyAsync(() -> stores.history().counts().runs());

      assertThrows(TimeoutException.class, () -> reading.get(200, TimeUnit.MILLISECONDS));
      child.release();
      assertEquals(1, reading.get(30, TimeUnit.SECONDS));
    }
    stores.history().record(Runs.run(2).build());
    assertEquals(2, stores.history().counts().runs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"writing", "foreign"})
  void saysWhoHoldsTheDatabaseOnceItsPatienceEnds(String how) throws Exception {
    stores.history().record(Runs.complete());
    DuckDbRunHistory impatient = stores.waitingNoLongerThan(Duration.ofMillis(100)).history();
    try (ChildJvm child = ChildJvm.start(HoldingProgram.class, directory, how)) {
      assertEquals("held", child.line());

      for (HistoryUnavailable refusal :
          List.of(
              assertThrows(HistoryUnavailable.class, impatient::counts),
              assertThrows(
                  HistoryUnavailable.class, () -> impatient.record(Runs.run(2).build())))) {
        assertSays(refusal, "process " + child.pid());
        assertSays(refusal, stores.database().toString());
        assertSays(refusal, "100 ms");
        assertSays(refusal, "try again");
      }
    }
  }

  private List<Integer> recordedBeforeTheKill(int first, int millis) throws Exception {
    try (ChildJvm child = ChildJvm.start(RecordingProgram.class, directory, first, 9_000)) {
      List<String> lines = new ArrayList<>(List.of(child.line()));
      Thread.sleep(millis);
      child.kill();
      lines.addAll(child.remainingLines());
      return lines.stream()
          .filter(line -> line.endsWith("."))
          .map(line -> Integer.parseInt(line.replace(".", "")))
          .toList();
    }
  }

  private static boolean isWhole(Run run) {
    return run.totalPlugins() == 3
        && run.executions().stream().allMatch(execution -> execution.steps().size() == 3);
  }
}
