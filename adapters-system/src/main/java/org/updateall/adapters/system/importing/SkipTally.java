package org.updateall.adapters.system.importing;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lines of one file that are left out, counted by the reason, so that each is said only once. */
final class SkipTally {

  private record Lines(long first, long count) {

    Lines and(Lines other) {
      return new Lines(first, count + other.count);
    }
  }

  private final Map<String, Lines> byReason = new LinkedHashMap<>();

  /**
   * Another line.
   *
   * @param reason one of a few, as the rest of a sentence
   */
  void add(long line, String reason) {
    byReason.merge(reason, new Lines(line, 1), Lines::and);
  }

  /** Says each reason with the first line and how many more there are, and begins anew. */
  void report(LogReading reading) {
    byReason.forEach((reason, lines) -> reading.skip(lines.first(), text(reason, lines.count())));
    byReason.clear();
  }

  private static String text(String reason, long count) {
    return count == 1
        ? reason
        : "%s; so %s %d more of this file".formatted(reason, count == 2 ? "does" : "do", count - 1);
  }
}
