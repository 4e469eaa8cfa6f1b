package org.updateall.adapters.duckdb;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;

/** A row of {@code runs}; the components are its columns, in their order. */
record RunRow(
    UUID runId,
    Instant startTime,
    @Nullable Instant endTime,
    String hostname,
    @Nullable String username,
    @Nullable String configHash,
    Instant createdAt) {

  Run toRun(List<PluginExecution> executions) {
    return new Run(
        new RunId(runId),
        startTime,
        endTime,
        hostname,
        username,
        configHash,
        executions,
        createdAt);
  }
}
