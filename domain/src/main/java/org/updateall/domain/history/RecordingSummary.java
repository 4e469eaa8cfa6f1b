package org.updateall.domain.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  /**
   * Where the counts do not agree, a sentence each; empty if all do.
   *
   * @param source where the runs came from, in a word
   * @param runs how many it has
   */
  public List<String> discrepancies(String source, long runs) {
    List<String> found = new ArrayList<>();
    expect(found, "runs taken from the " + source, runs, total());
    expect(found, "runs in the database", before.runs() + added, after.runs());
    expect(
        found,
        "plugin executions in the database",
        before.executions() + executionsAdded - executionsRemoved,
        after.executions());
    return List.copyOf(found);
  }

  private static void expect(List<String> found, String what, long expected, long actual) {
    if (expected != actual) {
      found.add(String.format(Locale.ROOT, "%s: expected %d, found %d", what, expected, actual));
    }
  }
}
