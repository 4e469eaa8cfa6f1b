package org.updateall.application.recording;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Tells the time of a run: that of the system's clock when the run began, and since then what a
 * watch adds that nobody sets. So no time is before an earlier one, and durations are true, though
 * the clock be set while the run is under way.
 */
final class SteadyClock {

  private final LongSupplier nanoTime;
  private final Instant begin;
  private final long beginNanos;

  /**
   * @param nanoTime a watch, in nanoseconds from any moment on, that never goes back
   */
  SteadyClock(Clock clock, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.begin = clock.instant();
    this.beginNanos = nanoTime.getAsLong();
  }

  Instant now() {
    return begin.plusNanos(nanoTime.getAsLong() - beginNanos);
  }
}
