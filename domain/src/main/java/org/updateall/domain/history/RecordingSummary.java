package org.updateall.domain.history;

/**
 * What recording many runs in one transaction changed.
 *
 * @param added runs that were not there before
 * @param updated runs that were there and said something else
 * @param unchanged runs that were there already
 * @param before what the store held at the beginning of the transaction
 * @param after what it holds at its end
 */
public record RecordingSummary(
    long added, long updated, long unchanged, HistoryCounts before, HistoryCounts after) {

  public long total() {
    return added + updated + unchanged;
  }
}
