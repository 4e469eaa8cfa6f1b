package org.updateall.adapters.duckdb;

import static java.util.Objects.requireNonNull;

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

  static RunRow of(Run run) {
    return new RunRow(
        run.runId().value(),
        run.startTime(),
        run.endTime(),
        run.hostname(),
        run.username(),
        run.configHash(),
        requireNonNull(run.createdAt(), "createdAt"));
  }

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
