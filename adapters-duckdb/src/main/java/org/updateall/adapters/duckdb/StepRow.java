package org.updateall.adapters.duckdb;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.StepMetrics;

/** A row of {@code step_metrics}; the components are its columns, in their order. */
record StepRow(
    UUID runId,
    int executionNo,
    int stepNo,
    String stepName,
    String phase,
    @Nullable Instant startTime,
    @Nullable Instant endTime,
    @Nullable Double wallClockSeconds,
    @Nullable Double cpuUserSeconds,
    @Nullable Double cpuKernelSeconds,
    @Nullable Long memoryPeakBytes,
    @Nullable Long memoryAvgBytes,
    @Nullable Long ioReadBytes,
    @Nullable Long ioWriteBytes,
    @Nullable Long ioReadOps,
    @Nullable Long ioWriteOps,
    @Nullable Long networkRxBytes,
    @Nullable Long networkTxBytes,
    @Nullable Long downloadSizeBytes,
    Instant createdAt) {

  static StepRow of(ExecutionKey execution, StepMetrics step) {
    ResourceUsage usage = step.usage();
    return new StepRow(
        execution.runId(),
        execution.executionNo(),
        step.ordinal(),
        step.stepName(),
        step.phase().name(),
        step.startTime(),
        step.endTime(),
        usage.wallClockSeconds(),
        usage.cpuUserSeconds(),
        usage.cpuKernelSeconds(),
        usage.memoryPeakBytes(),
        usage.memoryAverageBytes(),
        usage.ioReadBytes(),
        usage.ioWriteBytes(),
        usage.ioReadOperations(),
        usage.ioWriteOperations(),
        usage.networkReceivedBytes(),
        usage.networkSentBytes(),
        usage.downloadSizeBytes(),
        requireNonNull(step.createdAt(), "createdAt"));
  }

  ExecutionKey key() {
    return new ExecutionKey(runId, executionNo);
  }

  StepMetrics toStep(UUID executionId) {
    return new StepMetrics(
        new ExecutionId(executionId),
        stepNo,
        stepName,
        StoredWords.phase(phase),
        startTime,
        endTime,
        usage(),
        createdAt);
  }

  private ResourceUsage usage() {
    return new ResourceUsage(
        wallClockSeconds,
        cpuUserSeconds,
        cpuKernelSeconds,
        memoryPeakBytes,
        memoryAvgBytes,
        ioReadBytes,
        ioWriteBytes,
        ioReadOps,
        ioWriteOps,
        networkRxBytes,
        networkTxBytes,
        downloadSizeBytes);
  }
}
