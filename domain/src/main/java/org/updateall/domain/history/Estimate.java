package org.updateall.domain.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin itself announced before a phase, kept to be compared with what came; identified by
 * its execution and its ordinal.
 *
 * @param executionId the execution that the announcement belongs to
 * @param ordinal place among the announcements of that execution, from 0
 * @param phase the phase it is about
 * @param downloadBytes announced download, bytes
 * @param cpuSeconds announced CPU time, seconds
 * @param wallClockSeconds announced elapsed time, seconds
 * @param memoryBytes announced peak memory, bytes
 * @param packageCount announced number of packages
 * @param confidence how sure the plugin said to be, from 0 to 1
 * @param createdAt when it was first stored; absent before
 */
public record Estimate(
    ExecutionId executionId,
    int ordinal,
    StepPhase phase,
    @Nullable Long downloadBytes,
    @Nullable Double cpuSeconds,
    @Nullable Double wallClockSeconds,
    @Nullable Long memoryBytes,
    @Nullable Integer packageCount,
    @Nullable Double confidence,
    @Nullable Instant createdAt) {

  /**
   * @throws IllegalArgumentException if a figure is negative or not finite, or seconds are above
   *     10^12, or the confidence is above 1
   */
  public Estimate {
    requireNonNull(executionId, "executionId");
    requireNonNull(phase, "phase");
    Require.notNegative("estimate ordinal", ordinal);
    Require.notNegative("estimated download bytes", downloadBytes);
    cpuSeconds = Require.seconds("estimated CPU seconds", cpuSeconds);
    wallClockSeconds = Require.seconds("estimated wall clock seconds", wallClockSeconds);
    Require.notNegative("estimated memory bytes", memoryBytes);
    Require.notNegative("estimated package count", packageCount);
    Require.notNegative("confidence", confidence);
    if (confidence != null && confidence > 1) {
      throw new IllegalArgumentException("confidence is above 1: " + confidence);
    }
    confidence = Require.unsigned(confidence);
    createdAt = Require.optionalTime("creation time", createdAt);
  }

  /** The identity that other programs know an estimate by, derived from execution and ordinal. */
  public UUID estimateId() {
    return NameBasedId.of("estimate", executionId.toString(), Integer.toString(ordinal));
  }

  Estimate withCreatedAt(@Nullable Instant time) {
    return new Estimate(
        executionId,
        ordinal,
        phase,
        downloadBytes,
        cpuSeconds,
        wallClockSeconds,
        memoryBytes,
        packageCount,
        confidence,
        time);
  }
}
