package org.updateall.adapters.duckdb;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;
import org.updateall.domain.retrieval.ExecutionOutcome;

/** What an execution amounts to. */
record OutcomeRow(
    UUID runId,
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
    @Nullable Integer packagesTotal,
    @Nullable String coverage,
    @Nullable Double installSeconds) {

  PluginName plugin() {
    return new PluginName(pluginName);
  }

  ExecutionOutcome toOutcome() {
    return new ExecutionOutcome(
        new RunId(runId),
        new ExecutionId(executionId),
        hostname,
        startedAt,
        StoredWords.status(status),
        wallClockSeconds,
        cpuSeconds,
        memoryPeakBytes,
        downloadSizeBytes,
        packagesUpdated,
        packagesTotal,
        coverage == null ? Coverage.WHOLE : StoredWords.coverage(coverage),
        installSeconds);
  }
}
