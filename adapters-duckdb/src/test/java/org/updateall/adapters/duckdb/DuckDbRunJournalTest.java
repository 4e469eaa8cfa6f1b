package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.adapters.duckdb.Messages.assertSays;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.SettableClock;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.journal.RunJournalContract;
import org.updateall.domain.journal.Settlement;

class DuckDbRunJournalTest extends RunJournalContract {

  private static final long SELF = 1;
  private static final long OTHER = 2;

  private final FakeProcesses machine = new FakeProcesses();
  private final List<String> remarks = new CopyOnWriteArrayList<>();
  private final Path directory;
  private Clock clock = new SettableClock(Instant.parse("2026-02-01T08:00:00Z"));
  private DuckDbStore store;
  private DuckDbRunJournal journal;

  DuckDbRunJournalTest(@TempDir Path directory) {
    this.directory = directory;
    this.store = storeOf(SELF, DuckDbSettings.DEFAULT_PATIENCE);
    this.journal = new DuckDbRunJournal(store);
  }

  @Override
  protected RunJournal emptyJournal(Clock time) {
    clock = time;
    store = storeOf(SELF, DuckDbSettings.DEFAULT_PATIENCE);
    journal = new DuckDbRunJournal(store);
    return journal;
  }

  @Override
  protected RunJournal journalOfAnotherProcess() {
    return new DuckDbRunJournal(storeOf(OTHER, DuckDbSettings.DEFAULT_PATIENCE));
  }

  @Override
  protected void endTheOtherProcess() {
    machine.end(OTHER);
  }

  @Override
  protected RunHistory history() {
    return new DuckDbRunHistory(store, clock);
  }

  /** A thread that holds the lock is to the others what another process is. */
  @Override
  protected void whileSomebodyElseUsesTheStore(Runnable work) throws Exception {
    ExecutorService holder = Executors.newSingleThreadExecutor();
    try {
      StoreLock lock = StoreLock.of(directory.toRealPath().resolve("history.duckdb"));
      StoreLock.Held held =
          holder.submit(() -> lock.exclusively(new Patience(Duration.ofSeconds(30)))).get();
      work.run();
      holder.submit(held::close).get();
    } finally {
      holder.shutdownNow();
    }
  }

  // What was accepted is not lost

  @Test
  void acceptsWhileAForeignProcessHoldsTheDatabase() throws Exception {
    assertTrue(journal.accept(run(1)).isDefined());
    for (String how : List.of("foreign", "foreign-reader", "writing")) {
      int number = how.length();
      try (ChildJvm child = ChildJvm.start(HoldingProgram.class, directory, how)) {
        assertEquals("held", child.line());

        assertEquals(Option.none(), journal.accept(run(number)), how);
        assertEquals(0, journal.settleIfFree().abandoned().size(), how);
        assertEquals(1, files("run-").size(), how);
        HistoryUnavailable refusal =
            assertThrows(
                HistoryUnavailable.class,
                () -> new DuckDbRunJournal(storeOf(SELF, Duration.ofMillis(50))).settle());
        assertSays(refusal, "process " + child.pid(), "try again");
      }
      assertEquals(Option.some(run(number).runId()), stored(number).map(Run::runId), how);
    }
  }

  @Test
  void readersShowWhatIsThereWhileAForeignReaderHoldsTheDatabase() throws Exception {
    assertTrue(journal.accept(run(1)).isDefined());
    try (ChildJvm child = ChildJvm.start(HoldingProgram.class, directory, "foreign-reader")) {
      assertEquals("held", child.line());
      assertEquals(Option.none(), journal.accept(run(2)));

      assertEquals(1, history().counts().runs());
    }
    assertEquals(2, history().counts().runs());
  }

  @Test
  void readsInTheSameProcessShowWhatWaited() throws Exception {
    whileSomebodyElseUsesTheStore(() -> assertEquals(Option.none(), journal.accept(run(1))));

    assertEquals(
        List.of("workstation"), new DuckDbHistoryQueries(store).hosts()); // drains by itself
    assertEquals(new Settlement(1, List.of(), List.of()), journal.settleIfFree());
  }

