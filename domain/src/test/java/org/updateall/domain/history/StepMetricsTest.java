package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.history.Runs.step;

import io.vavr.control.Option;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepMetricsTest {

  private static final ExecutionId ID = new ExecutionId(new UUID(1, 1));

  @Test
  void itsMeasuredTimeGoesBeforeEndMinusStart() {
    StepBuilder timed =
        step("a").startingAt("2026-01-05T12:00:00Z").endingAt("2026-01-05T12:00:02.500000Z");

    assertEquals(Option.some(2.5), timed.build(ID, 0).wallClockSeconds());
    assertEquals(Option.some(9.0), timed.lasting(9).build(ID, 0).wallClockSeconds());
    assertEquals(Option.none(), step("a").build(ID, 0).wallClockSeconds());
    assertEquals(
        Option.none(),
        step("a").startingAt("2026-01-05T12:00:00Z").build(ID, 0).wallClockSeconds());
  }

  @Test
  void itsSpeedIsBytesPerSecondOfElapsedTime() {
    assertEquals(Option.some(50.0), downloading(100L, 2.0).downloadBytesPerSecond());
    assertEquals(Option.none(), downloading(100L, 0.0).downloadBytesPerSecond());
    assertEquals(Option.none(), downloading(100L, null).downloadBytesPerSecond());
    assertEquals(Option.none(), downloading(null, 2.0).downloadBytesPerSecond());
  }

  @Test
  void refusesANegativeOrdinalABlankNameAndAnEndBeforeTheStart() {
    assertRefused("step ordinal is negative: -1", () -> step("a").ordinal(-1).build(ID, 0));
    assertRefused("step name is empty", () -> step(" ").build(ID, 0));
    assertRefused("step name has 201 characters", () -> step("x".repeat(201)).build(ID, 0));
    assertRefused(
        "is before start time",
        () ->
            step("a")
                .startingAt("2026-01-05T12:00:00.000001Z")
                .endingAt("2026-01-05T12:00:00Z")
                .build(ID, 0));
  }

  @ParameterizedTest
  @MethodSource
  void refusesFiguresThatCannotBe(String message, Executable figures) {
    assertRefused(message, figures);
  }

  static Stream<Object[]> refusesFiguresThatCannotBe() {
    return Stream.of(
        refused("wall clock seconds is negative: -0.5", usage().wallClockSeconds(-0.5)),
        refused("wall clock seconds is not a finite number", usage().wallClockSeconds(Double.NaN)),
        refused(
            "wall clock seconds is not a finite number",
            usage().wallClockSeconds(Double.POSITIVE_INFINITY)),
        refused(
            "wall clock seconds is above 10^12 seconds: 1.1E12", usage().wallClockSeconds(1.1e12)),
        refused("CPU user seconds is negative", usage().cpuSeconds(-1.0, 1.0)),
        refused("CPU kernel seconds is negative", usage().cpuSeconds(1.0, -1.0)),
        refused("memory peak bytes is negative: -1", usage().memoryBytes(-1L, 1L)),
        refused("memory average bytes is negative", usage().memoryBytes(1L, -1L)),
        refused("I/O read bytes is negative", usage().ioBytes(-1L, 1L)),
        refused("I/O write bytes is negative", usage().ioBytes(1L, -1L)),
        refused("I/O read operations is negative", usage().ioOperations(-1L, 1L)),
        refused("I/O write operations is negative", usage().ioOperations(1L, -1L)),
        refused("network received bytes is negative", usage().networkBytes(-1L, 1L)),
        refused("network sent bytes is negative", usage().networkBytes(1L, -1L)),
        refused("download size bytes is negative", usage().downloadSizeBytes(Long.MIN_VALUE)));
  }

  @Test
  void cpuTimeIsKnownOnlyIfBothItsPartsAre() {
    assertEquals(Option.some(1.75), usage().cpuSeconds(1.5, 0.25).build().cpuSeconds());
    assertEquals(Option.none(), usage().cpuSeconds(1.5, null).build().cpuSeconds());
    assertEquals(Option.none(), usage().cpuSeconds(null, 0.25).build().cpuSeconds());
    assertEquals(Option.none(), ResourceUsage.unmeasured().cpuSeconds());
  }

  @Test
  void anEstimateRefusesWhatCannotBe() {
    assertRefused("estimate ordinal is negative", () -> estimate(-1, null, null));
    assertRefused("confidence is above 1: 7.0", () -> estimate(0, null, 7.0));
    assertRefused("confidence is negative", () -> estimate(0, null, -0.1));
    assertRefused("estimated CPU seconds is negative", () -> estimate(0, -1.0, null));
    assertEquals(1.0, estimate(0, null, 1.0).confidence());
  }

  @Test
  void anEstimateIsNamedByItsExecutionAndOrdinal() {
    assertEquals(estimate(1, null, 0.5).estimateId(), estimate(1, 2.0, null).estimateId());
    assertTrue(!estimate(1, null, null).estimateId().equals(estimate(2, null, null).estimateId()));
    assertTrue(!estimate(1, null, null).estimateId().equals(step("a").build(ID, 1).metricId()));
  }

  private static Estimate estimate(int ordinal, @Nullable Double cpu, @Nullable Double confidence) {
    return new Estimate(
        ID, ordinal, StepPhase.CHECK, null, cpu, null, null, null, confidence, null);
  }

  private static StepMetrics downloading(@Nullable Long bytes, @Nullable Double seconds) {
    return step("a").using(usage().downloadSizeBytes(bytes).wallClockSeconds(seconds)).build(ID, 0);
  }

  private static ResourceUsage.Builder usage() {
    return ResourceUsage.builder();
  }

  private static Object[] refused(String message, ResourceUsage.Builder figures) {
    return new Object[] {message, (Executable) figures::build};
  }

  private static void assertRefused(String message, Executable made) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, made);
    assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
  }
}
