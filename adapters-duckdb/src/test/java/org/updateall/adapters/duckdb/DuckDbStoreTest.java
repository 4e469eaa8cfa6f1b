package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.updateall.adapters.duckdb.Messages.assertSays;

import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.SettableClock;

class DuckDbStoreTest {

  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");

  private final Path parent;
  private final Stores stores;

  DuckDbStoreTest(@TempDir Path parent) {
    this.parent = parent;
    this.stores = new Stores(parent.resolve("a/b"), new SettableClock(NOW));
  }

  @Test
  void readingMakesNeitherFileNorDirectory() {
    stores.history().counts();
    stores.queries().hosts();

    assertFalse(Files.exists(parent.resolve("a")));
  }

  @Test
  void readingADatabaseMakesNoFileBesideIt() throws Exception {
    stores.history().record(Runs.complete());
    Files.delete(lockFile());

    assertEquals(1, stores.history().counts().runs());

    assertEquals(List.of("history.duckdb"), files());
  }

  @Test
  void theFirstWriteMakesADirectoryForThisUserAlone() throws Exception {
    stores.history().record(Runs.complete());

    for (Path made : List.of(parent.resolve("a"), parent.resolve("a/b"))) {
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
    }
    assertEquals(List.of("history.duckdb", "history.duckdb.lock"), files());
  }

