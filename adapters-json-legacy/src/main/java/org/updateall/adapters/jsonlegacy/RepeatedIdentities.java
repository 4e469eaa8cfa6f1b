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
    long[] keys = new long[16];
    int[] occurrences = new int[16];
    int found = 0;
    int end;
    for (int start = 0; start < size; start = end) {
      end = endOfGroup(sorted, size, start);
      if (end - start > 1) {
        if (found == keys.length) {
          keys = Arrays.copyOf(keys, 2 * found);
          occurrences = Arrays.copyOf(occurrences, 2 * found);
        }
        keys[found] = sorted[start];
        occurrences[found++] = end - start;
      }
    }
    return new RepeatedIdentities(Arrays.copyOf(keys, found), Arrays.copyOf(occurrences, found));
  }

  private static int endOfGroup(long[] sorted, int size, int start) {
    int end = start + 1;
    while (end < size && sorted[end] == sorted[start]) {
      end++;
    }
    return end;
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
