package org.updateall.adapters.duckdb;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Provenance;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepMetrics;

/** A row of {@code plugin_executions}; the components are its columns, in their order. */
record ExecutionRow(
    UUID runId,
    int executionNo,
    UUID executionId,
    String pluginName,
    String status,
    @Nullable Instant startTime,
    @Nullable Instant endTime,
    @Nullable Integer packagesUpdated,
    @Nullable Integer packagesTotal,
    @Nullable String errorMessage,
    @Nullable Integer exitCode,
    Instant createdAt,
    @Nullable String source,
    @Nullable String coverage,
    @Nullable Boolean ambiguousTime) {

  static ExecutionRow of(PluginExecution execution, int executionNo) {
    Provenance provenance = execution.provenance();
    return new ExecutionRow(
        execution.runId().value(),
        executionNo,
        execution.executionId().value(),
        execution.pluginName().value(),
        execution.status().wireName(),
        execution.startTime(),
        execution.endTime(),
        execution.packagesUpdated(),
        execution.packagesTotal(),
        execution.errorMessage(),
        execution.exitCode(),
        requireNonNull(execution.createdAt(), "createdAt"),
        provenance == null ? null : provenance.source(),
        provenance == null ? null : provenance.coverage().wireName(),
        provenance == null ? null : provenance.ambiguousTime());
  }

  ExecutionKey key() {
    return new ExecutionKey(runId, executionNo);
  }

  PluginExecution toExecution(List<StepMetrics> steps, List<Estimate> estimates) {
    return PluginExecution.builder(
            new ExecutionId(executionId),
            new RunId(runId),
            new PluginName(pluginName),
            StoredWords.status(status))
        .times(startTime, endTime)
        .packages(packagesUpdated, packagesTotal)
        .errorMessage(errorMessage)
        .exitCode(exitCode)
        .provenance(StoredWords.provenance(source, coverage, ambiguousTime))
        .steps(steps)
        .estimates(estimates)
        .createdAt(createdAt)
        .build();
  }
}
