package org.updateall.domain.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.history.TimeOrderedIds;

final class LiveRunTest {

  private static final TimeOrderedIds IDS =
      new TimeOrderedIds(Clock.fixed(Runs.NOON, ZoneOffset.UTC), new SplittableRandom(7));
  private static final PluginName APT = new PluginName("apt");
  private static final PluginName SNAP = new PluginName("snap");
  private static final LiveRun BEGUN =
      LiveRun.begin(Runs.id(1), Runs.NOON, "workstation", "ada", "sha256:0f3a");
  private static final LiveRun EXPECTED = BEGUN.expecting(APT, IDS.nextExecutionId());
  private static final LiveRun STARTED = BEGUN.starting(APT, IDS.nextExecutionId(), at(1));
  private static final LiveRun IN_STEP =
      STARTED.startingStep(APT, "update", StepPhase.EXECUTE, at(2));
  private static final LiveRun BETWEEN_STEPS =
      IN_STEP.endingStep(APT, "update", ResourceUsage.unmeasured(), at(5));
  private static final LiveRun PLUGIN_ENDED =
      BETWEEN_STEPS.ending(APT, ExecutionEnd.success(), at(6));
  private static final LiveRun OVER = PLUGIN_ENDED.ending(at(7));

  @Test
  void becomesTheRunThatItWasTold() {
    ExecutionId id = IDS.nextExecutionId();
    ResourceUsage usage = ResourceUsage.builder().downloadSizeBytes(1024L).build();

    Run run =
        BEGUN
            .expecting(APT, id)
            .announcing(APT, StepPhase.DOWNLOAD, AnnouncedFigures.of(12, 5_000L))
            .starting(APT, IDS.nextExecutionId(), at(1))
            .announcing(APT, StepPhase.EXECUTE, new AnnouncedFigures(9L, 1.5, 2.5, 10L, 3, 0.8))
            .startingStep(APT, "download", StepPhase.DOWNLOAD, at(2))
            .endingStep(APT, "download", usage, at(4))
            .startingStep(APT, "update", StepPhase.EXECUTE, at(5))
            .endingStep(APT, "update", ResourceUsage.unmeasured(), at(9))
            .ending(
                APT,
                ExecutionEnd.failed("no space left").withPackages(5, 700).withExitCode(100),
                at(10))
            .ending(at(11))
            .run();

    PluginExecution execution =
        PluginExecution.builder(id, Runs.id(1), APT, ExecutionStatus.FAILED)
            .times(at(1), at(10))
            .packages(5, 700)
            .errorMessage("no space left")
            .exitCode(100)
            .steps(
                List.of(
                    new StepMetrics(
                        id, 0, "download", StepPhase.DOWNLOAD, at(2), at(4), usage, null),
                    new StepMetrics(
                        id,
                        1,
                        "update",
                        StepPhase.EXECUTE,
                        at(5),
                        at(9),
                        ResourceUsage.unmeasured(),
                        null)))
            .estimates(
                List.of(
                    new Estimate(
                        id, 0, StepPhase.DOWNLOAD, 5_000L, null, null, null, 12, null, null),
                    new Estimate(id, 1, StepPhase.EXECUTE, 9L, 1.5, 2.5, 10L, 3, 0.8, null)))
            .build();
    assertEquals(
        new Run(
            Runs.id(1),
            Runs.NOON,
            at(11),
            "workstation",
            "ada",
            "sha256:0f3a",
            List.of(execution),
            null),
        run);
  }

  @Test
  void takesAStepOfTheSameNameAgainOnceTheFirstHasEnded() {
    Run run =
        BETWEEN_STEPS
            .startingStep(APT, "update", StepPhase.EXECUTE, at(6))
            .endingStep(APT, "update", ResourceUsage.unmeasured(), at(8))
            .run();

    assertEquals(Option.some(5.0), run.executions().get(0).wallClockSeconds());
    assertEquals(1, run.executions().get(0).steps().get(1).ordinal());
  }

