package org.updateall.domain.history;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counts what recording changes, by the runs and not by the store. Not safe for several threads.
 */
public final class RecordingTally {

  private final HistoryCounts before;
  private final Map<RecordOutcome, Long> outcomes = new EnumMap<>(RecordOutcome.class);
  private long executionsAdded;
  private long executionsRemoved;

  /**
   * @param before what the store holds before anything is recorded
   */
  public RecordingTally(HistoryCounts before) {
    this.before = before;
  }

  /**
   * A run was recorded.
   *
   * @param executions how many executions it has
   * @param executionsBefore how many the run of that identity had; 0 if there was none
   */
  public void add(RecordOutcome outcome, int executions, int executionsBefore) {
    outcomes.merge(outcome, 1L, Long::sum);
    if (outcome != RecordOutcome.UNCHANGED) {
      executionsAdded += executions;
      executionsRemoved += executionsBefore;
    }
  }

  /**
   * @param after what the store holds now that all is recorded
   */
  public RecordingSummary summary(HistoryCounts after) {
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
