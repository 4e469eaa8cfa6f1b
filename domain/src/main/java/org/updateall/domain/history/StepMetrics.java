package org.updateall.domain.history;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one step of an execution did and used; identified by its execution and its ordinal.
 *
 * @param executionId the execution that the step belongs to
 * @param ordinal place of the step within its execution, from 0
 * @param stepName such as {@code prepare}, {@code download} or {@code update}
 * @param phase what the step does
 * @param startTime when it began, to the microsecond, if known
 * @param endTime when it ended, not before the start, if known
 * @param usage what it used
 * @param createdAt when the step was first stored; absent before
 */
public record StepMetrics(
    ExecutionId executionId,
    int ordinal,
    String stepName,
    StepPhase phase,
    @Nullable Instant startTime,
    @Nullable Instant endTime,
    ResourceUsage usage,
    @Nullable Instant createdAt) {

  private static final int MAX_NAME_LENGTH = 200;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1000;

  /**
   * @throws IllegalArgumentException if the ordinal is negative, the name blank, or the end before
   *     the start
   */
  public StepMetrics {
    requireNonNull(executionId, "executionId");
    requireNonNull(phase, "phase");
    requireNonNull(usage, "usage");
    Require.notNegative("step ordinal", ordinal);
    requireName(stepName);
    startTime = Require.optionalTime("start time", startTime);
    endTime = Require.optionalTime("end time", endTime);
    createdAt = Require.optionalTime("creation time", createdAt);
    Require.ordered(startTime, endTime);
  }

  /**
   * @throws IllegalArgumentException if no step can have that name: it is blank, too long, or holds
   *     a control character
   */
  public static void requireName(String name) {
    Require.text("step name", name, MAX_NAME_LENGTH);
  }

  /** The identity that other programs know a step by, derived from its execution and ordinal. */
  public UUID metricId() {
    return NameBasedId.of("step", executionId.toString(), Integer.toString(ordinal));
  }

  /** The measured elapsed seconds, else end minus start; none where neither is known. */
  public Option<Double> wallClockSeconds() {
    return Option.of(usage.wallClockSeconds()).orElse(() -> secondsBetween(startTime, endTime));
  }

  /** Bytes per second of elapsed time; none without a download or a time above zero. */
  public Option<Double> downloadBytesPerSecond() {
    return Option.of(usage.downloadSizeBytes())
        .flatMap(bytes -> wallClockSeconds().filter(s -> s > 0).map(seconds -> bytes / seconds));
  }

  StepMetrics withCreatedAt(@Nullable Instant time) {
    return new StepMetrics(executionId, ordinal, stepName, phase, startTime, endTime, usage, time);
  }

  static Option<Double> secondsBetween(@Nullable Instant start, @Nullable Instant end) {
    return start == null || end == null
        ? Option.none()
        : Option.some(microsecondsIn(Duration.between(start, end)) / (double) MICROS_PER_SECOND);
  }

  /** Not through nanoseconds, of which a long holds no more than 292 years. */
  private static long microsecondsIn(Duration duration) {
    return duration.getSeconds() * MICROS_PER_SECOND + duration.getNano() / NANOS_PER_MICRO;
  }
}
