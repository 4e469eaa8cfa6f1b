package org.updateall.domain.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.SettableClock;

/** What {@link RunJournal} promises; every implementation runs it whole. */
public abstract class RunJournalContract {

  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00.123456Z");

  private SettableClock clock;
  private RunJournal journal;

  /** The journal of this process, without any run, that takes times from this clock. */
  protected abstract RunJournal emptyJournal(Clock clock);

  /** A journal at the same place, of another process of this machine that is running. */
  protected abstract RunJournal journalOfAnotherProcess();

  /** Ends that process, as a crash does. */
  protected abstract void endTheOtherProcess();

  /** The store that the journal's runs go to. */
  protected abstract RunHistory history();

  /** Does something while a process that knows nothing of the journal holds the store. */
  protected abstract void whileSomebodyElseUsesTheStore(Runnable work) throws Exception;

  @BeforeEach
  void openJournal() {
    clock = new SettableClock(NOW);
    journal = emptyJournal(clock);
  }

  // Empty

  @Test
  void aNewJournalHoldsNothing() {
    assertEquals(List.of(), journal.runsUnderWay());
    assertEquals(0, journal.runsWaiting());
    assertEquals(Settlement.NOTHING, journal.settle());
    assertEquals(Settlement.NOTHING, journal.settleIfFree());
    assertEquals(HistoryCounts.NONE, history().counts());
  }

  // Under way

  @Test
  void notesHowFarARunHasComeAndLeavesTheStoreAlone() {
    for (Run run : List.of(Runs.complete(), Runs.sparse(), Runs.run().build())) {
      journal.underWay(run);

      assertEquals(List.of(run), underWay());
      assertEquals(HistoryCounts.NONE, history().counts());
    }
  }

  @Test
  void notesARunWhileSomebodyElseUsesTheStore() throws Exception {
    whileSomebodyElseUsesTheStore(() -> journal.underWay(halfDone(1)));

    assertEquals(List.of(halfDone(1)), underWay());
  }

  @Test
  void listsTheRunsOfAllProcessesOldestFirst() {
    Run newest = Runs.run(3).startingAt(NOW.plusSeconds(2)).build();
    Run oldest = Runs.run(2).startingAt(NOW).build();
    Run middle = Runs.run(1).startingAt(NOW.plusSeconds(1)).build();
    journal.underWay(newest);
    journalOfAnotherProcess().underWay(oldest);
    journal.underWay(middle);

    assertEquals(List.of(oldest, middle, newest), underWay());
    List<ProcessIdentity> processes =
        journal.runsUnderWay().stream().map(RunUnderWay::process).toList();
    assertEquals(processes.get(1), processes.get(2));
    assertNotEquals(processes.get(0), processes.get(1));
  }

  @Test
  void forgetsARunThatIsWithdrawnAndNoOther() {
    journal.underWay(halfDone(1));
    journal.underWay(halfDone(2));

    journal.withdraw(Runs.id(1));
    journal.withdraw(Runs.id(7));

    assertEquals(List.of(halfDone(2)), underWay());
    assertEquals(Settlement.NOTHING, journal.settle());
    assertEquals(HistoryCounts.NONE, history().counts());
  }

  // Accepting

  @Test
  void storesAnAcceptedRunAtOnceAndSaysWhatThatChanged() {
    assertEquals(Option.some(RecordOutcome.ADDED), journal.accept(Runs.run().build()));
    assertEquals(Option.some(RecordOutcome.UPDATED), journal.accept(Runs.complete()));
    assertEquals(Option.some(RecordOutcome.UNCHANGED), journal.accept(Runs.complete()));

    assertTrue(history().find(Runs.id(1)).get().sameContentAs(Runs.complete()));
  }

  @Test
  void anAcceptedRunIsNoLongerUnderWay() throws Exception {
    journal.underWay(halfDone(1));
    journal.underWay(halfDone(2));
    assertEquals(Option.some(RecordOutcome.ADDED), journal.accept(done(1)));
    assertEquals(List.of(halfDone(2)), underWay());

    whileSomebodyElseUsesTheStore(
        () -> {
          assertEquals(Option.none(), journal.accept(done(2)));
          assertEquals(List.of(), underWay());
        });
  }

