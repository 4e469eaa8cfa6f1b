package org.updateall.adapters.jsonlegacy;

import java.util.Arrays;
import org.updateall.domain.history.RunId;

/** The identities that more than one record of a file bears, and how many records each. */
final class RepeatedIdentities {

  private final long[] keys;
  private final int[] occurrences;

  private RepeatedIdentities(long[] keys, int[] occurrences) {
    this.keys = keys;
    this.occurrences = occurrences;
  }

  /** Of the first keys of an array that is sorted that far. */
  static RepeatedIdentities ofSorted(long[] sorted, int size) {
    int distinct = 0;
    for (int i = 1; i < size; i++) {
      boolean secondOfItsKind =
          sorted[i] == sorted[i - 1] && (i == 1 || sorted[i] != sorted[i - 2]);
      distinct += secondOfItsKind ? 1 : 0;
    }
    long[] keys = new long[distinct];
    int[] occurrences = new int[distinct];
    int last = -1;
    for (int i = 1; i < size; i++) {
      if (sorted[i] == sorted[i - 1]) {
        boolean known = last >= 0 && keys[last] == sorted[i];
        last += known ? 0 : 1;
        keys[last] = sorted[i];
        occurrences[last] += known ? 1 : 2;
      }
    }
    return new RepeatedIdentities(keys, occurrences);
  }

  int size() {
    return keys.length;
  }

  /** How many records a later one of the same identity replaces. */
  long replacedRecords() {
    return Arrays.stream(occurrences).asLongStream().sum() - keys.length;
  }

  /** Begins a walk through the file. */
  Countdown countdown() {
    return new Countdown(keys, occurrences.clone());
  }

  /** Tells, record by record in the order of the file, which is the last of its identity. */
  static final class Countdown {

    private final long[] keys;
    private final int[] remaining;

    private Countdown(long[] keys, int[] remaining) {
      this.keys = keys;
      this.remaining = remaining;
    }

    boolean isLast(RunId id) {
      int index = Arrays.binarySearch(keys, IdentityTally.key(id));
      return index < 0 || --remaining[index] == 0;
    }
  }
}
