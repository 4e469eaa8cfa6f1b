package org.updateall.domain.retrieval;

import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param start its first instant
 * @param end the first instant after it
 */
public record Period(Instant start, Instant end) implements Comparable<Period> {

  /**
   * @throws IllegalArgumentException if the end is not after the start
   */
  public Period {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException("a period from %s cannot end at %s".formatted(start, end));
    }
  }

  public boolean includes(Instant time) {
    return !time.isBefore(start) && time.isBefore(end);
  }

  /** Orders by start, then by end. */
  @Override
  public int compareTo(Period other) {
    int byStart = start.compareTo(other.start);
    return byStart == 0 ? end.compareTo(other.end) : byStart;
  }
}
