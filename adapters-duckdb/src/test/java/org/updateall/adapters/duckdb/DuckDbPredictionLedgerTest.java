package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.Runs;
import org.updateall.domain.ledger.Foretellings;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.ledger.PredictionLedgerContract;

class DuckDbPredictionLedgerTest extends PredictionLedgerContract {

  private static final ForetoldRun FORETOLD = Foretellings.complete();

  private final Stores stores;

  DuckDbPredictionLedgerTest(@TempDir Path directory) {
    this.stores = new Stores(directory);
  }

  @Override
  protected PredictionLedger emptyLedger() {
    return stores.ledger();
  }

  @Test
  void readingMakesNoFile() throws Exception {
    assertEquals(List.of(), stores.ledger().foretold(null));
    assertEquals(0, stores.ledger().forgetBefore(Runs.NOON));

    try (var files = Files.list(stores.directory())) {
      assertEquals(0, files.count());
    }
  }

  /** Another program has the database, and goes on having it. */
  @Test
  void nobodyIsWaitedForAndWhatWasEnteredIsFoundLater() throws Exception {
    stores.history().record(Runs.run().build());
    try (ChildJvm holder = ChildJvm.start(HoldingProgram.class, stores.directory(), "writing")) {
      assertEquals("held", holder.line());
      long begin = System.nanoTime();
      stores.ledger().enter(FORETOLD);
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);

      assertTrue(taken.compareTo(Duration.ofSeconds(5)) < 0, "took " + taken);
      assertThrows(
          HistoryUnavailable.class,
          () -> stores.waitingNoLongerThan(Duration.ofMillis(50)).ledger().find(FORETOLD.runId()));
    }

    assertEquals(List.of(), stores.journal().settle().setAside());
    assertEquals(List.of(FORETOLD), stores.ledger().foretold(null));
    assertFalse(isAnythingSpooled());
  }

  @Test
  void whatWaitsIsThereBeforeItIsForgotten() throws Exception {
    stores.store().spool(spool -> spool.accept(FORETOLD));

    assertEquals(1, stores.ledger().forget(List.of(FORETOLD.runId())));
    assertEquals(List.of(), stores.ledger().foretold(null));
  }

  @Test
  void ofWhatWaitsOfTheSameRunTheLastStands() throws Exception {
    ForetoldRun later = Foretellings.run(7, Runs.NOON, "snap");
    stores.store().spool(spool -> spool.accept(FORETOLD));
    stores.store().spool(spool -> spool.accept(later));

    assertEquals(List.of(later), stores.ledger().foretold(null));
  }

  /** As a process leaves it that ends after storing and before tidying. */
  @Test
  void whatIsStoredTwiceIsThereOnce() throws Exception {
    stores.store().write(handle -> new LedgerWriter(handle).write(List.of(FORETOLD)));
    stores.store().spool(spool -> spool.accept(FORETOLD));

    assertEquals(List.of(FORETOLD), stores.ledger().foretold(null));
  }

  @Test
  void anUnreadableEntryIsSetAsideAndToldOf() throws Exception {
    SpoolName name = stores.store().spool(spool -> spool.accept(FORETOLD));
    Path spool = stores.directory().resolve("history.duckdb.spool");
    Files.writeString(spool.resolve(name.fileName()), "{\"format\":1,\"foretold\":{}}");

    assertEquals(1, stores.journal().settle().setAside().size());
    assertTrue(Files.exists(spool.resolve("bad").resolve(name.fileName())));
    assertEquals(List.of(), stores.ledger().foretold(null));
  }

  @Test
  void anEntrySurvivesACopyAndACompaction() {
    stores.ledger().enter(FORETOLD);
    Path copy = stores.directory().resolve("copy.duckdb");

    stores.upkeep().backUp(copy).get();
    stores.upkeep().compact().get();

    assertEquals(List.of(FORETOLD), stores.ledgerIn(copy).foretold(null));
    assertEquals(List.of(FORETOLD), stores.ledger().foretold(null));
  }

  @Test
  void recordingItsRunAgainLeavesAnEntryAlone() {
    stores.ledger().enter(FORETOLD);
    stores.history().record(Runs.run(7).build());
    stores.history().record(Runs.run(7).executing(Runs.execution("apt", 5)).build());

    assertEquals(List.of(FORETOLD), stores.ledger().foretold(null));
  }

  private boolean isAnythingSpooled() throws Exception {
    try (var files = Files.list(stores.directory().resolve("history.duckdb.spool"))) {
      return files.anyMatch(file -> file.toString().endsWith(".json"));
    }
  }
}
