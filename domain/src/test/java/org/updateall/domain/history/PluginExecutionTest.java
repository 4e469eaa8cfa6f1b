package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.step;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PluginExecutionTest {

  private static final ExecutionId ID = new ExecutionId(new UUID(1, 1));
  private static final ExecutionId OTHER = new ExecutionId(new UUID(1, 2));

  @Test
  void takesAsLongAsItsStepsTogether() {
    assertEquals(
        Option.some(60.0),
        built(
                execution("apt")
                    .with(step("a").lasting(5), step("b").lasting(15), step("c").lasting(40)))
            .wallClockSeconds());
  }

  @Test
  void takesAsLongAsFromStartToEndWhereNoStepTells() {
    ExecutionBuilder timed =
        execution("apt").startingAt("2026-01-05T12:00:00Z").endingAt("2026-01-05T12:00:43.250000Z");

    assertEquals(Option.some(43.25), built(timed).wallClockSeconds());
    assertEquals(Option.some(43.25), built(timed.with(step("a"))).wallClockSeconds());
    assertEquals(Option.some(7.0), built(timed.with(step("b").lasting(7))).wallClockSeconds());
    assertEquals(Option.none(), built(execution("apt")).wallClockSeconds());
  }

  @Test
  void itsTimeSpansTheWholeCalendar() {
    assertEquals(
        Option.some(315_537_897_599.0),
        built(execution("apt").startingAt("0001-01-01T00:00:00Z").endingAt("9999-12-31T23:59:59Z"))
            .wallClockSeconds());
  }

  @Test
  void sumsCpuAndDownloadAndTakesTheLargestMemory() {
    PluginExecution execution =
        built(
            execution("apt")
                .with(
                    step("a").using(figures(1.0, 0.5, 10L, 100L)),
                    step("b").using(figures(2.0, null, 30L, null)),
                    step("c").using(figures(4.0, 0.25, 20L, 11L))));

    assertEquals(Option.some(5.75), execution.cpuSeconds());
    assertEquals(Option.some(30L), execution.memoryPeakBytes());
    assertEquals(Option.some(111L), execution.downloadSizeBytes());
  }

  @Test
  void measuresNothingWithoutSteps() {
    PluginExecution execution = built(execution("apt"));

    assertEquals(Option.none(), execution.cpuSeconds());
    assertEquals(Option.none(), execution.memoryPeakBytes());
    assertEquals(Option.none(), execution.downloadSizeBytes());
  }

  @Test
  void refusesNegativeCountsAndAnEndBeforeTheStart() {
    assertRefused("packages updated is negative: -1", execution("apt").updating(-1, null));
    assertRefused("packages total is negative: -2", execution("apt").updating(null, -2));
    assertRefused(
        "is before start time",
        execution("apt").startingAt(Runs.NOON).endingAt(Runs.NOON.minusSeconds(1)));
  }

  @Test
  void refusesStepsAndEstimatesOfAnotherExecution() {
    StepMetrics step = step("a").build(OTHER, 0);
    Estimate estimate =
        new Estimate(OTHER, 0, StepPhase.CHECK, null, null, null, null, null, null, null);

    assertSays("a step of execution", () -> builder().steps(List.of(step)).build());
    assertSays("a estimate of execution", () -> builder().estimates(List.of(estimate)).build());
  }

  @Test
  void refusesOrdinalsThatDoNotAscend() {
    assertRefused(
        "step ordinals do not ascend: 2 after 2",
        execution("apt").with(step("a").ordinal(2), step("b").ordinal(2)));
    assertRefused(
        "step ordinals do not ascend: 1 after 2",
        execution("apt").with(step("a").ordinal(2), step("b").ordinal(1)));
    assertEquals(
        2, built(execution("apt").with(step("a").ordinal(3), step("b").ordinal(9))).steps().size());
  }

  @Test
  void refusesDownloadsThatNobodyCouldCount() {
    assertRefused(
        "add up to more than 9223372036854775807 bytes",
        execution("apt")
            .with(
                step("a").using(figures(null, null, null, Long.MAX_VALUE)),
                step("b").using(figures(null, null, null, 1L))));
  }

  @Test
  void namesAStepByItsExecutionAndOrdinal() {
    StepMetrics first = step("a").build(ID, 0);

    assertEquals(first.metricId(), step("b").build(ID, 0).metricId());
    assertTrue(!first.metricId().equals(step("a").build(ID, 1).metricId()));
    assertTrue(!first.metricId().equals(step("a").build(OTHER, 0).metricId()));
  }

  @Test
  void anOutcomeBeginsWithTheRunIfTheExecutionDoesNotSay() {
    Run run =
        Runs.run()
            .executing(execution("apt"), execution("b").startingAt("2026-01-05T12:00:09Z"))
            .build();

    assertEquals(Runs.NOON, ExecutionOutcome.of(run, run.executions().get(0)).startedAt());
    assertEquals(
        Instant.parse("2026-01-05T12:00:09Z"),
        ExecutionOutcome.of(run, run.executions().get(1)).startedAt());
  }

  @Test
  void anOutcomeHoldsWhatTheExecutionCameTo() {
    Run run = Runs.complete();
    PluginExecution apt = run.executions().get(0);

    assertEquals(
        new ExecutionOutcome(
            apt.executionId(),
            "workstation",
            Instant.parse("2026-01-05T12:00:01.000002Z"),
            ExecutionStatus.FAILED,
            1.25 + 60.000001 + 0.1,
            1.75,
            104_857_600L,
            17L,
            17,
            2345),
        ExecutionOutcome.of(run, apt));
  }

  private static PluginExecution.Builder builder() {
    return PluginExecution.builder(ID, Runs.id(1), new PluginName("apt"), ExecutionStatus.SUCCESS);
  }

  private static PluginExecution built(ExecutionBuilder execution) {
    return execution.build(Runs.id(1), 0);
  }

  private static ResourceUsage figures(
      @Nullable Double user,
      @Nullable Double kernel,
      @Nullable Long memory,
      @Nullable Long download) {
    return ResourceUsage.builder()
        .cpuSeconds(user, kernel)
        .memoryBytes(memory, null)
        .downloadSizeBytes(download)
        .build();
  }

  private static void assertRefused(String message, ExecutionBuilder execution) {
    assertSays(message, () -> built(execution));
  }

  private static void assertSays(String message, Executable made) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, made);
    assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
  }
}
