package org.updateall.adapters.duckdb;

import java.time.Duration;
import java.util.Random;

/** How much longer to wait for others. Pauses grow, and differ between processes. */
final class Patience {

  private static final long SHORTEST_PAUSE = 2;
  private static final long LONGEST_PAUSE = 100;
  private static final Duration LONGEST_LIMIT = Duration.ofNanos(Long.MAX_VALUE);
  private static final Random JITTER = new Random(ProcessHandle.current().pid());

  private final Duration limit;
  private final long end;
  private long longestPause = SHORTEST_PAUSE;

  Patience(Duration limit) {
    this.limit = limit;
    this.end = System.nanoTime() + shorter(limit, LONGEST_LIMIT).toNanos();
  }

  /** For files that nobody else can have. */
  static Patience none() {
    return new Patience(Duration.ZERO);
  }

  Duration limit() {
    return limit;
  }

  long remainingNanos() {
    return Math.max(0, end - System.nanoTime());
  }

  boolean isExhausted() {
    return remainingNanos() == 0;
  }

  void pause() throws InterruptedException {
    long millis = 1L + JITTER.nextInt((int) longestPause);
    longestPause = Math.min(LONGEST_PAUSE, longestPause * 2);
    Thread.sleep(Math.min(millis, 1 + Duration.ofNanos(remainingNanos()).toMillis()));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
