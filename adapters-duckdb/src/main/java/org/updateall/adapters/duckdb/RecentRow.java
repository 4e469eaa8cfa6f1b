package org.updateall.adapters.duckdb;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.RunId;
import org.updateall.domain.retrieval.RecentExecution;

/** An execution for a list of executions. */
record RecentRow(
    OutcomeRow outcome,
    @Nullable Instant endTime,
    @Nullable String errorMessage,
    @Nullable Integer exitCode) {

  RecentExecution toExecution() {
    return new RecentExecution(
        new RunId(outcome.runId()),
        outcome.plugin(),
        outcome.toOutcome(),
        endTime,
        errorMessage,
        exitCode);
  }
}