  @Test
  void aRunCanBeUnderWayAgain() {
    assertTrue(journal.accept(done(1)).isDefined());
    clock.advance(Duration.ofSeconds(1));

    journal.underWay(halfDone(1));

    assertEquals(List.of(halfDone(1)), underWay());
  }

  @Test
  void keepsEveryFieldOfARunThatWaits() throws Exception {
    List<Run> runs =
        List.of(
            Runs.complete(),
            Runs.sparse(),
            Runs.run().on("Ω \"'; DROP TABLE runs; -- ../../x").build(),
            Runs.run().executing(Runs.execution("../../../etc/passwd")).build());
    for (Run run : runs) {
      whileSomebodyElseUsesTheStore(() -> assertEquals(Option.none(), journal.accept(run)));
      assertEquals(1, journal.settle().stored());

      assertTrue(history().find(run.runId()).get().sameContentAs(run));
    }
  }

  @Test
  void storesWhatWaitsInTheOrderOfItsAcceptance() throws Exception {
    whileSomebodyElseUsesTheStore(
        () -> {
          for (int version = 1; version <= 12; version++) {
            assertEquals(Option.none(), journal.accept(version(1, version)));
            assertEquals(Option.none(), journal.accept(version(2, version)));
          }
        });

    assertEquals(24, journal.runsWaiting());
    assertEquals(new Settlement(24, List.of(), List.of()), journal.settle());
    assertEquals(0, journal.runsWaiting());
    assertTrue(history().find(Runs.id(1)).get().sameContentAs(version(1, 12)));
    assertTrue(history().find(Runs.id(2)).get().sameContentAs(version(2, 12)));
    assertEquals(2, history().counts().runs());
  }

  @Test
  void keepsTheOrderAcrossProcessesAndWhenTheClockIsSetBack() throws Exception {
    RunJournal other = journalOfAnotherProcess();
    whileSomebodyElseUsesTheStore(
        () -> {
          for (int version = 1; version <= 12; version++) {
            RunJournal one = version % 2 == 0 ? journal : other;
            assertEquals(Option.none(), one.accept(version(1, version)));
            clock.advance(Duration.ofSeconds(version % 3 == 0 ? 1 : -10));
          }
        });

    journal.settle();

    assertTrue(history().find(Runs.id(1)).get().sameContentAs(version(1, 12)));
  }

  @Test
  void whatWaitsIsStoredBeforeWhatIsAcceptedLater() throws Exception {
    whileSomebodyElseUsesTheStore(() -> assertEquals(Option.none(), journal.accept(version(1, 1))));

    assertEquals(Option.some(RecordOutcome.UPDATED), journal.accept(version(1, 2)));
    assertTrue(history().find(Runs.id(1)).get().sameContentAs(version(1, 2)));
  }

  @Test
  void severalThreadsLoseNothing() throws Exception {
    int threads = 4;
    int each = 5;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread * each;
        tasks.add(
            () -> {
              IntStream.range(first, first + each)
                  .forEach(
                      number -> {
                        journal.underWay(halfDone(number));
                        Option<RecordOutcome> unused = journal.accept(done(number));
                      });
              return null;
            });
      }
      for (Future<Void> done : pool.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertEquals(20, journal.settle().stored());
    assertEquals(20, history().counts().runs());
    assertEquals(List.of(), underWay());
  }

  // Settling

  @Test
  void tellsOfWhatStoringDidByItselfOnce() {
    assertTrue(journal.accept(done(1)).isDefined());
    assertTrue(journal.accept(done(2)).isDefined());

    assertEquals(new Settlement(2, List.of(), List.of()), journal.settle());
    assertEquals(Settlement.NOTHING, journal.settle());
  }

  @Test
  void settlesOnlyIfTheStoreIsFreeWhereThatIsAskedFor() throws Exception {
    whileSomebodyElseUsesTheStore(
        () -> {
          assertEquals(Option.none(), journal.accept(done(1)));
          assertEquals(Settlement.NOTHING, journal.settleIfFree());
        });

    assertEquals(1, journal.settleIfFree().stored());
    assertTrue(history().find(Runs.id(1)).isDefined());
  }

