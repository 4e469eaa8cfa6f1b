package org.updateall.adapters.duckdb;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.retrieval.ExecutionOutcome;

/** A row of the view {@code execution_outcomes}. */
record OutcomeRow(
    UUID executionId,
    String hostname,
    String pluginName,
    String status,
    Instant startedAt,
    @Nullable Double wallClockSeconds,
    @Nullable Double cpuSeconds,
    @Nullable Long memoryPeakBytes,
    @Nullable Long downloadSizeBytes,
    @Nullable Integer packagesUpdated,
    @Nullable Integer packagesTotal) {

  ExecutionOutcome toOutcome() {
    return new ExecutionOutcome(
        new ExecutionId(executionId),
        hostname,
        startedAt,
        StoredWords.status(status),
        wallClockSeconds,
        cpuSeconds,
        memoryPeakBytes,
        downloadSizeBytes,
        packagesUpdated,
        packagesTotal);
  }
}
