package org.updateall.domain.history;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes identities for live runs and executions: UUID version 7 (RFC 9562), milliseconds since the
 * epoch first. Each sorts after all that the same maker made before, also within a millisecond and
 * when the clock is set back: then their time stays, or runs ahead of the clock, which is at most a
 * millisecond for every 2,048 of them. Those of different makers sort by their milliseconds alone.
 * Safe for use by several threads.
 */
public final class TimeOrderedIds {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT_RFC_9562 = 0x8000_0000_0000_0000L;

  /** The counter takes all 12 bits of rand_a (section 6.2, method 1) and begins in 11 of them. */
  private static final int COUNTER_BITS = 12;

  private static final int GREATEST_COUNT = (1 << COUNTER_BITS) - 1;

  private final Clock clock;
  private final RandomGenerator random;
  private long millis = Long.MIN_VALUE;
  private long counter;

  public TimeOrderedIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public RunId nextRunId() {
    return new RunId(next());
  }

  public ExecutionId nextExecutionId() {
    return new ExecutionId(next());
  }

  private synchronized UUID next() {
    advance(clock.millis());
    long mostSignificant = (millis << 16) | VERSION_7 | counter;
    long leastSignificant = VARIANT_RFC_9562 | (random.nextLong() >>> 2);
    return new UUID(mostSignificant, leastSignificant);
  }

  private void advance(long now) {
    if (now > millis) {
      begin(now);
    } else if (counter == GREATEST_COUNT) {
      begin(millis + 1);
    } else {
      counter++;
    }
  }

  private void begin(long newMillis) {
    millis = newMillis;
    counter = random.nextLong() & (GREATEST_COUNT >>> 1);
  }
}