  @Test
  void everyWriteStoresWhatWaitsFirst() throws Exception {
    Run late = Runs.run(9).startingAt("2027-01-01T00:00:00Z").build();
    List<Runnable> writes =
        List.of(
            () -> history().record(Runs.complete()),
            () -> history().recordAll(List.of(Runs.complete()).iterator()),
            () -> history().revise(Runs.id(1), known -> Runs.complete()),
            () -> history().delete(List.of(Runs.id(1))),
            () -> history().deleteBefore(late.startTime()));
    List<Integer> left = List.of(2, 2, 2, 1, 1);
    for (int i = 0; i < writes.size(); i++) {
      waiting(run(1));
      waiting(late);

      writes.get(i).run();

      assertEquals(List.of(), files("run-"));
      assertEquals(left.get(i).longValue(), history().counts().runs());
      assertTrue(stored(1).forAll(Runs.complete()::sameContentAs));
      history().delete(List.of(Runs.id(1), Runs.id(9)));
    }
  }

  @Test
  void aDeletionWaitsForARunThatIsOnlyAccepted() throws Exception {
    waiting(run(1));
    List<CompletableFuture<HistoryCounts>> deletions = new ArrayList<>();
    whileSomebodyElseUsesTheStore(
        () -> {
          deletions.add(CompletableFuture.supplyAsync(() -> history().delete(List.of(Runs.id(1)))));
          awaitRemark();
        });

    assertEquals(1, deletions.get(0).get(30, TimeUnit.SECONDS).runs());
    assertEquals(Option.none(), stored(1));
  }

  @Test
  void aFileThatADeadProcessDidNotTakeAwayChangesNothing() throws Exception {
    Path first = waiting(version(1, 1));
    Path second = waiting(version(1, 2));
    Path kept = keep(first, second);
    journal.settle();

    putBack(kept);

    assertEquals(2, journal.settle().stored());
    assertTrue(stored(1).get().sameContentAs(version(1, 2)));
    assertEquals(1, history().counts().runs());
    assertEquals(List.of(), files("run-"));
  }

  @Test
  void aCorrectionAfterACrashBetweenCommitAndRemovalStands() throws Exception {
    Path kept = keep(waiting(version(1, 1)), waiting(version(1, 2)));
    journal.settle();
    putBack(kept);

    history().revise(Runs.id(1), known -> version(1, 3));

    assertEquals(List.of(), files("run-"));
    journal.settle();
    assertTrue(stored(1).get().sameContentAs(version(1, 3)));
  }

  @Test
  void aDeletionAfterACrashBetweenCommitAndRemovalStands() throws Exception {
    Path kept = keep(waiting(run(1)));
    journal.settle();
    putBack(kept);

    assertEquals(1, history().delete(List.of(Runs.id(1))).runs());

    journal.settle();
    assertEquals(Option.none(), stored(1));
  }

  @Test
  void theMarkerThatADyingProcessLeftOfAnAcceptedRunIsNotTakenForAnAbandonedOne() throws Exception {
    Run unended = Runs.sparse();
    DuckDbRunJournal other = new DuckDbRunJournal(storeOf(OTHER, Duration.ofSeconds(5)));
    other.underWay(Runs.run().unended().build());
    Path marker = spool().resolve("underway-" + Runs.id(1) + ".json");
    Path copy = Files.copy(marker, directory.resolve("marker"));
    whileSomebodyElseUsesTheStore(() -> assertEquals(Option.none(), other.accept(unended)));
    Files.move(copy, marker);
    machine.end(OTHER);

    assertEquals(new Settlement(1, List.of(), List.of()), journal.settle());
    assertFalse(Files.exists(marker));
    assertTrue(stored(1).get().sameContentAs(unended));
  }

