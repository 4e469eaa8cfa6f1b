package org.updateall.adapters.duckdb;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.RecordingSummary;
import org.updateall.domain.history.Run;

/** Counts what is recorded, by the runs and not by the tables. */
final class RecordingTally {

  private final HistoryCounts before;
  private final Map<RecordOutcome, Long> outcomes = new EnumMap<>(RecordOutcome.class);
  private long executionsAdded;
  private long executionsRemoved;

  RecordingTally(HistoryCounts before) {
    this.before = before;
  }

  void add(RecordOutcome outcome, @Nullable Run earlier, Run run) {
    outcomes.merge(outcome, 1L, Long::sum);
    if (outcome != RecordOutcome.UNCHANGED) {
      executionsAdded += run.totalPlugins();
      executionsRemoved += earlier == null ? 0 : earlier.totalPlugins();
    }
  }

  RecordingSummary summary(HistoryCounts after) {
    return new RecordingSummary(
        count(RecordOutcome.ADDED),
        count(RecordOutcome.UPDATED),
        count(RecordOutcome.UNCHANGED),
        executionsAdded,
        executionsRemoved,
        before,
        after);
  }

  private long count(RecordOutcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }
}
