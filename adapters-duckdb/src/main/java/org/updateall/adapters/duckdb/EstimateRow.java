package org.updateall.adapters.duckdb;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionId;

/** A row of the table of estimates; the components are its columns, in their order. */
record EstimateRow(
    UUID runId,
    int executionNo,
    int estimateNo,
    String phase,
    @Nullable Long downloadBytesEst,
    @Nullable Double cpuSecondsEst,
    @Nullable Double wallSecondsEst,
    @Nullable Long memoryBytesEst,
    @Nullable Integer packageCountEst,
    @Nullable Double confidence,
    Instant createdAt) {

  static EstimateRow of(ExecutionKey execution, Estimate estimate) {
    return new EstimateRow(
        execution.runId(),
        execution.executionNo(),
        estimate.ordinal(),
        estimate.phase().name(),
        estimate.downloadBytes(),
        estimate.cpuSeconds(),
        estimate.wallClockSeconds(),
        estimate.memoryBytes(),
        estimate.packageCount(),
        estimate.confidence(),
        requireNonNull(estimate.createdAt(), "createdAt"));
  }

  ExecutionKey key() {
    return new ExecutionKey(runId, executionNo);
  }

  Estimate toEstimate(UUID executionId) {
    return new Estimate(
        new ExecutionId(executionId),
        estimateNo,
        StoredWords.phase(phase),
        downloadBytesEst,
        cpuSecondsEst,
        wallSecondsEst,
        memoryBytesEst,
        packageCountEst,
        confidence,
        createdAt);
  }
}
