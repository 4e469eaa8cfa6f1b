package org.updateall.adapters.duckdb;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;
import org.updateall.domain.retrieval.SeriesPoint;

/** A value of a series; without step, name and phase that of an execution. */
record PointRow(
    Instant time,
    UUID runId,
    UUID executionId,
    String pluginName,
    String hostname,
    String status,
    @Nullable Integer stepNo,
    @Nullable String stepName,
    @Nullable String phase,
    double value) {

  SeriesPoint toPoint() {
    return new SeriesPoint(
        time,
        new RunId(runId),
        new ExecutionId(executionId),
        new PluginName(pluginName),
        hostname,
        StoredWords.status(status),
        step(),
        value);
  }

  private SeriesPoint.@Nullable Step step() {
    return stepNo == null || stepName == null || phase == null
        ? null
        : new SeriesPoint.Step(stepNo, stepName, StoredWords.phase(phase));
  }
}
