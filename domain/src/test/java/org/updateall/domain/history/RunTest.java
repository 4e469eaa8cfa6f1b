package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.history.ExecutionStatus.FAILED;
import static org.updateall.domain.history.ExecutionStatus.PENDING;
import static org.updateall.domain.history.ExecutionStatus.RUNNING;
import static org.updateall.domain.history.ExecutionStatus.SKIPPED;
import static org.updateall.domain.history.ExecutionStatus.TIMEOUT;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;
import static org.updateall.domain.history.Runs.step;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunTest {

  private static final Instant MONDAY = Instant.parse("2026-01-05T18:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-01-06T18:00:00Z");
  private static final ExecutionId APT = new ExecutionId(new UUID(0, 1));

  private static Run of(RunId id, PluginExecution... executions) {
    return new Run(id, Runs.NOON, null, "workstation", null, null, List.of(executions), null);
  }

  /** When each part was stored: the run, then each execution, its steps and its estimates. */
  private static List<@Nullable Instant> creationTimes(Run run) {
    List<@Nullable Instant> times = new ArrayList<>();
    times.add(run.createdAt());
    for (PluginExecution execution : run.executions()) {
      times.add(execution.createdAt());
      execution.steps().forEach(step -> times.add(step.createdAt()));
      execution.estimates().forEach(estimate -> times.add(estimate.createdAt()));
    }
    return times;
  }

  private static Estimate announcement() {
    return new Estimate(
        ExecutionBuilder.PLACEHOLDER,
        0,
        StepPhase.EXECUTE,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static RunBuilder runWithOneOfEach() {
    return run()
        .executing(
            execution("apt")
                .identifiedBy(APT)
                .with(step("update").lasting(3))
                .announcing(announcement()));
  }

  @Test
  void countsItsPluginsByHowTheyEnded() {
    Run run =
        run()
            .executing(
                execution("apt"),
                execution("pip"),
                execution("npm"),
                execution("cargo").ending(FAILED),
                execution("flatpak").ending(TIMEOUT),
                execution("snap").ending(SKIPPED),
                execution("conda").ending(PENDING),
                execution("brew").ending(RUNNING))
            .build();

    assertEquals(8, run.totalPlugins());
    assertEquals(3, run.successfulPlugins());
    assertEquals(2, run.failedPlugins());
    assertEquals(1, run.skippedPlugins());
  }

  @Test
  void countsNothingWithoutExecutions() {
    Run run = run().build();

    assertEquals(0, run.totalPlugins());
    assertEquals(0, run.successfulPlugins());
    assertEquals(0, run.failedPlugins());
    assertEquals(0, run.skippedPlugins());
  }

  @Test
  void lastsFromItsStartToItsEnd() {
    Run run =
        run()
            .startingAt("2026-01-05T12:00:00.000001Z")
            .endingAt("2026-01-05T12:01:30.000004Z")
            .build();

    assertEquals(Option.some(Duration.ofSeconds(90).plusNanos(3000)), run.duration());
  }

  @Test
  void hasNoDurationWhileItHasNoEnd() {
    assertTrue(run().unended().build().duration().isEmpty());
  }

  @Test
  void saysTheSameAsARunStoredAtAnotherTime() {
    Run unstored = Runs.complete();

    assertTrue(unstored.sameContentAs(unstored.createdAt(MONDAY)));
    assertTrue(unstored.createdAt(MONDAY).sameContentAs(unstored.createdAt(TUESDAY)));
  }

  @Test
  void saysSomethingElseIfAnythingDiffers() {
    Run run = runWithOneOfEach().build();

    for (Run other :
        List.of(
            runWithOneOfEach().number(2).build(),
            runWithOneOfEach().startingAt(Runs.NOON.plusNanos(1000)).build(),
            runWithOneOfEach().unended().build(),
            runWithOneOfEach().on("laptop").build(),
            runWithOneOfEach().by("ada").build(),
            runWithOneOfEach().withConfiguration("0f3a").build(),
            runWithOneOfEach().executing(execution("cargo")).build(),
            run().executing(execution("apt").identifiedBy(APT).with(step("update"))).build())) {
      assertFalse(run.sameContentAs(other), other.toString());
    }
  }

  @Test
  void givesEachPartTheCreationTimeThatItLacks() {
    Run stored = runWithOneOfEach().build().createdAt(MONDAY);

    assertEquals(List.of(MONDAY, MONDAY, MONDAY, MONDAY), creationTimes(stored));
  }

  @Test
  void leavesAPartTheCreationTimeThatItHas() {
    Run run =
        run()
            .createdAt(MONDAY)
            .executing(
                execution("apt")
                    .createdAt(MONDAY)
                    .with(step("download").createdAt(MONDAY), step("update"))
                    .announcing(announcement().withCreatedAt(MONDAY)))
            .build()
            .createdAt(TUESDAY);

    assertEquals(List.of(MONDAY, MONDAY, MONDAY, TUESDAY, MONDAY), creationTimes(run));
  }

  @Test
  void losesItsCreationTimesAndNothingElse() {
    Run run = Runs.complete();

    assertEquals(run, run.createdAt(MONDAY).withoutCreationTimes());
  }

  @Test
  void keepsTheCreationTimesOfThePartsThatWereThere() {
    Run earlier = runWithOneOfEach().build().createdAt(MONDAY);
    Run later =
        run()
            .executing(
                execution("apt")
                    .identifiedBy(APT)
                    .with(step("update").lasting(4), step("clean"))
                    .announcing(announcement()),
                execution("cargo"))
            .build();

    List<@Nullable Instant> times = creationTimes(later.keepingCreationTimesOf(earlier));

    assertEquals(Arrays.asList(MONDAY, MONDAY, MONDAY, null, MONDAY, null), times);
  }

  @Test
  void prefersTheEarlierCreationTimesToItsOwn() {
    Run run = runWithOneOfEach().build();

    assertEquals(
        run.createdAt(MONDAY),
        run.createdAt(TUESDAY).keepingCreationTimesOf(run.createdAt(MONDAY)));
  }

  @Test
  void keepsItsOwnCreationTimesWhereTheEarlierRunHasNone() {
    Run run = runWithOneOfEach().build();

    assertEquals(run.createdAt(TUESDAY), run.createdAt(TUESDAY).keepingCreationTimesOf(run));
  }

  @Test
  void saysItsOwnContentAfterKeepingCreationTimes() {
    Run later = Runs.complete();

    assertTrue(later.sameContentAs(later.keepingCreationTimesOf(Runs.sparse().createdAt(MONDAY))));
  }

  @Test
  void refusesTheExecutionOfAnotherRun() {
    PluginExecution strange = execution("apt").build(Runs.id(2), 0);

    assertEquals(
        "an execution of run %s cannot be part of run %s".formatted(Runs.id(2), Runs.id(1)),
        Refusal.of(() -> of(Runs.id(1), strange)));
  }

  @Test
  void refusesAnExecutionThatIsListedTwice() {
    PluginExecution apt = execution("apt").identifiedBy(APT).build(Runs.id(1), 0);
    PluginExecution cargo = execution("cargo").identifiedBy(APT).build(Runs.id(1), 1);

    assertEquals(
        "execution %s is listed twice".formatted(APT),
        Refusal.of(() -> of(Runs.id(1), apt, cargo)));
  }

  @Test
  void mayExecuteTheSamePluginTwice() {
    assertEquals(2, run().executing(execution("apt"), execution("apt")).build().totalPlugins());
  }

  @Test
  void refusesAnEndBeforeItsStart() {
    assertEquals(
        "end time 2026-01-05T11:59:59Z is before start time 2026-01-05T12:00:00Z",
        Refusal.of(() -> run().endingAt("2026-01-05T11:59:59Z").build()));
  }

  @Test
  void mayEndWithinTheMicrosecondInWhichItBegan() {
    Run run =
        run()
            .startingAt("2026-01-05T12:00:00.000001999Z")
            .endingAt("2026-01-05T12:00:00.000001Z")
            .build();

    assertEquals(Option.some(Duration.ZERO), run.duration());
  }

  @Test
  void cutsItsTimesToTheMicrosecond() {
    Run run =
        run()
            .startingAt("2026-01-05T12:00:00.123456789Z")
            .endingAt("2026-01-05T12:00:01.999999999Z")
            .createdAt(Instant.parse("1969-12-31T23:59:59.999999999Z"))
            .build();

    assertEquals(Instant.parse("2026-01-05T12:00:00.123456Z"), run.startTime());
    assertEquals(Instant.parse("2026-01-05T12:00:01.999999Z"), run.endTime());
    assertEquals(Instant.parse("1969-12-31T23:59:59.999999Z"), run.createdAt());
  }

  @Test
  void mayLastFromTheYearOneToTheYear9999() {
    Run run =
        run().startingAt("0001-01-01T00:00:00Z").endingAt("9999-12-31T23:59:59.999999Z").build();

    assertEquals(Instant.parse("0001-01-01T00:00:00Z"), run.startTime());
    assertEquals(Instant.parse("9999-12-31T23:59:59.999999Z"), run.endTime());
  }

  @Test
  void mayEndInTheLastNanosecondOfTheYear9999() {
    Run run = run().endingAt("9999-12-31T23:59:59.999999999Z").build();

    assertEquals(Instant.parse("9999-12-31T23:59:59.999999Z"), run.endTime());
  }

  @Test
  void refusesTimesOutsideTheCalendarByName() {
    assertEquals(
        "start time is outside the years 1 to 9999: 0000-12-31T23:59:59.999999999Z",
        Refusal.of(() -> run().startingAt("0000-12-31T23:59:59.999999999Z").build()));
    assertEquals(
        "end time is outside the years 1 to 9999: +10000-01-01T00:00:00Z",
        Refusal.of(() -> run().endingAt("+10000-01-01T00:00:00Z").build()));
    Stream.of(Instant.MIN, Instant.MAX)
        .forEach(
            time ->
                assertEquals(
                    "creation time is outside the years 1 to 9999: " + time,
                    Refusal.of(() -> run().createdAt(time).build())));
  }

  @Test
  void refusesAHostNameThatIsBlankTooLongOrHoldsAControlCharacter() {
    assertEquals("host name is empty", Refusal.of(() -> run().on(" ").build()));
    assertEquals(
        "host name has 256 characters, at most 255 are kept",
        Refusal.of(() -> run().on("h".repeat(256)).build()));
    assertEquals(
        "host name holds the control character U+000A",
        Refusal.of(() -> run().on("work\nstation").build()));
    assertEquals(255, run().on("h".repeat(255)).build().hostname().length());
  }

  @Test
  void refusesHalfASurrogatePairInEachText() {
    assertEquals(
        "host name holds half a surrogate pair", Refusal.of(() -> run().on("\uDD80").build()));
    assertEquals(
        "user name holds half a surrogate pair", Refusal.of(() -> run().by("\uD83E").build()));
    assertEquals(
        "configuration hash holds half a surrogate pair",
        Refusal.of(() -> run().withConfiguration("\uD83Ex").build()));
  }

  @Test
  void isNotChangedThroughTheListItWasMadeOf() {
    List<PluginExecution> executions =
        new ArrayList<>(List.of(execution("apt").build(Runs.id(1), 0)));
    Run run = new Run(Runs.id(1), Runs.NOON, null, "workstation", null, null, executions, null);
    executions.clear();

    assertEquals(1, run.totalPlugins());
    assertThrows(UnsupportedOperationException.class, () -> run.executions().clear());
  }

  @Test
  void isOverWithAnEndTimeOrWithExecutionsThatAreAllOver() {
    assertTrue(Runs.run().build().isOver());
    assertTrue(
        Runs.run()
            .unended()
            .executing(
                Runs.execution("apt"),
                Runs.execution("b").ending(ExecutionStatus.SKIPPED),
                Runs.execution("c").ending(ExecutionStatus.TIMEOUT))
            .build()
            .isOver());
    assertFalse(Runs.run().unended().build().isOver());
    for (ExecutionStatus open : List.of(ExecutionStatus.PENDING, ExecutionStatus.RUNNING)) {
      assertFalse(
          Runs.run()
              .unended()
              .executing(Runs.execution("apt"), Runs.execution("b").ending(open))
              .build()
              .isOver());
    }
  }

  @Test
  void abandonedItsRunningExecutionsFailedAndItsPendingOnesWereSkipped() {
    Run run =
        Runs.run()
            .unended()
            .executing(
                Runs.execution("apt", 12.5),
                Runs.execution("b").startingAt(Runs.NOON).ending(ExecutionStatus.RUNNING),
                Runs.execution("c").ending(ExecutionStatus.PENDING),
                Runs.execution("d").failingWith("no", 1))
            .build();

    Run abandoned = run.abandoned();

    assertNull(abandoned.endTime());
    assertTrue(abandoned.isOver());
    assertEquals(run.executions().get(0), abandoned.executions().get(0));
    assertEquals(run.executions().get(3), abandoned.executions().get(3));
    PluginExecution failed = abandoned.executions().get(1);
    assertEquals(ExecutionStatus.FAILED, failed.status());
    assertEquals(PluginExecution.ABANDONED, failed.errorMessage());
    assertEquals(Runs.NOON, failed.startTime());
    assertNull(failed.endTime());
    assertEquals(ExecutionStatus.SKIPPED, abandoned.executions().get(2).status());
    assertNull(abandoned.executions().get(2).errorMessage());
    assertEquals(abandoned, abandoned.abandoned());
  }

  @Test
  void anAbandonedExecutionKeepsWhatItHadSaid() {
    Run run =
        Runs.run()
            .executing(
                Runs.execution("apt").failingWith("half done", 3).ending(ExecutionStatus.RUNNING))
            .build();

    assertEquals(
        "half done\n" + PluginExecution.ABANDONED,
        run.abandoned().executions().get(0).errorMessage());
  }
}
