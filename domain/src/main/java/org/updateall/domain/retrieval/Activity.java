package org.updateall.domain.retrieval;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.util.Map;
import org.updateall.domain.history.ExecutionStatus;

/**
 * What some runs and executions came to together. Totals are over executions of every status that
 * is meant: what a failed one used was used too.
 *
 * @param runs how many runs
 * @param executionsByStatus how many executions ended how; a status that never occurred is left out
 * @param wallClockSeconds elapsed time of all executions
 * @param cpuSeconds CPU time of all executions
 * @param memoryPeakBytes peak memory of all executions, of which mean and maximum have a meaning
 * @param downloadSizeBytes downloads of all executions
 * @param packagesUpdated packages updated by all executions together
 * @param plugins how many plugins have an execution among them
 */
public record Activity(
    long runs,
    Map<ExecutionStatus, Long> executionsByStatus,
    MeasureTotal wallClockSeconds,
    MeasureTotal cpuSeconds,
    MeasureTotal memoryPeakBytes,
    MeasureTotal downloadSizeBytes,
    long packagesUpdated,
    long plugins) {

  public Activity {
    executionsByStatus = Map.copyOf(executionsByStatus);
    requireNonNull(wallClockSeconds, "wallClockSeconds");
    requireNonNull(cpuSeconds, "cpuSeconds");
    requireNonNull(memoryPeakBytes, "memoryPeakBytes");
    requireNonNull(downloadSizeBytes, "downloadSizeBytes");
  }

  public long executions() {
    return executionsByStatus.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Successes among finished attempts, from 0 to 1; none before the first finished attempt. */
  public Option<Double> successRate() {
    return SuccessRate.of(executionsByStatus);
  }
}
