package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;
import static org.updateall.domain.history.Runs.step;

import io.vavr.control.Option;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link RunHistory} promises of correcting, deleting, filtering and walking. */
public abstract class RunHistoryKeepingContract {

  private static final Instant FIRST_DAY = Instant.parse("2026-02-01T08:00:00.123456Z");
  private static final Instant SECOND_DAY = FIRST_DAY.plus(Duration.ofDays(1));
  private static final HistoryFilter EVERYTHING = HistoryFilter.everything();

  private SettableClock clock;
  private RunHistory history;

  /** A history without runs that takes creation times from this clock. */
  protected abstract RunHistory emptyHistory(Clock clock);

  @BeforeEach
  void openHistoryToKeep() {
    clock = new SettableClock(FIRST_DAY);
    history = emptyHistory(clock);
  }

  // Correcting

  @Test
  void revisesARunAndGivesItAsItThenIsStored() {
    history.record(Runs.complete());
    clock.advance(Duration.ofDays(1));

    Option<Run> revised =
        history.revise(Runs.id(1), run -> run.with(execution("pipx").build(Runs.id(1), 7)));

    assertEquals(history.find(Runs.id(1)), revised);
    assertEquals(
        List.of("apt", "cargo", "pipx"),
        revised.get().executions().stream().map(each -> each.pluginName().value()).toList());
  }

  @Test
  void aRevisionKeepsTheCreationTimesOfWhatWasThere() {
    history.record(Runs.complete());
    clock.advance(Duration.ofDays(1));

    Run revised =
        history.revise(Runs.id(1), run -> run.with(execution("pipx").build(Runs.id(1), 7))).get();

    assertEquals(FIRST_DAY, revised.createdAt());
    assertEquals(FIRST_DAY, revised.executions().get(0).createdAt());
    assertEquals(SECOND_DAY, revised.executions().get(2).createdAt());
  }

  @Test
  void theChangeIsGivenTheStoredRun() {
    history.record(Runs.complete());
    Run stored = history.find(Runs.id(1)).get();
    List<Run> given = new ArrayList<>();

    history.revise(
        Runs.id(1),
        run -> {
          given.add(run);
          return run;
        });

    assertEquals(List.of(stored), given);
    assertEquals(Option.some(stored), history.find(Runs.id(1)));
  }

  @Test
  void addsCorrectsAndRemovesEveryPartOneByOne() {
    history.record(Runs.complete());
    ExecutionId apt = history.find(Runs.id(1)).get().executions().get(0).executionId();
    StepMetrics corrected = step("download again").in(StepPhase.DOWNLOAD).build(apt, 1);
    Estimate announced =
        new Estimate(apt, 3, StepPhase.EXECUTE, null, 1.0, null, null, null, 1.0, null);

    reviseExecution(apt, execution -> execution.with(corrected).with(announced).withoutStep(0));

    PluginExecution revised = history.findExecution(apt).get();
    assertEquals(
        List.of("download again", "upgrade"),
        revised.steps().stream().map(StepMetrics::stepName).toList());
    assertEquals(1.0, revised.estimates().get(1).cpuSeconds());

    reviseExecution(apt, execution -> execution.withoutEstimate(0).withoutEstimate(3));
    assertEquals(List.of(), history.findExecution(apt).get().estimates());

    history.revise(Runs.id(1), run -> run.without(apt));
    assertEquals(Option.none(), history.findExecution(apt));
    assertEquals(new HistoryCounts(1, 1, 0, 0), history.counts());
  }

  @Test
  void revisesNothingWhereNoRunIs() {
    history.record(run(1).build());

    assertEquals(
        Option.none(),
        history.revise(
            Runs.id(2),
            run -> {
              throw new AssertionError("there is nothing to change");
            }));
    assertEquals(1, history.counts().runs());
  }

  @Test
  void aRunCannotBecomeAnother() {
    history.record(run(1).build());

    assertThrows(
        IllegalArgumentException.class, () -> history.revise(Runs.id(1), run -> run(2).build()));
    assertEquals(new HistoryCounts(1, 0, 0, 0), history.counts());
    assertTrue(history.find(Runs.id(1)).isDefined());
  }

