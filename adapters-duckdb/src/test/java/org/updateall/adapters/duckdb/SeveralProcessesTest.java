package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.updateall.adapters.duckdb.Messages.assertSays;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.adapters.duckdb.RecordingProgram.How;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.Runs;

/** Processes that share a database. */
class SeveralProcessesTest {

  private final Path directory;
  private final Stores stores;

  SeveralProcessesTest(@TempDir Path directory) {
    this.directory = directory;
    this.stores = new Stores(directory);
  }

  @Test
  void twoWritersLoseNothing() throws Exception {
    try (ChildJvm first = ChildJvm.start(RecordingProgram.class, directory, 1, 12, How.STORING);
        ChildJvm second = ChildJvm.start(RecordingProgram.class, directory, 101, 12, How.STORING)) {
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
}
