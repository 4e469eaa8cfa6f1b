package org.updateall.domain.history;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes identities for live runs and executions: UUID version 7 (RFC 9562), milliseconds since the
 * epoch first, so that they sort by the time of their making. Safe for use by several threads.
 */
public final class TimeOrderedIds {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT_RFC_9562 = 0x8000_0000_0000_0000L;

  private final Clock clock;
  private final RandomGenerator random;

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
    long mostSignificant = (clock.millis() << 16) | VERSION_7 | (random.nextLong() & 0x0FFFL);
    long leastSignificant = VARIANT_RFC_9562 | (random.nextLong() >>> 2);
    return new UUID(mostSignificant, leastSignificant);
  }
}
