package org.updateall.domain.retrieval;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;

/**
 * What a plugin's executions have been like.
 *
 * @param plugin which plugin
 * @param executionsByStatus how many ended how; a status that never occurred is left out
 * @param wallClockSeconds over successful executions; absent if never measured, as the next three
 * @param cpuSeconds over successful executions
 * @param memoryPeakBytes over successful executions
 * @param downloadSizeBytes over successful executions
 * @param packagesUpdated packages updated by all executions together
 * @param first when the first execution began
 * @param last when the last execution began
 */
public record PluginStatistics(
    PluginName plugin,
    Map<ExecutionStatus, Long> executionsByStatus,
    @Nullable MeasureSummary wallClockSeconds,
    @Nullable MeasureSummary cpuSeconds,
    @Nullable MeasureSummary memoryPeakBytes,
    @Nullable MeasureSummary downloadSizeBytes,
    long packagesUpdated,
    Instant first,
    Instant last) {

  public PluginStatistics {
    executionsByStatus = Map.copyOf(executionsByStatus);
  }

  public long executions() {
    return executionsByStatus.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Successes among finished attempts, from 0 to 1; none before the first finished attempt. */
  public Option<Double> successRate() {
    long finished =
        executionsByStatus.entrySet().stream()
            .filter(entry -> entry.getKey().isFinishedAttempt())
            .mapToLong(Map.Entry::getValue)
            .sum();
    long successes = executionsByStatus.getOrDefault(ExecutionStatus.SUCCESS, 0L);
    return finished == 0 ? Option.none() : Option.some((double) successes / finished);
  }
}