  @Test
  void whatOneProcessAcceptedAnyOtherStores() throws Exception {
    RunJournal other = journalOfAnotherProcess();
    whileSomebodyElseUsesTheStore(() -> assertEquals(Option.none(), other.accept(done(1))));
    endTheOtherProcess();

    assertEquals(new Settlement(1, List.of(), List.of()), journal.settle());
    assertTrue(history().find(Runs.id(1)).get().sameContentAs(done(1)));
  }

  // Abandoned

  @Test
  void storesTheRunOfAProcessThatEndedAsAbandoned() {
    RunJournal other = journalOfAnotherProcess();
    other.underWay(halfDone(1));
    journal.underWay(halfDone(2));
    RunUnderWay left = other.runsUnderWay().get(0);
    endTheOtherProcess();

    assertEquals(new Settlement(0, List.of(left), List.of()), journal.settle());
    assertEquals(Settlement.NOTHING, journal.settle());
    assertEquals(List.of(halfDone(2)), underWay());
    Run stored = history().find(Runs.id(1)).get();
    assertTrue(stored.sameContentAs(halfDone(1).abandoned()));
    assertEquals(
        List.of(ExecutionStatus.SUCCESS, ExecutionStatus.FAILED, ExecutionStatus.SKIPPED),
        stored.executions().stream().map(PluginExecution::status).toList());
    assertEquals(1, history().counts().runs());
  }

  @Test
  void leavesTheRunsOfProcessesThatRunAlone() {
    journal.underWay(halfDone(1));
    journalOfAnotherProcess().underWay(halfDone(2));

    assertEquals(Settlement.NOTHING, journal.settle());
    assertEquals(List.of(halfDone(1), halfDone(2)), underWay());
    assertEquals(HistoryCounts.NONE, history().counts());
  }

  @Test
  void aRunThatIsStoredAndOverIsNotAbandoned() {
    RunJournal other = journalOfAnotherProcess();
    other.underWay(halfDone(1));
    RecordOutcome unused = history().record(done(1));
    endTheOtherProcess();

    assertEquals(Settlement.NOTHING, journal.settle());
    assertEquals(List.of(), underWay());
    assertTrue(history().find(Runs.id(1)).get().sameContentAs(done(1)));
  }

  @Test
  void anAcceptedRunIsNotAbandonedThoughItsProcessEnded() throws Exception {
    RunJournal other = journalOfAnotherProcess();
    Run unended = Runs.sparse();
    other.underWay(Runs.run().build());
    whileSomebodyElseUsesTheStore(() -> assertEquals(Option.none(), other.accept(unended)));
    endTheOtherProcess();

    assertEquals(new Settlement(1, List.of(), List.of()), journal.settle());
    assertTrue(history().find(Runs.id(1)).get().sameContentAs(unended));
  }

  @Test
  void anAbandonedRunIsInTheHistoryForEveryFilterOfItsStatus() {
    RunJournal other = journalOfAnotherProcess();
    other.underWay(halfDone(1));
    endTheOtherProcess();
    journal.settleIfFree();

    HistoryFilter failed = HistoryFilter.everything().ending(ExecutionStatus.FAILED);
    HistoryFilter running = HistoryFilter.everything().ending(ExecutionStatus.RUNNING);
    assertEquals(1, history().recent(failed, 10).size());
    assertEquals(0, history().recent(running, 10).size());
  }

  private List<Run> underWay() {
    return journal.runsUnderWay().stream().map(RunUnderWay::run).toList();
  }

  private static Run halfDone(int number) {
    return Runs.run(number)
        .startingAt(Runs.NOON.plusSeconds(number))
        .unended()
        .executing(
            Runs.execution("apt", 12.5),
            Runs.execution("cargo").ending(ExecutionStatus.RUNNING),
            Runs.execution("pipx").ending(ExecutionStatus.PENDING))
        .build();
  }

  private static Run done(int number) {
    return Runs.run(number)
        .startingAt(Runs.NOON.plusSeconds(number))
        .executing(Runs.execution("apt", 12.5), Runs.execution("cargo", 3))
        .build();
  }

  private static Run version(int number, int version) {
    return Runs.run(number).executing(Runs.execution("apt", version)).build();
  }
}
