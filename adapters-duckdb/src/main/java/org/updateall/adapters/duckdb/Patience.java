package org.updateall.adapters.duckdb;

import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;

/**
 * How much longer to wait for others. Pauses grow, and differ between processes. A wait of more
 * than a second is announced, once, with who is waited for.
 */
final class Patience {

  private static final long SHORTEST_PAUSE = 2;
  private static final long LONGEST_PAUSE = 100;
  private static final Duration LONGEST_LIMIT = Duration.ofNanos(Long.MAX_VALUE);
  private static final Duration UNANNOUNCED = Duration.ofSeconds(1);
  private static final Random JITTER = new Random(ProcessHandle.current().pid());

  private final Duration limit;
  private final Consumer<String> announcement;
  private final long begin = System.nanoTime();
  private final long end;
  private long longestPause = SHORTEST_PAUSE;
  private boolean announced;

  Patience(Duration limit) {
    this(limit, holder -> {});
  }

  /**
   * @param announcement is told who is waited for
   */
  Patience(Duration limit, Consumer<String> announcement) {
    this.limit = limit;
    this.announcement = announcement;
    this.end = begin + shorter(limit, LONGEST_LIMIT).toNanos();
  }

  /** Waits for nobody. */
  static Patience none() {
    return new Patience(Duration.ZERO);
  }

  Duration limit() {
    return limit;
  }

  long remainingNanos() {
    return Math.max(0, end - System.nanoTime());
  }

  /** How long to wait before that is announced; as long as there is patience once it is. */
  long unannouncedNanos() {
    long unannounced = begin + UNANNOUNCED.toNanos() - System.nanoTime();
    return announced ? remainingNanos() : Math.max(0, Math.min(remainingNanos(), unannounced));
  }

  boolean isExhausted() {
    return remainingNanos() == 0;
  }

  /** Waits a little for that holder of the database. */
  void pauseFor(String holder) throws InterruptedException {
    if (unannouncedNanos() == 0) {
      announce(holder);
    }
    long millis = 1L + JITTER.nextInt((int) longestPause);
    longestPause = Math.min(LONGEST_PAUSE, longestPause * 2);
    Thread.sleep(Math.min(millis, 1 + Duration.ofNanos(remainingNanos()).toMillis()));
  }

  /** Says once who is waited for. */
  void announce(String holder) {
    if (!announced && !isExhausted()) {
      announced = true;
      announcement.accept(holder);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
