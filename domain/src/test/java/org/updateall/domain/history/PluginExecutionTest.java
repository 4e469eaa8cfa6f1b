package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.step;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PluginExecutionTest {

  private static final RunId RUN = Runs.id(1);
  private static final ExecutionId APT = new ExecutionId(new UUID(0, 1));
  private static final ExecutionId CARGO = new ExecutionId(new UUID(0, 2));

  private static PluginExecution made(ExecutionBuilder execution) {
    return execution.identifiedBy(APT).build(RUN, 0);
  }

  private static PluginExecution madeOf(StepBuilder... steps) {
    return made(execution("apt").with(steps));
  }

  private static PluginExecution.Builder apt() {
    return PluginExecution.builder(APT, RUN, new PluginName("apt"), ExecutionStatus.SUCCESS);
  }

  private static StepBuilder downloading(@Nullable Long bytes) {
    return step("download").using(ResourceUsage.builder().downloadSizeBytes(bytes));
  }

  private static StepBuilder computing(@Nullable Double user, @Nullable Double kernel) {
    return step("update").using(ResourceUsage.builder().cpuSeconds(user, kernel));
  }

  private static StepBuilder occupying(@Nullable Long bytes) {
    return step("update").using(ResourceUsage.builder().memoryBytes(bytes, null));
  }

  private static Estimate announcement(ExecutionId execution, int ordinal) {
    return new Estimate(
        execution, ordinal, StepPhase.EXECUTE, null, null, null, null, null, null, null);
  }

  @Test
  void tookAsLongAsItsStepsTogether() {
    PluginExecution execution =
        made(
            execution("apt")
                .startingAt("2026-01-05T12:00:00Z")
                .endingAt("2026-01-05T13:00:00Z")
                .with(
                    step("prepare").lasting(5),
                    step("download").lasting(15),
                    step("update").lasting(40)));

    assertEquals(Option.some(60.0), execution.wallClockSeconds());
  }

  @Test
  void addsMeasuredStepsToTimedOnesAndPassesOverTheRest() {
    PluginExecution execution =
        madeOf(
            step("prepare").lasting(5),
            step("download").startingAt("2026-01-05T12:00:00Z").endingAt("2026-01-05T12:00:15Z"),
            step("update"));

    assertEquals(Option.some(20.0), execution.wallClockSeconds());
  }

  @Test
  void tookTheTimeFromBeginningToEndIfNoStepTells() {
    PluginExecution execution =
        made(
            execution("apt")
                .startingAt("2026-01-05T12:00:00Z")
                .endingAt("2026-01-05T12:01:30.000001Z")
                .with(step("update")));

    assertEquals(Option.some(90.000001), execution.wallClockSeconds());
  }

  @Test
  void tookNoKnownTimeWithoutStepsBeginningOrEnd() {
    assertTrue(made(execution("apt")).wallClockSeconds().isEmpty());
    assertTrue(made(execution("apt").startingAt(Runs.NOON)).wallClockSeconds().isEmpty());
    assertTrue(made(execution("apt").endingAt(Runs.NOON)).wallClockSeconds().isEmpty());
  }

  @Test
  void addsTheCpuTimeOfTheStepsThatMeasuredBothKinds() {
    PluginExecution execution =
        madeOf(computing(1.0, 0.5), computing(100.0, null), step("wait"), computing(2.0, 0.25));

    assertEquals(Option.some(3.75), execution.cpuSeconds());
    assertTrue(madeOf(computing(null, 3.0)).cpuSeconds().isEmpty());
  }

  @Test
  void neededTheLargestPeakOfItsSteps() {
    assertEquals(
        Option.some(300L),
        madeOf(occupying(200L), occupying(300L), occupying(null), occupying(100L))
            .memoryPeakBytes());
    assertTrue(madeOf(step("update")).memoryPeakBytes().isEmpty());
  }

  @Test
  void addsTheDownloadsOfItsSteps() {
    assertEquals(
        Option.some(42L),
        madeOf(downloading(40L), downloading(null), downloading(2L)).downloadSizeBytes());
    assertEquals(Option.some(0L), madeOf(downloading(0L)).downloadSizeBytes());
    assertTrue(madeOf(downloading(null)).downloadSizeBytes().isEmpty());
  }

  @Test
  void takesDownloadsThatJustAddUpToALong() {
    assertEquals(
        Option.some(Long.MAX_VALUE),
        madeOf(downloading(Long.MAX_VALUE - 1), downloading(1L)).downloadSizeBytes());
  }

  @Test
  void refusesDownloadsThatAddUpToMoreThanALong() {
    assertEquals(
        "the downloads of the steps add up to more than 9223372036854775807 bytes",
        Refusal.of(() -> madeOf(downloading(Long.MAX_VALUE), downloading(1L))));
  }

  @Test
  void isBuiltWithEverythingThatIsKnown() {
    Instant end = Runs.NOON.plusSeconds(60);
    Instant stored = Runs.NOON.plusSeconds(90);
    List<StepMetrics> steps = List.of(step("update").build(APT, 0));
    List<Estimate> estimates = List.of(announcement(APT, 2));

    assertEquals(
        new PluginExecution(
            APT,
            RUN,
            new PluginName("apt"),
            ExecutionStatus.SUCCESS,
            Runs.NOON,
            end,
            3,
            70,
            "none",
            0,
            null,
            steps,
            estimates,
            stored),
        apt()
            .times(Runs.NOON, end)
            .packages(3, 70)
            .errorMessage("none")
            .exitCode(0)
            .steps(steps)
            .estimates(estimates)
            .createdAt(stored)
            .build());
  }

  @Test
  void isBuiltWithNothingThatIsNotKnown() {
    assertEquals(
        new PluginExecution(
            APT,
            RUN,
            new PluginName("apt"),
            ExecutionStatus.SUCCESS,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null),
        apt().build());
  }

  @Test
  void takesAnyExitCode() {
    assertEquals(Integer.valueOf(-1073741819), apt().exitCode(-1073741819).build().exitCode());
  }

  @Test
  void refusesTheStepOfAnotherExecution() {
    List<StepMetrics> strange = List.of(step("update").build(CARGO, 0));

    assertEquals(
        "a step of execution %s cannot be part of execution %s".formatted(CARGO, APT),
        Refusal.of(() -> apt().steps(strange).build()));
  }

  @Test
  void refusesTheEstimateOfAnotherExecution() {
    List<Estimate> strange = List.of(announcement(CARGO, 0));

    assertEquals(
        "an estimate of execution %s cannot be part of execution %s".formatted(CARGO, APT),
        Refusal.of(() -> apt().estimates(strange).build()));
  }

  @Test
  void refusesStepsWhoseOrdinalsDoNotAscend() {
    assertEquals(
        "step ordinals do not ascend: 1 after 1",
        Refusal.of(() -> madeOf(step("download").ordinal(1), step("update").ordinal(1))));
    assertEquals(
        "step ordinals do not ascend: 0 after 2",
        Refusal.of(() -> madeOf(step("download").ordinal(2), step("update").ordinal(0))));
  }

  @Test
  void refusesEstimatesWhoseOrdinalsDoNotAscend() {
    List<Estimate> reversed = List.of(announcement(APT, 4), announcement(APT, 3));

    assertEquals(
        "estimate ordinals do not ascend: 3 after 4",
        Refusal.of(() -> apt().estimates(reversed).build()));
  }

  @Test
  void takesOrdinalsWithGaps() {
    PluginExecution execution = madeOf(step("download").ordinal(2), step("update").ordinal(7));

    assertEquals(List.of(2, 7), execution.steps().stream().map(StepMetrics::ordinal).toList());
  }

  @Test
  void refusesNegativeCountsByName() {
    assertEquals(
        "packages updated is negative: -1", Refusal.of(() -> apt().packages(-1, 1).build()));
    assertEquals("packages total is negative: -2", Refusal.of(() -> apt().packages(1, -2).build()));
  }

  @Test
  void refusesAnEndBeforeItsStart() {
    assertEquals(
        "end time 2026-01-05T11:59:59Z is before start time 2026-01-05T12:00:00Z",
        Refusal.of(() -> apt().times(Runs.NOON, Runs.NOON.minusSeconds(1)).build()));
  }

  @Test
  void refusesHalfASurrogatePairInItsMessage() {
    assertEquals(
        "error message holds half a surrogate pair",
        Refusal.of(() -> apt().errorMessage("E: \uD83E").build()));
    assertEquals("E:\n🦀", apt().errorMessage("E:\n🦀").build().errorMessage());
  }

  @Test
  void cutsItsTimesToTheMicrosecond() {
    Instant fine = Instant.parse("2026-01-05T12:00:00.000001999Z");
    PluginExecution execution = apt().times(fine, fine).createdAt(fine).build();

    Instant cut = Instant.parse("2026-01-05T12:00:00.000001Z");
    assertEquals(cut, execution.startTime());
    assertEquals(cut, execution.endTime());
    assertEquals(cut, execution.createdAt());
  }

  @Test
  void refusesTimesOutsideTheCalendarByName() {
    assertTrue(
        Refusal.of(() -> apt().times(Instant.MIN, null).build())
            .startsWith("start time is outside the years 1 to 9999"));
    assertTrue(
        Refusal.of(() -> apt().times(null, Instant.MAX).build())
            .startsWith("end time is outside the years 1 to 9999"));
    assertTrue(
        Refusal.of(() -> apt().createdAt(Instant.MAX).build())
            .startsWith("creation time is outside the years 1 to 9999"));
  }

  @Test
  void isNotChangedThroughTheListsItWasMadeOf() {
    List<StepMetrics> steps = new ArrayList<>(List.of(step("update").build(APT, 0)));
    List<Estimate> estimates = new ArrayList<>(List.of(announcement(APT, 0)));
    PluginExecution execution = apt().steps(steps).estimates(estimates).build();
    steps.clear();
    estimates.clear();

    assertEquals(1, execution.steps().size());
    assertEquals(1, execution.estimates().size());
    assertThrows(UnsupportedOperationException.class, () -> execution.steps().clear());
    assertThrows(UnsupportedOperationException.class, () -> execution.estimates().clear());
  }

  @Test
  void keepsItsOwnCreationTimesIfThereWasNothingEarlier() {
    PluginExecution execution = apt().createdAt(Runs.NOON).build();

    assertEquals(execution, execution.keepingCreationTimesOf(null));
    assertNull(apt().build().keepingCreationTimesOf(null).createdAt());
  }
}