  @Test
  void countsFollowFromWhatHappened() {
    PluginName brew = new PluginName("brew");
    PluginName npm = new PluginName("npm");
    Run run =
        PLUGIN_ENDED
            .expecting(SNAP, IDS.nextExecutionId())
            .ending(SNAP, ExecutionEnd.skipped(), at(7))
            .starting(brew, IDS.nextExecutionId(), at(8))
            .ending(brew, ExecutionEnd.failed("offline"), at(9))
            .starting(npm, IDS.nextExecutionId(), at(8))
            .ending(npm, ExecutionEnd.timedOut("after 2 h"), at(9))
            .ending(at(10))
            .run();

    assertEquals(
        List.of(4, 1, 2, 1),
        List.of(
            run.totalPlugins(),
            run.successfulPlugins(),
            run.failedPlugins(),
            run.skippedPlugins()));
    assertEquals(null, run.executions().get(1).startTime());
    assertEquals(null, run.executions().get(1).endTime());
  }

  @Test
  void anInterruptedRunKeepsWhatHadEndedAndClosesTheRest() {
    PluginName npm = new PluginName("npm");
    LiveRun before =
        PLUGIN_ENDED
            .expecting(SNAP, IDS.nextExecutionId())
            .starting(npm, IDS.nextExecutionId(), at(7))
            .startingStep(npm, "update", StepPhase.EXECUTE, at(8));

    Run run = before.interrupted("interrupted by the user", at(12)).run();

    assertEquals(at(12), run.endTime());
    assertEquals(PLUGIN_ENDED.run().executions().get(0), run.executions().get(0));
    assertEquals(ExecutionStatus.SKIPPED, run.executions().get(1).status());
    PluginExecution failed = run.executions().get(2);
    assertEquals(ExecutionStatus.FAILED, failed.status());
    assertEquals("interrupted by the user", failed.errorMessage());
    assertEquals(at(12), failed.endTime());
    assertEquals(Option.some(4.0), failed.wallClockSeconds());
    assertEquals(ResourceUsage.unmeasured(), failed.steps().get(0).usage());
  }

  @Test
  void whatAProcessLeavesBehindIsAbandonedWithItsOpenStep() {
    Run run = IN_STEP.expecting(SNAP, IDS.nextExecutionId()).run().abandoned();

    assertEquals(ExecutionStatus.FAILED, run.executions().get(0).status());
    assertEquals(null, run.executions().get(0).steps().get(0).endTime());
    assertEquals(ExecutionStatus.SKIPPED, run.executions().get(1).status());
  }

