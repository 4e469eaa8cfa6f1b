package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;
import static org.updateall.domain.history.Runs.step;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link RunHistory} promises; every implementation runs it whole. */
public abstract class RunHistoryContract extends RunHistoryKeepingContract {

  private static final Instant FIRST_DAY = Instant.parse("2026-02-01T08:00:00.123456Z");
  private static final Instant SECOND_DAY = FIRST_DAY.plus(Duration.ofDays(1));
  private static final HostScope EVERY_HOST = HostScope.everyHost();
  private static final HistoryFilter EVERYTHING = HistoryFilter.everything();

  private SettableClock clock;
  private RunHistory history;

  @BeforeEach
  void openHistory() {
    clock = new SettableClock(FIRST_DAY);
    history = emptyHistory(clock);
  }

  // Empty

  @Test
  void aNewHistoryIsEmpty() {
    assertEquals(Option.none(), history.find(Runs.id(1)));
    assertEquals(List.of(), history.recent(EVERYTHING, 10));
    assertEquals(HistoryCounts.NONE, history.counts());
  }

  // Round trip

  @Test
  void givesBackEveryFieldOfACompleteRun() {
    assertComesBack(Runs.complete());
  }

  @Test
  void givesBackARunOfWhichNearlyNothingIsKnown() {
    assertComesBack(Runs.sparse());
  }

  @Test
  void givesBackARunWithoutExecutions() {
    assertComesBack(run().build());
  }

  @Test
  void givesBackExecutionsInTheirOrderEvenOfOnePluginTwice() {
    assertComesBack(
        run()
            .executing(
                execution("zypper").startingAt("2026-01-05T12:10:00Z"),
                execution("apt").startingAt("2026-01-05T12:05:00Z"),
                execution("zypper").startingAt("2026-01-05T12:00:00Z"),
                execution("apt"))
            .build());
  }

  @Test
  void givesBackEveryStatusAndPhase() {
    ExecutionBuilder[] executions =
        Arrays.stream(ExecutionStatus.values())
            .map(status -> execution("apt").ending(status))
            .toArray(ExecutionBuilder[]::new);
    StepBuilder[] steps =
        Arrays.stream(StepPhase.values())
            .map(phase -> step("same name").in(phase))
            .toArray(StepBuilder[]::new);
    assertComesBack(run().executing(executions).executing(execution("apt").with(steps)).build());
  }

  @Test
  void givesBackTheGreatestAndTheLeastFigures() {
    assertComesBack(
        run().executing(execution("max").with(step("max").using(figures(Long.MAX_VALUE)))).build());
    assertComesBack(run(2).executing(execution("0").with(step("0").using(figures(0)))).build());
  }