  @Test
  void aDirectoryThatIsThereKeepsItsPermissions() throws Exception {
    Files.createDirectories(stores.directory());
    Files.setPosixFilePermissions(stores.directory(), PosixFilePermissions.fromString("rwxr-x---"));

    stores.history().record(Runs.complete());

    assertEquals(
        "rwxr-x---",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(stores.directory())));
  }

  @Test
  void whatWasRecordedSurvivesReopening() {
    stores.history().record(Runs.complete());

    Stores reopened = new Stores(stores.directory());

    assertEquals(Option.some(Runs.complete().createdAt(NOW)), reopened.history().find(Runs.id(1)));
  }

  @Test
  void aHalfMadeDatabaseOfADeadProcessIsInNobodysWay() throws Exception {
    Files.createDirectories(stores.directory());
    Files.writeString(stores.directory().resolve("history.duckdb.new"), "half");
    Files.writeString(stores.directory().resolve("history.duckdb.new.wal"), "half");

    stores.history().record(Runs.complete());

    assertEquals(1, stores.history().counts().runs());
    assertEquals(List.of("history.duckdb", "history.duckdb.lock"), files());
  }

  @Test
  void pathsOfAnyScriptAreUsable() {
    Stores odd = new Stores(parent.resolve("it's 100% \"Ω\" 😀 #1"), new SettableClock(NOW));
    odd.history().record(Runs.complete());

    assertEquals(1, odd.history().counts().runs());
  }

  @Test
  void aSymbolicLinkIsTheDatabaseItPointsTo() throws Exception {
    stores.history().record(Runs.complete());
    Stores linked = new Stores(parent.resolve("linked"), new SettableClock(NOW));
    Files.createDirectory(linked.directory());
    Files.createSymbolicLink(linked.database(), stores.database());

    linked.history().record(Runs.run(2).build());

    assertEquals(2, stores.history().counts().runs());
  }

  @Test
  void aStatementThatFailsUndoesTheTransactionAndLeavesTheStoreUsable() {
    stores.history().record(Runs.complete());

    HistoryUnavailable refusal =
        assertThrows(
            HistoryUnavailable.class,
            () ->
                stores
                    .store()
                    .write(
                        handle -> {
                          insertRun(handle);
                          return handle.execute("INSERT INTO no_such_table VALUES (1)");
                        }));

    assertSays(refusal, "no_such_table");
    assertTrue(refusal.getCause() instanceof JdbiException);
    assertEquals(1, stores.history().counts().runs());
  }

  @Test
  void aDeletionThatFailsHalfwayTakesNothingAway() {
    stores.history().record(Runs.complete());
    Option<Run> before = stores.history().find(Runs.id(1));
    execute(
        "ALTER TABLE estimates RENAME TO kept",
        "CREATE VIEW estimates AS SELECT * FROM kept"); // the last table that is deleted from

    assertSays(
        assertThrows(HistoryUnavailable.class, () -> stores.history().delete(List.of(Runs.id(1)))),
        "delete from base table");

    execute("DROP VIEW estimates", "ALTER TABLE kept RENAME TO estimates");
    assertEquals(before, stores.history().find(Runs.id(1)));
    assertEquals(1, stores.history().delete(List.of(Runs.id(1))).runs());
  }

  @Test
  void whatProvesAWriteSeesTheCommittedFileWhileNobodyElseMayWrite() {
    DuckDbRunHistory impatient = stores.waitingNoLongerThan(Duration.ofMillis(50)).history();
    DuckDbStore.Proof<Integer, Long> proof =
        (handle, rows) -> {
          assertFalse(handle.isInTransaction());
          assertTrue(refusedElsewhere(() -> impatient.record(Runs.run(3).build())));
          return handle.attach(RunTables.class).counts().runs();
        };

    assertEquals(1, stores.store().write(DuckDbStoreTest::insertRun, proof));
    assertEquals(1, stores.history().counts().runs());
  }

  @Test
  void saysThatItIsStoredThoughItCannotBeReadBack() {
    HistoryUnavailable failure =
        assertThrows(
            HistoryUnavailable.class,
            () ->
                stores
                    .store()
                    .write(
                        DuckDbStoreTest::insertRun,
                        (handle, rows) -> handle.execute("SELECT * FROM x")));

    assertSays(failure, stores.database().toString(), "was written", "harmless");
    assertFalse(String.valueOf(failure.getMessage()).contains("Nothing was changed"));
    assertEquals(1, stores.history().counts().runs());
  }

  @Test
  void aLockFileThatCannotBeWrittenIsNotKeptLocked() throws Exception {
    Path fullDisk = Path.of("/dev/full");
    assumeTrue(Files.exists(fullDisk));
    stores.history().record(Runs.complete());
    Files.delete(lockFile());
    Files.createSymbolicLink(lockFile(), fullDisk);
    DuckDbRunHistory impatient = stores.waitingNoLongerThan(Duration.ofMillis(50)).history();

    for (int attempt = 0; attempt < 2; attempt++) {
      assertSays(
          assertThrows(HistoryUnavailable.class, () -> impatient.record(Runs.run(2).build())),
          "disk is full");
    }
    Files.delete(lockFile());
    impatient.record(Runs.run(2).build());
    assertEquals(2, impatient.counts().runs());
  }

  @Test
  void whatIsCommittedIsNoFailureThoughItsLockIsNotReleasedInOrder() {
    int rows =
        stores
            .store()
            .write(
                handle -> {
                  int inserted = insertRun(handle);
                  Thread.currentThread().interrupt(); // closes any channel that is used from here
                  return inserted;
                });

    assertTrue(Thread.interrupted());
    assertEquals(1, rows);
    assertEquals(1, stores.history().counts().runs());
  }

  @Test
  void aReaderThatWaitsKeepsNoOtherOneBeyondItsPatience() throws Exception {
    stores.history().record(Runs.complete());
    try (ChildJvm child = ChildJvm.start(HoldingProgram.class, stores.directory(), "writing")) {
      assertEquals("held", child.line());
      CompletableFuture<Long> patient =
          CompletableFuture.supplyAsync(() -> stores.history().counts().runs());
      DuckDbRunHistory impatient = stores.waitingNoLongerThan(Duration.ofMillis(50)).history();

      assertThrows(HistoryUnavailable.class, impatient::counts);
      assertFalse(patient.isDone());
      child.release();
      assertEquals(1, patient.get(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void aStoreCannotBeUsedFromWithinItsOwnTransaction() {
    DuckDbRunHistory history = stores.history();
    Iterator<Run> asking =
        IntStream.range(1, 3)
            .mapToObj(number -> Runs.run(number).on(history.counts().toString()).build())
            .iterator();

    assertThrows(IllegalStateException.class, () -> history.recordAll(asking));
    assertEquals(0, history.counts().runs());
  }

  @Test
  void saysThatAnotherThreadHoldsTheDatabase() throws Exception {
    stores.history().record(Runs.complete());
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Thread writer = new Thread(() -> holdUntil(done, held));
    writer.start();
    assertTrue(held.await(10, TimeUnit.SECONDS));

    DuckDbRunHistory impatient = stores.waitingNoLongerThan(Duration.ofMillis(50)).history();
    HistoryUnavailable refusal =
        assertThrows(HistoryUnavailable.class, () -> impatient.find(Runs.id(1)));
    done.countDown();
    writer.join();

    assertSays(refusal, "another thread of this process");
    assertEquals(1, impatient.counts().runs());
  }

  @Test
  void anInterruptedWaitSaysSoAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    HistoryUnavailable refusal =
        assertThrows(HistoryUnavailable.class, () -> stores.history().record(Runs.complete()));

    assertTrue(Thread.interrupted());
    assertSays(refusal, "interrupted");
  }

  @Test
  void theEngineReadsNoOtherFile() throws Exception {
    Path other = Files.writeString(parent.resolve("other.csv"), "a\n1\n");

    HistoryUnavailable refusal =
        assertThrows(
            HistoryUnavailable.class,
            () -> stores.store().write(handle -> handle.execute("SELECT * FROM '" + other + "'")));

    assertSays(refusal, "disabled by configuration");
  }

  @Test
  void theEnginesSettingsCannotBeChanged() {
    assertThrows(
        HistoryUnavailable.class,
        () -> stores.store().write(handle -> handle.execute("SET threads = 7")));
  }

  @Test
  void manyBatchesOfRunsAreStored() {
    int count = 20_000;
    Iterator<Run> runs =
        IntStream.range(0, count)
            .mapToObj(
                number ->
                    Runs.run(number)
                        .startingAt(NOW.plusSeconds(number))
                        .executing(Runs.execution("apt", number))
                        .build())
            .iterator();

    assertEquals(count, stores.history().recordAll(runs).added());

    assertEquals(count, stores.history().recent(HistoryFilter.everything(), 1_000_000).size());
    assertEquals(
        count,
        stores
            .queries()
            .trainingTables(HistoryFilter.everything(), ZoneOffset.UTC)
            .get(0)
            .rows()
            .size());
  }

  private void execute(String... statements) {
    stores.store().write(handle -> Stream.of(statements).mapToInt(handle::execute).sum());
  }

  private static int insertRun(Handle handle) throws SQLException {
    new RunRecorder(handle, NOW).record(Runs.run(2).build());
    return 1;
  }

  private static boolean refusedElsewhere(Runnable work) {
    return CompletableFuture.runAsync(work)
        .handle(
            (done, failure) -> failure != null && failure.getCause() instanceof HistoryUnavailable)
        .join();
  }

  private void holdUntil(CountDownLatch done, CountDownLatch held) {
    stores
        .store()
        .write(
            handle -> {
              held.countDown();
              try {
                return done.await(10, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private Path lockFile() {
    return stores.directory().resolve("history.duckdb.lock");
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(stores.directory())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