  static Stream<Arguments> misuse() {
    return Stream.of(
        refused(
            "a plugin expected twice",
            EXPECTED,
            run -> run.expecting(APT, IDS.nextExecutionId()),
            "apt cannot be expected: it waits; a plugin has one execution in a run"),
        refused(
            "a plugin expected while it runs",
            STARTED,
            run -> run.expecting(APT, IDS.nextExecutionId()),
            "apt cannot be expected: it is running; a plugin has one"),
        refused(
            "a plugin started twice",
            STARTED,
            run -> run.starting(APT, IDS.nextExecutionId(), at(3)),
            "apt cannot start: it is running; a plugin has one execution in a run"),
        refused(
            "a plugin started again",
            PLUGIN_ENDED,
            run -> run.starting(APT, IDS.nextExecutionId(), at(9)),
            "apt cannot start: it has ended as success; a plugin has one execution"),
        refused(
            "a step of a plugin that is not there",
            BEGUN,
            run -> run.startingStep(SNAP, "update", StepPhase.EXECUTE, at(3)),
            "snap cannot start the step update: it has not started; start it first"),
        refused(
            "a step of a plugin that waits",
            EXPECTED,
            run -> run.startingStep(APT, "update", StepPhase.EXECUTE, at(3)),
            "apt cannot start the step update: it waits; start it first"),
        refused(
            "a step of a plugin that has ended",
            PLUGIN_ENDED,
            run -> run.startingStep(APT, "clean", StepPhase.EXECUTE, at(9)),
            "apt cannot start the step clean: it has ended as success; tell of it before"),
        refused(
            "a step begun twice",
            IN_STEP,
            run -> run.startingStep(APT, "update", StepPhase.EXECUTE, at(3)),
            "apt cannot start the step update: its step update is open; end that step first"),
        refused(
            "a step within a step",
            IN_STEP,
            run -> run.startingStep(APT, "clean", StepPhase.EXECUTE, at(3)),
            "apt cannot start the step clean: its step update is open; end that step first"),
        refused(
            "a step that ends without a start",
            STARTED,
            run -> run.endingStep(APT, "update", ResourceUsage.unmeasured(), at(3)),
            "apt cannot end the step update: none of its steps is open; start it first"),
        refused(
            "a step that ends twice",
            BETWEEN_STEPS,
            run -> run.endingStep(APT, "update", ResourceUsage.unmeasured(), at(9)),
            "apt cannot end the step update: none of its steps is open; start it first"),
        refused(
            "another step than the open one",
            IN_STEP,
            run -> run.endingStep(APT, "clean", ResourceUsage.unmeasured(), at(9)),
            "apt cannot end the step clean: its open step is update; end that one"),
        refused(
            "an announcement of a plugin that is not there",
            BEGUN,
            run -> run.announcing(APT, StepPhase.CHECK, AnnouncedFigures.of(1, null)),
            "apt cannot announce its work: it has not started; start it, or expect it, first"),
        refused(
            "an announcement afterwards",
            PLUGIN_ENDED,
            run -> run.announcing(APT, StepPhase.CHECK, AnnouncedFigures.of(1, null)),
            "apt cannot announce its work: it has ended as success; announce it before that"),
        refused(
            "the end of a plugin that is not there",
            BEGUN,
            run -> run.ending(APT, ExecutionEnd.success(), at(9)),
            "apt cannot end: it has not started; start it first"),
        refused(
            "the success of a plugin that waits",
            EXPECTED,
            run -> run.ending(APT, ExecutionEnd.success(), at(9)),
            "apt cannot end as success: it has not started; start it first, or end it as skipped"),
        refused(
            "the end of a plugin in a step",
            IN_STEP,
            run -> run.ending(APT, ExecutionEnd.success(), at(9)),
            "apt cannot end: its step update is open; end that step first"),
        refused(
            "the second end of a plugin",
            PLUGIN_ENDED,
            run -> run.ending(APT, ExecutionEnd.success(), at(9)),
            "apt cannot end: it has ended as success; tell of it before it ends"),
        refused(
            "the end of a run with plugins left",
            STARTED.expecting(SNAP, IDS.nextExecutionId()),
            run -> run.ending(at(9)),
            "cannot end: apt is running, snap waits; end those first, or interrupt the run"),
        afterwards("expect", run -> run.expecting(SNAP, IDS.nextExecutionId())),
        afterwards("start", run -> run.starting(SNAP, IDS.nextExecutionId(), at(9))),
        afterwards("step", run -> run.startingStep(APT, "x", StepPhase.EXECUTE, at(9))),
        afterwards("end step", run -> run.endingStep(APT, "x", ResourceUsage.unmeasured(), at(9))),
        afterwards(
            "announce", run -> run.announcing(APT, StepPhase.CHECK, AnnouncedFigures.of(1, null))),
        afterwards("end plugin", run -> run.ending(APT, ExecutionEnd.success(), at(9))),
        afterwards("end", run -> run.ending(at(9))),
        afterwards("interrupt", run -> run.interrupted("late", at(9))));
  }

  private static Arguments refused(
      String what, LiveRun before, UnaryOperator<LiveRun> told, String message) {
    return Arguments.of(what, before, told, message);
  }

  private static Arguments afterwards(String what, UnaryOperator<LiveRun> told) {
    return refused(
        what + " after the end",
        OVER,
        told,
        ": it ended at 2026-01-05T12:00:07Z; begin another run");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misuse")
  void refusesMisuseAndSaysWhatToDo(
      String what, LiveRun before, UnaryOperator<LiveRun> told, String message) {
    String refusal =
        String.valueOf(
            assertThrows(IllegalStateException.class, () -> told.apply(before), what).getMessage());

    assertTrue(refusal.startsWith("run " + Runs.id(1)), refusal);
    assertTrue(refusal.contains(message), refusal);
  }

  @Test
  void refusesFiguresThatBreakARuleOfTheHistory() {
    assertThrows(
        IllegalArgumentException.class,
        () -> STARTED.announcing(APT, StepPhase.CHECK, AnnouncedFigures.of(-1, null)));
    assertThrows(
        IllegalArgumentException.class,
        () -> STARTED.startingStep(APT, " ", StepPhase.CHECK, at(3)));
    assertThrows(
        IllegalArgumentException.class,
        () -> STARTED.ending(APT, ExecutionEnd.success().withPackages(-1, null), at(3)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ExecutionEnd(ExecutionStatus.RUNNING, null, null, null, null));
  }

  private static Instant at(int second) {
    return Runs.NOON.plusSeconds(second);
  }
}