  @Test
  void givesBackTheGreatestAndTheLeastCounts() {
    assertComesBack(
        run()
            .executing(
                execution("most")
                    .updating(Integer.MAX_VALUE, Integer.MAX_VALUE)
                    .failingWith("", Integer.MIN_VALUE),
                execution("none").updating(0, 0).failingWith("0", Integer.MAX_VALUE),
                execution("far").with(step("far").ordinal(Integer.MAX_VALUE)))
            .build());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -0.0, Double.MIN_VALUE, 0.1, 1.0 / 3, 1e12, 123_456.789_012_345})
  void givesBackSecondsToTheLastBit(double seconds) {
    assertComesBack(run().executing(execution("apt", seconds)).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "1582-10-10T12:00:00.5Z",
        "1969-12-31T23:59:59.999999Z",
        "1970-01-01T00:00:00Z",
        "2026-01-05T12:00:00.000001Z",
        "2026-01-05T12:00:00.999999Z",
        "2038-01-19T03:14:08Z",
        "9999-12-31T23:58:59.999999Z"
      })
  void givesBackInstantsToTheMicrosecond(String time) {
    assertComesBack(run().startingAt(time).executing(execution("apt").startingAt(time)).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-08T06:30:00Z", // New York: 02:00 becomes 03:00 at 07:00Z
        "2026-11-01T05:30:00Z", // New York: 02:00 becomes 01:00 at 06:00Z
        "2026-03-29T00:30:00Z", // Warsaw: 02:00 becomes 03:00 at 01:00Z
        "2026-10-25T00:30:00Z" // Warsaw: 03:00 becomes 02:00 at 01:00Z
      })
  void keepsEveryQuarterHourAroundAClockChangeApart(String beginning) {
    Instant first = Instant.parse(beginning).minus(Duration.ofHours(2));
    List<Run> runs = IntStream.range(0, 24).mapToObj(i -> quarterHourRun(i, first)).toList();

    history.recordAll(runs.iterator());

    assertEquals(newestFirst(stored(runs)), history.recent(EVERYTHING, 100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "\u0000",
        "a\u0000b",
        "line\nbreak\r\n\ttab",
        "'; DROP TABLE runs; --",
        "\"quoted\" 'twice' `back` \\ \\' \\n",
        ":name ?1 ${x} <x> {0} %s %",
        "😀👩‍👩‍👧 emoji",
        "שלום עולם \u202Eright to left\u202C",
        "Zażółć gęślą jaźń",
        "中文 日本語 한국어",
        "e\u0301 is not \u00e9",
        "\uFEFF\uFFFE\uFFFF\uD83D\uDE00"
      })
  void givesBackTextsInAnyScript(String text) {
    assertComesBack(
        run()
            .by(text)
            .withConfiguration(text)
            .executing(execution("apt").failingWith(text, 1))
            .build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE runs; --",
        "😀",
        "שלום",
        "Zażółć",
        "中文",
        "e\u0301",
        "\u00e9",
        "Ω \"x\""
      })
  void givesBackNamesInAnyScript(String name) {
    assertComesBack(
        run().on(name).executing(execution(name).with(step(name), step(name + "2"))).build());
  }

  @Test
  void givesBackAMessageOfAMegabyte() {
    assertComesBack(
        run().executing(execution("apt").failingWith("błąd😀".repeat(150_000), 1)).build());
  }

  @Test
  void givesBackIdentitiesOfAnyKind() {
    for (String id :
        List.of(
            "00000000-0000-0000-0000-000000000000",
            "7fffffff-ffff-ffff-ffff-ffffffffffff",
            "80000000-0000-0000-8000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff")) {
      UUID value = UUID.fromString(id);
      assertComesBack(
          run()
              .identifiedBy(new RunId(value))
              .executing(execution("apt").identifiedBy(new ExecutionId(value)))
              .build());
    }
  }

  @Test
  void anExecutionsIdentityCountsWithinItsRunAlone() {
    ExecutionId same = new ExecutionId(new UUID(1, 1));
    Run first = run(1).executing(execution("apt", 1).identifiedBy(same)).build();
    Run second = run(2).executing(execution("apt", 2).identifiedBy(same)).build();
    history.record(first);
    history.record(second);

    assertEquals(Option.some(stored(first)), history.find(first.runId()));
    assertEquals(Option.some(stored(second)), history.find(second.runId()));
  }

  // Absent

  @Test
  void findsNoOtherRunThanTheOneAskedFor() {
    history.record(run(1).build());

    assertEquals(Option.none(), history.find(Runs.id(2)));
  }

  // Recording again

  @Test
  void findsThoseOfSeveralRunsThatAreKnown() {
    history.record(Runs.complete());
    history.record(Runs.run(2).build());

    Map<RunId, Run> found = history.findAll(List.of(Runs.id(1), Runs.id(3)));

    assertEquals(Set.of(Runs.id(1)), found.keySet());
    assertEquals(history.find(Runs.id(1)).get(), found.get(Runs.id(1)));
    assertEquals(Map.of(), history.findAll(List.of()));
  }

  @Test
  void saysWhetherARunWasAddedOrUnchangedOrUpdated() {
    assertEquals(RecordOutcome.ADDED, history.record(run().build()));
    assertEquals(RecordOutcome.UNCHANGED, history.record(run().build()));
    assertEquals(RecordOutcome.UPDATED, history.record(run().on("elsewhere").build()));
    assertEquals(RecordOutcome.UNCHANGED, history.record(run().on("elsewhere").build()));
  }

  @Test
  void recordingTheSameRunAgainChangesNothing() {
    history.record(Runs.complete());
    clock.advance(Duration.ofDays(1));

    assertEquals(RecordOutcome.UNCHANGED, history.record(Runs.complete()));

    assertEquals(Option.some(stored(Runs.complete())), history.find(Runs.id(1)));
    assertEquals(new HistoryCounts(1, 2, 3, 2), history.counts());
  }

  @Test
  void recordingAStoredRunAgainChangesNothing() {
    history.record(Runs.complete());
    Run kept = history.find(Runs.id(1)).get();

    assertEquals(RecordOutcome.UNCHANGED, history.record(kept));
    assertEquals(Option.some(kept), history.find(Runs.id(1)));
  }

  @Test
  void noticesAChangeInAnySingleField() {
    List<UnaryOperator<RunBuilder>> changes =
        List.of(
            run -> run.endingAt(Runs.NOON),
            run -> run.unended(),
            run -> run.startingAt(Runs.NOON.minusNanos(1000)),
            run -> run.on("elsewhere"),
            run -> run.by("grace"),
            run -> run.withConfiguration("other"),
            run -> run.executing(execution("apt")),
            run -> run.executing(execution("apt").updating(1, null)),
            run -> run.executing(execution("apt").updating(null, 1)),
            run -> run.executing(execution("apt").with(step("a"))),
            run -> run.executing(execution("apt").with(step("b"))),
            run -> run.executing(execution("apt").with(step("b").lasting(1))),
            run -> run.executing(execution("apt").with(step("b").lasting(1), step("c"))));
    for (UnaryOperator<RunBuilder> change : changes) {
      Run changed = change.apply(run()).build();
      history.record(run().build());

      assertEquals(RecordOutcome.UPDATED, history.record(changed), changed.toString());
      assertTrue(history.find(Runs.id(1)).get().sameContentAs(changed), changed.toString());

      history.record(run().build());
    }
  }

  @Test
  void anUpdateMayAddExecutionsStepsAndAnnouncements() {
    history.record(run().executing(execution("apt").with(step("refresh"))).build());
    Run grown =
        run()
            .executing(
                execution("apt").with(step("refresh"), step("upgrade")),
                execution("cargo").with(step("build")))
            .build();

    assertEquals(RecordOutcome.UPDATED, history.record(grown));
    assertTrue(history.find(Runs.id(1)).get().sameContentAs(grown));
    assertEquals(new HistoryCounts(1, 2, 3, 0), history.counts());
  }

  @Test
  void anUpdateMayTakeExecutionsStepsAndAnnouncementsAway() {
    history.record(Runs.complete());
    Run shrunk = run().executing(execution("apt").with(step("refresh"))).build();

    assertEquals(RecordOutcome.UPDATED, history.record(shrunk));
    assertTrue(history.find(Runs.id(1)).get().sameContentAs(shrunk));
    assertEquals(new HistoryCounts(1, 1, 1, 0), history.counts());
  }

  @Test
  void anUpdateMayPutExecutionsInAnotherOrder() {
    ExecutionId apt = new ExecutionId(new UUID(1, 1));
    ExecutionId cargo = new ExecutionId(new UUID(1, 2));
    Run before =
        run()
            .executing(
                execution("apt", 1).identifiedBy(apt), execution("cargo", 2).identifiedBy(cargo))
            .build();
    Run after =
        run()
            .executing(
                execution("cargo", 2).identifiedBy(cargo), execution("apt", 1).identifiedBy(apt))
            .build();
    history.record(before);

    assertEquals(RecordOutcome.UPDATED, history.record(after));
    assertEquals(Option.some(stored(after)), history.find(Runs.id(1)));
  }

  @Test
  void anUpdateLeavesOtherRunsAlone() {
    Run other = run(2).executing(execution("apt", 5)).build();
    history.record(run(1).executing(execution("apt", 1)).build());
    history.record(other);
    history.record(run(1).build());

    assertEquals(Option.some(stored(other)), history.find(other.runId()));
    assertEquals(new HistoryCounts(2, 1, 1, 0), history.counts());
  }

  // Creation times

  @Test
  void absentCreationTimesBecomeNow() {
    history.record(Runs.complete());

    assertEquals(Option.some(Runs.complete().createdAt(FIRST_DAY)), history.find(Runs.id(1)));
  }

  @Test
  void creationTimesThatTheRunBringsAreKept() {
    Instant past = Instant.parse("2019-04-05T06:07:08.000009Z");
    Run run =
        run()
            .createdAt(past)
            .executing(
                execution("apt")
                    .createdAt(past.plusSeconds(1))
                    .with(step("refresh").createdAt(past.plusSeconds(2)), step("upgrade")))
            .build();
    history.record(run);

    assertEquals(Option.some(run.createdAt(FIRST_DAY)), history.find(Runs.id(1)));
  }

  @Test
  void anUpdateKeepsTheCreationTimesOfPartsThatWereThere() {
    history.record(run().executing(execution("apt").with(step("refresh"))).build());
    clock.advance(Duration.ofDays(1));
    history.record(
        run()
            .createdAt(SECOND_DAY)
            .executing(execution("apt").with(step("renamed"), step("upgrade")), execution("cargo"))
            .build());

    Run kept = history.find(Runs.id(1)).get();
    assertEquals(FIRST_DAY, kept.createdAt());
    assertEquals(FIRST_DAY, kept.executions().get(0).createdAt());
    assertEquals(FIRST_DAY, kept.executions().get(0).steps().get(0).createdAt());
    assertEquals(SECOND_DAY, kept.executions().get(0).steps().get(1).createdAt());
    assertEquals(SECOND_DAY, kept.executions().get(1).createdAt());
  }

  @Test
  void aPartThatWasTakenAwayAndComesBackIsNew() {
    Run run = run().executing(execution("apt").with(step("refresh"))).build();
    history.record(run);
    history.record(run().build());
    clock.advance(Duration.ofDays(1));
    history.record(run);

    Run kept = history.find(Runs.id(1)).get();
    assertEquals(FIRST_DAY, kept.createdAt());
    assertEquals(SECOND_DAY, kept.executions().get(0).createdAt());
  }

  // Many at once

  @Test
  void recordsManyAndCountsBeforeAndAfter() {
    history.record(run(1).executing(execution("apt", 1)).build());
    history.record(run(2).executing(execution("apt", 2)).build());
    HistoryCounts before = history.counts();

    RecordingSummary summary =
        history.recordAll(
            List.of(
                    run(1).executing(execution("apt", 1)).build(),
                    run(2).executing(execution("apt", 20), execution("cargo")).build(),
                    run(3).build(),
                    run(4).executing(execution("apt", 4)).build(),
                    run(5).build())
                .iterator());

    assertEquals(
        new RecordingSummary(3, 1, 1, 3, 1, before, new HistoryCounts(5, 4, 3, 0)), summary);
    assertEquals(summary.after(), history.counts());
  }

  @Test
  void recordsNoneOfNone() {
    history.record(run().build());

    RecordingSummary summary = history.recordAll(Collections.emptyIterator());

    HistoryCounts one = new HistoryCounts(1, 0, 0, 0);
    assertEquals(new RecordingSummary(0, 0, 0, 0, 0, one, one), summary);
  }

  @Test
  void recordsTheSameRunOnceThoughItComesTwiceTogether() {
    RecordingSummary summary =
        history.recordAll(List.of(Runs.complete(), Runs.complete()).iterator());

    assertEquals(
        new RecordingSummary(1, 0, 1, 2, 0, HistoryCounts.NONE, new HistoryCounts(1, 2, 3, 2)),
        summary);
    assertEquals(Option.some(stored(Runs.complete())), history.find(Runs.id(1)));
  }

  @Test
  void theLastSayingOfARunThatComesTwiceTogetherHolds() {
    Run last = run().executing(execution("apt", 2)).build();
    RecordingSummary summary =
        history.recordAll(
            List.of(run().executing(execution("apt", 1), execution("cargo", 1)).build(), last)
                .iterator());

    assertEquals(
        new RecordingSummary(1, 1, 0, 3, 2, HistoryCounts.NONE, new HistoryCounts(1, 1, 1, 0)),
        summary);
    assertEquals(Option.some(stored(last)), history.find(Runs.id(1)));
  }

  @Test
  void aRunThatReturnsAfterAThousandOthersIsStillTheSame() {
    List<Run> runs = new ArrayList<>(Runs.many(5000));
    runs.add(runs.get(0));
    runs.add(run(2).on("elsewhere").build());

    RecordingSummary summary = history.recordAll(runs.iterator());

    assertEquals(
        new RecordingSummary(
            5000, 1, 1, 5000, 1, HistoryCounts.NONE, new HistoryCounts(5000, 4999, 4999, 0)),
        summary);
    assertEquals("elsewhere", history.find(Runs.id(2)).get().hostname());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 2500})
  void storesNothingIfTheIteratorFails(int good) {
    history.record(run(1).build());
    IllegalStateException failure = new IllegalStateException("the file changed");

    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () -> history.recordAll(failingAfter(Runs.many(good), failure)));

    assertSame(failure, thrown);
    assertEquals(new HistoryCounts(1, 0, 0, 0), history.counts());
    assertEquals(Option.some(stored(run(1).build())), history.find(Runs.id(1)));
  }

  @Test
  void isUsableAfterAnIteratorFailed() {
    assertThrows(
        IllegalStateException.class,
        () -> history.recordAll(failingAfter(Runs.many(3), new IllegalStateException())));

    assertEquals(RecordOutcome.ADDED, history.record(run(1).build()));
    assertEquals(new HistoryCounts(1, 0, 0, 0), history.counts());
  }

  @Test
  void isUsableAfterAnErrorThatIsNoException() {
    history.record(run(1).build());
    Error failure = new StackOverflowError("on purpose");
    Iterator<Run> failing =
        Runs.many(3).stream()
            .map(each -> each.runId().equals(Runs.id(3)) ? failWith(failure) : each)
            .iterator();

    assertSame(failure, assertThrows(Error.class, () -> history.recordAll(failing)));

    assertEquals(new HistoryCounts(1, 0, 0, 0), history.counts());
    assertEquals(RecordOutcome.ADDED, history.record(run(2).build()));
  }

  @Test
  void keepsAThousandRuns() {
    List<Run> runs = Runs.many(1000);
    RecordingSummary summary = history.recordAll(runs.iterator());

    assertEquals(1000, summary.added());
    assertEquals(newestFirst(stored(runs)), history.recent(EVERYTHING, 2000));
    assertEquals(new HistoryCounts(1000, 1000, 1000, 0), history.counts());
    assertEquals(1000, history.recordAll(runs.iterator()).unchanged());
  }

  // Newest first

  @Test
  void givesTheNewestRunsFirst() {
    recordInstants("2026-01-05T12:00:00Z", "2026-01-07T12:00:00Z", "2026-01-06T12:00:00Z");

    assertEquals(List.of(Runs.id(2), Runs.id(3), Runs.id(1)), recentIds(EVERY_HOST, 10));
  }

  @Test
  void givesNoMoreRunsThanAskedFor() {
    recordInstants("2026-01-05T12:00:00Z", "2026-01-07T12:00:00Z", "2026-01-06T12:00:00Z");

    assertEquals(List.of(), recentIds(EVERY_HOST, 0));
    assertEquals(List.of(Runs.id(2)), recentIds(EVERY_HOST, 1));
    assertEquals(List.of(Runs.id(2), Runs.id(3)), recentIds(EVERY_HOST, 2));
    assertEquals(3, recentIds(EVERY_HOST, 3).size());
    assertEquals(3, recentIds(EVERY_HOST, Integer.MAX_VALUE).size());
  }

  @Test
  void refusesANegativeLimit() {
    assertThrows(IllegalArgumentException.class, () -> history.recent(EVERYTHING, -1));
  }

  @Test
  void givesTheGreaterIdentityFirstOfRunsThatBeganTogether() {
    for (String id :
        List.of(
            "7fffffff-0000-0000-0000-000000000000",
            "ffffffff-0000-0000-8000-000000000000",
            "80000000-0000-0000-7000-000000000000",
            "ffffffff-0000-0000-7000-000000000000")) {
      history.record(run().identifiedBy(new RunId(UUID.fromString(id))).build());
    }

    assertEquals(
        List.of(
            "ffffffff-0000-0000-8000-000000000000",
            "ffffffff-0000-0000-7000-000000000000",
            "80000000-0000-0000-7000-000000000000",
            "7fffffff-0000-0000-0000-000000000000"),
        recentIds(EVERY_HOST, 10).stream().map(RunId::toString).toList());
  }

  @Test
  void tellsRunsApartThatBeganAMicrosecondApart() {
    recordInstants("2026-01-05T12:00:00.000002Z", "2026-01-05T12:00:00.000001Z");

    assertEquals(List.of(Runs.id(1), Runs.id(2)), recentIds(EVERY_HOST, 10));
  }

  @Test
  void givesTheNewestRunsOfOneHostAlone() {
    history.record(run(1).on("a").build());
    history.record(run(2).on("b").build());
    history.record(run(3).on("A").build());
    history.record(run(4).on("a").executing(execution("apt", 1)).build());

    assertEquals(List.of(Runs.id(4), Runs.id(1)), recentIds(HostScope.only("a"), 10));
    assertEquals(List.of(Runs.id(4)), recentIds(HostScope.only("a"), 1));
    assertEquals(List.of(), recentIds(HostScope.only("c"), 10));
    assertEquals(List.of(), recentIds(HostScope.only("' OR 1=1 --"), 10));
    assertEquals(4, recentIds(EVERY_HOST, 10).size());
  }

  @Test
  void givesRecentRunsWithAllTheirParts() {
    Run sparse = run(2).startingAt("2026-01-06T12:00:00Z").build();
    history.record(sparse);
    history.record(Runs.complete());

    assertEquals(List.of(stored(sparse), stored(Runs.complete())), history.recent(EVERYTHING, 2));
  }

  @Test
  void anUpdatedStartMovesTheRunInTheOrder() {
    recordInstants("2026-01-05T12:00:00Z", "2026-01-06T12:00:00Z");
    history.record(run(1).startingAt("2026-01-07T12:00:00Z").build());

    assertEquals(List.of(Runs.id(1), Runs.id(2)), recentIds(EVERY_HOST, 10));
  }

  // Several threads

  @Test
  void losesNothingThatSeveralThreadsRecord() throws Exception {
    List<Callable<RecordOutcome>> recordings = new ArrayList<>();
    for (Run run : Runs.many(40)) {
      recordings.add(() -> history.record(run));
    }

    List<RecordOutcome> outcomes = together(4, recordings);

    assertEquals(Collections.nCopies(40, RecordOutcome.ADDED), outcomes);
    assertEquals(new HistoryCounts(40, 40, 40, 0), history.counts());
  }

  @Test
  void addsARunOnceThatSeveralThreadsRecord() throws Exception {
    List<RecordOutcome> outcomes =
        together(4, Collections.nCopies(12, () -> history.record(Runs.complete())));

    assertEquals(1, Collections.frequency(outcomes, RecordOutcome.ADDED));
    assertEquals(11, Collections.frequency(outcomes, RecordOutcome.UNCHANGED));
    assertEquals(new HistoryCounts(1, 2, 3, 2), history.counts());
  }

  @Test
  void showsEveryReaderWholeRunsWhileOthersWrite() throws Exception {
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ExecutionBuilder[] parts = new ExecutionBuilder[i % 2 == 0 ? 3 : 5];
      Arrays.setAll(parts, k -> execution("plugin-" + k).with(step("a"), step("b")));
      Run run = run().executing(parts).build();
      work.add(() -> history.record(run) != null);
      work.add(() -> history.find(Runs.id(1)).forAll(RunHistoryContract::isWhole));
    }

    assertEquals(Collections.nCopies(40, true), together(4, work));
  }

  // What the tests are made of

  private void assertComesBack(Run run) {
    assertNull(run.createdAt());

    assertEquals(RecordOutcome.ADDED, history.record(run));

    assertEquals(Option.some(stored(run)), history.find(run.runId()));
    assertEquals(RecordOutcome.UNCHANGED, history.record(run));
    assertTrue(
        history.recent(EVERYTHING.on(HostScope.only(run.hostname())), 10).contains(stored(run)));
  }

  private static Run stored(Run run) {
    return run.createdAt(FIRST_DAY);
  }

  private static List<Run> stored(List<Run> runs) {
    return runs.stream().map(RunHistoryContract::stored).toList();
  }

  private static List<Run> newestFirst(List<Run> oldestFirst) {
    List<Run> reversed = new ArrayList<>(oldestFirst);
    Collections.reverse(reversed);
    return reversed;
  }

  private static Run quarterHourRun(int number, Instant first) {
    Instant start = first.plus(Duration.ofMinutes(15L * number));
    return run(number)
        .startingAt(start)
        .endingAt(start.plus(Duration.ofMinutes(40)))
        .executing(execution("apt").startingAt(start).endingAt(start.plusSeconds(1)))
        .build();
  }

  private static ResourceUsage figures(long value) {
    return ResourceUsage.builder()
        .memoryBytes(value, value)
        .ioBytes(value, value)
        .ioOperations(value, value)
        .networkBytes(value, value)
        .downloadSizeBytes(value)
        .build();
  }

  private void recordInstants(String... times) {
    int number = 0;
    for (String time : times) {
      number++;
      history.record(run(number).startingAt(time).build());
    }
  }

  private List<RunId> recentIds(HostScope host, int limit) {
    return history.recent(EVERYTHING.on(host), limit).stream().map(Run::runId).toList();
  }

  private static boolean isWhole(Run run) {
    int parts = run.totalPlugins();
    return (parts == 3 || parts == 5)
        && run.executions().stream().allMatch(execution -> execution.steps().size() == 2);
  }

  private static <T> List<T> together(int threads, List<Callable<T>> tasks) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : pool.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static Run failWith(Error failure) {
    throw failure;
  }

  private static Iterator<Run> failingAfter(List<Run> runs, RuntimeException failure) {
    Iterator<Run> good = runs.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Run next() {
        if (!good.hasNext()) {
          throw failure;
        }
        return good.next();
      }
    };
  }
}
