package org.updateall.domain.history;

/**
 * What recording many runs in one transaction changed. The counts of what was recorded come from
 * the runs themselves, those before and after from the store, so that each proves the other.
 *
 * @param added runs that were not there before
 * @param updated runs that were there and said something else
 * @param unchanged runs that were there already
 * @param executionsAdded executions of the added runs, and of the updated ones as they are now
 * @param executionsRemoved executions that the updated runs had before
 * @param before what the store held at the beginning of the transaction
 * @param after what it held once the transaction was committed, and before anybody else could write
 */
public record RecordingSummary(
    long added,
    long updated,
    long unchanged,
    long executionsAdded,
    long executionsRemoved,
    HistoryCounts before,
    HistoryCounts after) {

  public long total() {
    return added + updated + unchanged;
  }
}
