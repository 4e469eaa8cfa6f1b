package org.updateall.adapters.duckdb;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.retrieval.Announcement;
import org.updateall.domain.retrieval.TrainingRow;

/** An execution, and when the one before it on the same machine began. */
record LearningRow(int executionNo, OutcomeRow outcome, @Nullable Instant previousStart) {

  ExecutionKey key() {
    return new ExecutionKey(outcome.runId(), executionNo);
  }

  TrainingRow toTrainingRow(Announcement announced, ZoneId zone) {
    return TrainingRow.of(outcome.toOutcome(), previousStart, announced, zone);
  }
}