  @Test
  void aMarkerThatADeadProcessDidNotTakeAwayIsToldAgainAndChangesNothing() throws Exception {
    DuckDbRunJournal other = new DuckDbRunJournal(storeOf(OTHER, Duration.ofSeconds(5)));
    other.underWay(Runs.sparse());
    Path marker = spool().resolve("underway-" + Runs.id(1) + ".json");
    Path copy = Files.copy(marker, directory.resolve("marker"));
    machine.end(OTHER);
    assertEquals(1, journal.settle().abandoned().size());
    Files.move(copy, marker);

    assertEquals(1, journal.settle().abandoned().size());
    assertEquals(1, history().counts().runs());
    assertEquals(ExecutionStatus.SKIPPED, stored(1).get().executions().get(0).status());
  }

  @Test
  void runsOfOtherMachinesNamespacesAndNamelessStartsAreLeftAlone() throws Exception {
    journal.underWay(Runs.sparse());
    Path marker = spool().resolve("underway-" + Runs.id(1) + ".json");
    String own = Files.readString(marker);
    machine.end(SELF);
    for (String foreign :
        List.of(
            own.replace(
                "\"hostname\":\"workstation\",\"boot_id\"", "\"hostname\":\"zeus\",\"boot_id\""),
            own.replace("pid:[1]", "pid:[2]"),
            own.replace("\"boot_id\":\"boot\",", ""))) {
      assertFalse(foreign.equals(own));
      Files.writeString(marker, foreign);

      assertEquals(Settlement.NOTHING, journal.settle());
      assertEquals(1, journal.runsUnderWay().size());
    }
    Files.writeString(marker, own.replace("\"boot\"", "\"earlier\""));
    assertEquals(1, journal.settle().abandoned().size());
  }

  @Test
  void manyRunsThatWaitAreStoredInBatches() throws Exception {
    whileSomebodyElseUsesTheStore(
        () -> {
          for (int number = 1; number <= 450; number++) {
            journal.accept(run(number));
          }
        });

    assertEquals(450, journal.settle().stored());
    assertEquals(450, history().counts().runs());
    assertEquals(List.of(), files("run-"));
  }

  @Test
  void anInterruptedThreadLosesNoRun() {
    Thread.currentThread().interrupt();

    Option<RecordOutcome> outcome = journal.accept(run(1));

    assertTrue(Thread.interrupted());
    assertEquals(Option.none(), outcome);
    assertEquals(1, history().counts().runs());
  }

  @Test
  void aRunAcceptedFromWithinATransactionIsStoredAfterIt() {
    Option<RecordOutcome> outcome = store.write(handle -> journal.accept(run(1)));

    assertEquals(Option.none(), outcome);
    assertEquals(1, history().counts().runs());
  }

  @Test
  void aDatabaseThatIsALinkHasOneSpoolUnderBothNames() throws Exception {
    waiting(run(1));
    journal.settle();
    Path link =
        Files.createSymbolicLink(
            Files.createDirectory(directory.resolve("linked")).resolve("link.duckdb"),
            directory.resolve("history.duckdb"));
    waiting(run(2));
    DuckDbStore linked = new DuckDbStore(new DuckDbSettings(link), clock, machine.seenBy(SELF));

    assertEquals(1, new DuckDbRunJournal(linked).settle().stored());
    assertEquals(2, history().counts().runs());
    try (Stream<Path> files = Files.list(link.getParent())) {
      assertEquals(List.of(link), files.toList());
    }
  }

  // What cannot be read

