package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.history.Runs.step;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepMetricsTest {

  private static final ExecutionId APT = new ExecutionId(new UUID(0, 1));
  private static final ExecutionId CARGO = new ExecutionId(new UUID(0, 2));

  private static StepMetrics made(StepBuilder step) {
    return step.build(APT, 0);
  }

  private static StepBuilder halfAMinute() {
    return step("update")
        .startingAt("2026-01-05T12:00:00.000001Z")
        .endingAt("2026-01-05T12:00:30.500002Z");
  }

  private static StepMetrics between(@Nullable Instant start, @Nullable Instant end) {
    return new StepMetrics(
        APT, 0, "update", StepPhase.EXECUTE, start, end, ResourceUsage.unmeasured(), null);
  }

  @Test
  void takesItsMeasuredTimeBeforeItsBeginningAndEnd() {
    assertEquals(Option.some(29.0), made(halfAMinute().lasting(29)).wallClockSeconds());
  }

  @Test
  void tookTheTimeFromBeginningToEndIfNoneWasMeasured() {
    assertEquals(Option.some(30.500001), made(halfAMinute()).wallClockSeconds());
  }

  @Test
  void mayHaveTakenAsLongAsTheCalendar() {
    StepMetrics step =
        made(step("update").startingAt("0001-01-01T00:00:00Z").endingAt("9999-12-31T23:59:59.5Z"));

    assertEquals(315_537_897_599.5, step.wallClockSeconds().get(), 1e-4);
  }

  @Test
  void tookNoKnownTimeWithoutBothBeginningAndEnd() {
    assertTrue(between(Runs.NOON, null).wallClockSeconds().isEmpty());
    assertTrue(between(null, Runs.NOON).wallClockSeconds().isEmpty());
    assertTrue(between(null, null).wallClockSeconds().isEmpty());
  }

  @Test
  void mayEndAtTheInstantItBegan() {
    assertEquals(Option.some(0.0), between(Runs.NOON, Runs.NOON).wallClockSeconds());
  }

  @Test
  void dividesTheDownloadByTheMeasuredTime() {
    StepMetrics step =
        made(
            halfAMinute()
                .using(ResourceUsage.builder().wallClockSeconds(4.0).downloadSizeBytes(1000L)));

    assertEquals(Option.some(250.0), step.downloadBytesPerSecond());
  }

  @Test
  void dividesTheDownloadByTheTimeFromBeginningToEnd() {
    StepMetrics step =
        made(
            step("download")
                .startingAt("2026-01-05T12:00:00Z")
                .endingAt("2026-01-05T12:00:08Z")
                .using(ResourceUsage.builder().downloadSizeBytes(1000L)));

    assertEquals(Option.some(125.0), step.downloadBytesPerSecond());
  }

  @Test
  void hasASpeedOfZeroIfNothingCame() {
    StepMetrics step =
        made(
            step("download")
                .using(ResourceUsage.builder().wallClockSeconds(4.0).downloadSizeBytes(0L)));

    assertEquals(Option.some(0.0), step.downloadBytesPerSecond());
  }

  @Test
  void hasNoSpeedWithoutADownloadOrATimeAboveZero() {
    ResourceUsage.Builder download = ResourceUsage.builder().downloadSizeBytes(1000L);

    assertTrue(made(halfAMinute()).downloadBytesPerSecond().isEmpty());
    assertTrue(made(step("download").using(download)).downloadBytesPerSecond().isEmpty());
    assertTrue(
        made(step("download").using(download.wallClockSeconds(0.0)))
            .downloadBytesPerSecond()
            .isEmpty());
  }

  /** MD5 of the length-prefixed parts, by Python 3 hashlib and uuid. */
  @Test
  void keepsItsIdentityForEver() {
    assertEquals(
        UUID.fromString("6a6228c1-66a5-330f-a557-7e0c0271d56f"), made(step("update")).metricId());
  }

  @Test
  void hasTheIdentityOfItsExecutionAndOrdinalAlone() {
    UUID first = step("update").build(APT, 0).metricId();

    assertEquals(first, step("download").lasting(3).build(APT, 0).metricId());
    assertNotEquals(first, step("update").build(APT, 1).metricId());
    assertNotEquals(first, step("update").build(CARGO, 0).metricId());
  }

  @Test
  void cutsItsTimesToTheMicrosecond() {
    Instant fine = Instant.parse("2026-01-05T12:00:00.123456789Z");
    StepMetrics step =
        new StepMetrics(
            APT, 0, "update", StepPhase.EXECUTE, fine, fine, ResourceUsage.unmeasured(), fine);

    Instant cut = Instant.parse("2026-01-05T12:00:00.123456Z");
    assertEquals(cut, step.startTime());
    assertEquals(cut, step.endTime());
    assertEquals(cut, step.createdAt());
  }

  @Test
  void refusesAnEndBeforeItsStart() {
    assertEquals(
        "end time 2026-01-05T11:59:59.999999Z is before start time 2026-01-05T12:00:00Z",
        Refusal.of(() -> between(Runs.NOON, Runs.NOON.minusNanos(1))));
  }

  @Test
  void refusesTimesOutsideTheCalendarByName() {
    assertEquals(
        "start time is outside the years 1 to 9999: 0000-12-31T23:59:59.999999Z",
        Refusal.of(() -> between(Instant.parse("0000-12-31T23:59:59.999999Z"), null)));
    assertEquals(
        "end time is outside the years 1 to 9999: +10000-01-01T00:00:00Z",
        Refusal.of(() -> between(null, Instant.parse("+10000-01-01T00:00:00Z"))));
    assertTrue(
        Refusal.of(() -> made(step("update").createdAt(Instant.MAX)))
            .startsWith("creation time is outside the years 1 to 9999"));
  }

  @Test
  void refusesANegativeOrdinal() {
    assertEquals("step ordinal is negative: -1", Refusal.of(() -> step("update").build(APT, -1)));
  }

  @Test
  void refusesANameThatIsBlankOrTooLong() {
    assertEquals("step name is empty", Refusal.of(() -> made(step(" "))));
    assertEquals(
        "step name has 201 characters, at most 200 are kept",
        Refusal.of(() -> made(step("x".repeat(201)))));
    assertEquals(200, made(step("x".repeat(200))).stepName().length());
  }
}
