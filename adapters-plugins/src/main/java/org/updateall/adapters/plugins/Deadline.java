package org.updateall.adapters.plugins;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How much is left of a time that was allowed for several things together. */
final class Deadline {

  private final LongSupplier nanoTime;
  private final long start;
  private final Duration limit;

  /**
   * @param nanoTime counts nanoseconds from any origin
   */
  Deadline(LongSupplier nanoTime, Duration limit) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.limit = limit;
  }

  Duration passed() {
    return Duration.ofNanos(nanoTime.getAsLong() - start);
  }

  boolean isOver() {
    return passed().compareTo(limit) >= 0;
  }

  /** The time that was allowed, for people. */
  String inWords() {
    return limit.toMillis() < 1000
        ? limit.toMillis() + " ms"
        : Math.round(limit.toMillis() / 1000.0) + " s";
  }

  /** What is left, and no more than that; at least a millisecond. */
  Duration left(Duration most) {
    Duration left = limit.minus(passed());
    Duration shorter = left.compareTo(most) < 0 ? left : most;
    return shorter.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : shorter;
  }
}