  @Test
  void whatAChangeThrowsIsPassedOnAndNothingIsStored() {
    history.record(run(1).build());
    Option<Run> before = history.find(Runs.id(1));
    IllegalStateException failure = new IllegalStateException("on purpose");

    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class,
            () ->
                history.revise(
                    Runs.id(1),
                    run -> {
                      throw failure;
                    })));
    assertEquals(before, history.find(Runs.id(1)));
  }

  @Test
  void losesNoneOfSeveralRevisionsAtOnce() throws Exception {
    history.record(run(1).build());
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Option<Run>>> revisions =
          IntStream.range(0, 20)
              .<Callable<Option<Run>>>mapToObj(
                  i ->
                      () ->
                          history.revise(
                              Runs.id(1),
                              run -> run.with(execution("plugin-" + i).build(run.runId(), i))))
              .toList();
      for (Future<Option<Run>> revision : pool.invokeAll(revisions)) {
        assertTrue(revision.get().isDefined());
      }
    } finally {
      pool.shutdownNow();
    }

    assertEquals(20, history.find(Runs.id(1)).get().totalPlugins());
  }

  // Deleting

  @Test
  void deletesRunsWithAllTheirPartsAndSaysHowMuch() {
    history.record(Runs.complete());
    history.record(run(2).executing(execution("apt", 1)).build());

    assertEquals(new HistoryCounts(1, 2, 3, 2), history.delete(List.of(Runs.id(1), Runs.id(3))));

    assertEquals(Option.none(), history.find(Runs.id(1)));
    assertEquals(new HistoryCounts(1, 1, 1, 0), history.counts());
  }

  @Test
  void deletingWhatIsNotThereChangesNothing() {
    assertEquals(HistoryCounts.NONE, history.delete(List.of(Runs.id(1))));
    history.record(run(1).build());

    assertEquals(HistoryCounts.NONE, history.delete(List.of()));
    assertEquals(HistoryCounts.NONE, history.delete(List.of(Runs.id(2))));
    assertEquals(1, history.counts().runs());
  }

  @Test
  void aDeletedRunCanBeRecordedAgain() {
    history.record(Runs.complete());
    history.delete(List.of(Runs.id(1)));

    assertEquals(RecordOutcome.ADDED, history.record(Runs.complete()));
    assertEquals(Option.some(Runs.complete().createdAt(FIRST_DAY)), history.find(Runs.id(1)));
  }

  @Test
  void deletesAThousandRunsAtOnce() {
    history.recordAll(Runs.many(1_500).iterator());

    HistoryCounts deleted =
        history.delete(IntStream.rangeClosed(1, 1_400).mapToObj(Runs::id).toList());

    assertEquals(new HistoryCounts(1_400, 1_400, 1_400, 0), deleted);
    assertEquals(100, history.counts().runs());
  }

  @Test
  void deletesWhatBeganBeforeATimeAndKeepsWhatBeganThen() {
    history.record(run(1).startingAt("2026-01-05T11:59:59.999999Z").build());
    history.record(
        run(2)
            .startingAt("2026-01-05T12:00:00Z")
            .executing(execution("apt").startingAt("2026-01-04T00:00:00Z"))
            .build());

    assertEquals(
        new HistoryCounts(1, 0, 0, 0), history.deleteBefore(Instant.parse("2026-01-05T12:00:00Z")));

    assertEquals(List.of(Runs.id(2)), ids(EVERYTHING));
    assertEquals(HistoryCounts.NONE, history.deleteBefore(Instant.EPOCH));
  }

  @Test
  void deletingFromAHistoryThatIsNotThereYetRemovesNothing() {
    assertEquals(HistoryCounts.NONE, history.deleteBefore(Instant.parse("2030-01-01T00:00:00Z")));
  }

  // One execution

  @Test
  void findsAnExecutionWithAllItsParts() {
    history.record(Runs.complete());
    PluginExecution apt = history.find(Runs.id(1)).get().executions().get(0);

    assertEquals(Option.some(apt), history.findExecution(apt.executionId()));
    assertEquals(Option.none(), history.findExecution(new ExecutionId(new UUID(0x7000, 1L << 63))));
  }

  @Test
  void ofSeveralRunsWithTheSameExecutionTheNewestCounts() {
    ExecutionId shared = new ExecutionId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    history.record(
        run(2)
            .startingAt("2026-01-06T12:00:00Z")
            .executing(execution("newer").identifiedBy(shared))
            .build());
    history.record(
        run(3)
            .startingAt("2026-01-05T12:00:00Z")
            .executing(execution("older").identifiedBy(shared))
            .build());

    assertEquals("newer", history.findExecution(shared).get().pluginName().value());
  }

  // Which runs are meant

  @Test
  void filtersByHost() {
    history.record(run(1).on("a").build());
    history.record(run(2).on("b").build());

    assertEquals(List.of(Runs.id(2)), ids(EVERYTHING.on(HostScope.only("b"))));
    assertEquals(List.of(), ids(EVERYTHING.on(HostScope.only("c"))));
  }

  @Test
  void filtersByAPeriodThatHoldsItsBeginAndNotItsEnd() {
    history.record(run(1).startingAt("2026-01-05T12:00:00Z").build());
    history.record(run(2).startingAt("2026-01-05T12:00:00.000001Z").build());
    history.record(run(3).startingAt("2026-01-05T12:00:00.000002Z").build());
    Instant first = Instant.parse("2026-01-05T12:00:00Z");

    assertEquals(
        List.of(Runs.id(2)),
        ids(EVERYTHING.from(first.plusNanos(1000)).until(first.plusNanos(2000))));
    assertEquals(List.of(Runs.id(1)), ids(EVERYTHING.until(first.plusNanos(1000))));
    assertEquals(List.of(Runs.id(3)), ids(EVERYTHING.from(first.plusNanos(2000))));
    assertEquals(List.of(), ids(EVERYTHING.from(first).until(first)));
  }

  @Test
  void filtersByWhatAnyExecutionOfTheRunIs() {
    history.record(run(1).executing(execution("apt"), execution("snap")).build());
    history.record(run(2).executing(execution("apt").ending(ExecutionStatus.FAILED)).build());
    history.record(run(3).executing(execution("снап")).build());
    history.record(run(4).build());

    assertEquals(List.of(Runs.id(1), Runs.id(2)), ids(EVERYTHING.ofPlugins("apt")));
    assertEquals(List.of(Runs.id(1), Runs.id(3)), ids(EVERYTHING.ofPlugins("snap", "снап")));
    assertEquals(List.of(Runs.id(2)), ids(EVERYTHING.ending(ExecutionStatus.FAILED)));
    assertEquals(
        List.of(Runs.id(1)), ids(EVERYTHING.ofPlugins("apt").ending(ExecutionStatus.SUCCESS)));
    assertEquals(List.of(), ids(EVERYTHING.ofPlugins("snap").ending(ExecutionStatus.FAILED)));
    assertEquals(List.of(), ids(EVERYTHING.ofPlugins("' OR 1=1 --")));
    assertEquals(4, ids(EVERYTHING).size());
  }

  @Test
  void aRunThatIsMeantIsGivenWhole() {
    history.record(Runs.complete());

    assertEquals(
        List.of(Runs.complete().createdAt(FIRST_DAY)),
        history.recent(EVERYTHING.ofPlugins("cargo").in(StepPhase.CHECK), 10));
  }

  // Walking

  @Test
  void walksThroughRunsOldestFirstAndTheSmallerIdentityFirst() {
    history.record(run(3).startingAt("2026-01-05T12:00:00Z").build());
    history.record(run(1).startingAt("2026-01-06T12:00:00Z").build());
    history.record(run(2).startingAt("2026-01-05T12:00:00Z").build());

    assertEquals(
        List.of(Runs.id(2), Runs.id(3), Runs.id(1)),
        visited(EVERYTHING).stream().map(Run::runId).toList());
  }

  @Test
  void walksThroughWholeRunsThatAreMeant() {
    history.record(Runs.complete());
    history.record(run(2).on("elsewhere").build());

    assertEquals(
        List.of(Runs.complete().createdAt(FIRST_DAY)),
        visited(EVERYTHING.on(HostScope.only("workstation"))));
  }

  @Test
  void walksThroughThousandsOfRunsEachOnce() {
    List<Run> runs = new ArrayList<>(Runs.many(4_100));
    IntStream.rangeClosed(5_000, 5_200)
        .forEach(number -> runs.add(run(number).startingAt(Runs.NOON).build()));
    history.recordAll(runs.iterator());

    List<RunId> walked = visited(EVERYTHING).stream().map(Run::runId).toList();

    assertEquals(4_301, walked.size());
    assertEquals(4_301, walked.stream().distinct().count());
  }

  @Test
  void walksThroughNothingWhereNothingIs() {
    assertEquals(List.of(), visited(EVERYTHING));
  }

  @Test
  void whatAVisitorThrowsIsPassedOn() {
    history.record(run(1).build());
    IllegalStateException failure = new IllegalStateException("on purpose");

    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class,
            () ->
                history.visit(
                    EVERYTHING,
                    run -> {
                      throw failure;
                    })));
    assertEquals(RecordOutcome.ADDED, history.record(run(2).build()));
  }

  private void reviseExecution(ExecutionId id, UnaryOperator<PluginExecution> change) {
    history.revise(Runs.id(1), run -> run.changing(id, change));
  }

  private List<RunId> ids(HistoryFilter filter) {
    return history.recent(filter, Integer.MAX_VALUE).stream().map(Run::runId).sorted().toList();
  }

  private List<Run> visited(HistoryFilter filter) {
    List<Run> runs = new ArrayList<>();
    history.visit(filter, runs::add);
    return runs;
  }
}
