package org.updateall.domain.journal;

import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.StepPhase;

/**
 * What a plugin says it is going to do. What it does not say is absent.
 *
 * @param downloadBytes bytes to download
 * @param cpuSeconds CPU time
 * @param wallClockSeconds elapsed time
 * @param memoryBytes peak memory
 * @param packageCount packages to update
 * @param confidence how sure it is, from 0 to 1
 */
public record AnnouncedFigures(
    @Nullable Long downloadBytes,
    @Nullable Double cpuSeconds,
    @Nullable Double wallClockSeconds,
    @Nullable Long memoryBytes,
    @Nullable Integer packageCount,
    @Nullable Double confidence) {

  /** The amount of work alone: what a look at the package manager tells before it begins. */
  public static AnnouncedFigures of(@Nullable Integer packageCount, @Nullable Long downloadBytes) {
    return new AnnouncedFigures(downloadBytes, null, null, null, packageCount, null);
  }

  /**
   * @throws IllegalArgumentException as {@link Estimate} does
   */
  Estimate asEstimate(ExecutionId executionId, int ordinal, StepPhase phase) {
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
        null);
  }
}