  @Test
  void setsAsideWhatIsUnreadableOnceAndStoresTheRest() throws Exception {
    Path torn = waiting(run(1));
    Path newer = waiting(run(2));
    Path whole = waiting(run(3));
    journal.underWay(run(4));
    Path marker = spool().resolve("underway-" + Runs.id(4) + ".json");
    Files.writeString(torn, Files.readString(torn).substring(0, 40));
    Files.writeString(newer, Files.readString(newer).replace("\"format\":1", "\"format\":2"));
    Files.writeString(marker, "");

    Settlement settlement = journal.settle();

    assertEquals(1, settlement.stored());
    assertEquals(3, settlement.setAside().size());
    assertEquals(Settlement.NOTHING, journal.settle());
    assertFalse(Files.exists(whole));
    for (Settlement.SetAside aside : settlement.setAside()) {
      assertEquals(spool().resolve("bad"), aside.file().getParent());
      assertTrue(Files.exists(aside.file()), aside.toString());
    }
    assertTrue(settlement.setAside().get(0).reason().startsWith("no whole JSON"));
    assertEquals("format 2 is not known, only 1 is", settlement.setAside().get(1).reason());
    assertEquals(Option.some(run(3).runId()), stored(3).map(Run::runId));
    assertEquals(List.of(), journal.runsUnderWay());
  }

  @Test
  void setsAsideASecondFileOfTheSameNameBesideTheFirst() throws Exception {
    for (int time = 1; time <= 2; time++) {
      Files.createDirectories(spool());
      Files.writeString(spool().resolve("underway-x.json"), "time " + time);
      assertEquals(1, journal.settle().setAside().size());
    }
    try (Stream<Path> bad = Files.list(spool().resolve("bad"))) {
      assertEquals(2, bad.count());
    }
  }

  @Test
  void leavesFilesThatAreNotItsOwnAlone() throws Exception {
    Files.createDirectories(spool().resolve("a directory"));
    for (String name : List.of("notes.txt", "run-1.json", "draft-x.tmp", ".hidden")) {
      Files.writeString(spool().resolve(name), "mine");
    }

    assertTrue(journal.accept(run(1)).isDefined());

    assertEquals(5, files("").size());
  }

  @Test
  void removesTheDraftsOfDeadProcessesAndNoOthers() throws Exception {
    Files.createDirectories(spool());
    Path own = Files.writeString(draftOf(SELF), "half");
    Path others = Files.writeString(draftOf(OTHER), "half");
    assertTrue(journal.accept(run(1)).isDefined());
    assertTrue(Files.exists(others));

    machine.end(OTHER);
    assertTrue(journal.accept(run(2)).isDefined());

    assertFalse(Files.exists(others));
    assertTrue(Files.exists(own));
  }

  // Where

  @Test
  void twoDatabasesInOneDirectoryNeverMix() throws Exception {
    DuckDbStore second =
        new DuckDbStore(
            new DuckDbSettings(directory.resolve("other.duckdb")), clock, machine.seenBy(SELF));
    waiting(run(1));

    assertEquals(Settlement.NOTHING, new DuckDbRunJournal(second).settle());
    assertEquals(HistoryCounts.NONE, new DuckDbRunHistory(second, clock).counts());
    assertEquals(1, journal.settle().stored());
  }

  @Test
  void aReadingStoresWhatWaitsThoughThereIsNoDatabaseYet() throws Exception {
    waiting(run(1));
    assertFalse(Files.exists(directory.resolve("history.duckdb")));

    assertEquals(1, history().recent(HistoryFilter.everything(), 10).size());
  }

  @Test
  void notingARunMakesNoDatabase() {
    journal.underWay(run(1));

    assertEquals(1, journal.runsUnderWay().size());
    assertEquals(0, history().counts().runs());
    assertFalse(Files.exists(directory.resolve("history.duckdb")));
    journal.withdraw(Runs.id(1));
    assertEquals(List.of(), files(""));
  }

  @Test
  void aRunIsSafeThoughTheDatabaseIsDamaged() throws Exception {
    Files.writeString(directory.resolve("history.duckdb"), "this is no database");

    assertEquals(Option.none(), journal.accept(run(1)));
    assertEquals(Settlement.NOTHING, journal.settleIfFree());
    assertSays(assertThrows(HistoryUnavailable.class, journal::settle), "not a DuckDB database");
    assertEquals(1, files("run-").size());

    Files.delete(directory.resolve("history.duckdb"));
    assertEquals(1, journal.settle().stored());
  }

  @Test
  void saysSoWhereThereCanBeNoSpool() throws Exception {
    Files.writeString(spool(), "in the way");

    assertSays(
        assertThrows(HistoryUnavailable.class, () -> journal.accept(run(1))), spool().toString());
    assertSays(
        assertThrows(HistoryUnavailable.class, () -> journal.underWay(run(1))), spool().toString());
  }

  // Waiting

  @Test
  void saysOnceWhoIsWaitedForWhenThatTakesLong() throws Exception {
    assertTrue(journal.accept(run(1)).isDefined());
    try (ChildJvm child = ChildJvm.start(HoldingProgram.class, directory, "foreign")) {
      assertEquals("held", child.line());
      CompletableFuture<Long> reading =
          CompletableFuture.supplyAsync(() -> history().counts().runs());
      awaitRemark();
      child.release();

      assertEquals(1, reading.get(30, TimeUnit.SECONDS));
      assertEquals(1, remarks.size());
      assertTrue(
          remarks.get(0).startsWith("Waiting for process " + child.pid()), remarks.toString());
      assertTrue(remarks.get(0).contains("history.duckdb"), remarks.toString());
    }
  }

  @Test
  void saysThatAnotherThreadIsWaitedFor() throws Exception {
    assertTrue(journal.accept(run(1)).isDefined());
    whileSomebodyElseUsesTheStore(
        () -> {
          CompletableFuture<Long> reading =
              CompletableFuture.supplyAsync(() -> history().counts().runs());
          awaitRemark();
          assertFalse(reading.isDone());
        });

    assertTrue(remarks.get(0).startsWith("Waiting for another thread"), remarks.toString());
  }

  @Test
  void acceptingAndSettlingIfFreeNeverWait() throws Exception {
    whileSomebodyElseUsesTheStore(
        () -> {
          assertEquals(Option.none(), journal.accept(run(1)));
          assertEquals(Settlement.NOTHING, journal.settleIfFree());
        });

    assertEquals(List.of(), remarks);
  }

  private void awaitRemark() {
    for (int pause = 0; remarks.isEmpty() && pause < 3_000; pause++) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    assertFalse(remarks.isEmpty());
  }

  /** Has a run accepted that cannot be stored yet; its file. */
  private Path waiting(Run run) throws Exception {
    whileSomebodyElseUsesTheStore(() -> assertEquals(Option.none(), journal.accept(run)));
    List<String> files = files("run-");
    return spool().resolve(files.get(files.size() - 1));
  }

  /** Copies files, as they are on the disk before a process dies. */
  private Path keep(Path... files) throws Exception {
    Path kept = Files.createDirectory(directory.resolve("kept"));
    for (Path file : files) {
      Files.copy(file, kept.resolve(file.getFileName()));
    }
    return kept;
  }

  private void putBack(Path kept) throws Exception {
    try (Stream<Path> files = Files.list(kept)) {
      for (Path file : files.toList()) {
        Files.copy(file, spool().resolve(file.getFileName()));
      }
    }
  }

  private Path draftOf(long pid) {
    return spool().resolve("draft-" + ProcessToken.of(FakeProcesses.identity(pid)) + "-1.tmp");
  }

  private Path spool() {
    return directory.resolve("history.duckdb.spool");
  }

  private List<String> files(String prefix) {
    if (Files.notExists(spool())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(spool())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Option<Run> stored(int number) {
    return history().find(Runs.id(number));
  }

  private static Run run(int number) {
    return version(number, 1);
  }

  private static Run version(int number, int version) {
    return Runs.run(number)
        .startingAt(Runs.NOON.plusSeconds(number))
        .executing(Runs.execution("apt", version))
        .build();
  }

  private DuckDbStore storeOf(long pid, Duration patience) {
    DuckDbSettings settings =
        new DuckDbSettings(
            directory.resolve("history.duckdb"), patience, EngineSettings.DEFAULTS, remarks::add);
    return new DuckDbStore(settings, clock, machine.seenBy(pid));
  }
}
