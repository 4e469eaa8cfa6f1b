package org.updateall.adapters.jsonlegacy;

import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many mutated histories, one after the other. A failure names the number of the history, with
 * which it can be had again; one that takes longer than a generous limit is a failure. How far it
 * has come is said every thousand.
 */
public final class FuzzRun {

  private static final long SECONDS_ALLOWED = 20;
  private static final long REPORTS_EACH = 1_000;

  private final String what;
  private final AtomicLong current = new AtomicLong();
  private long accepted;
  private long refused;
  private long longestNanos;
  private long longest;

  /** What is done with each history. */
  public interface Trial {

    /** Whether the history was accepted. */
    boolean passes(byte[] history) throws Exception;
  }

  /**
   * @param what what becomes of the histories, for the report
   */
  public FuzzRun(String what) {
    this.what = what;
  }

  /** Tries the histories from number 0. */
  public void each(long count, Trial trial) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      await(thread.submit(() -> tryAll(count, trial)));
    } finally {
      thread.shutdownNow();
    }
    System.out.println(this);
  }

  public long accepted() {
    return accepted;
  }

  public long refused() {
    return refused;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d histories %s: %d accepted, %d refused; the longest took %.3f s (number %d)",
        accepted + refused,
        what,
        accepted,
        refused,
        longestNanos / 1e9,
        longest);
  }

  private void tryAll(long count, Trial trial) {
    for (long number = 0; number < count; number++) {
      current.set(number);
      byte[] history = MutatedHistories.history(number);
      long begin = System.nanoTime();
      if (isAccepted(number, history, trial)) {
        accepted++;
      } else {
        refused++;
      }
      note(number, System.nanoTime() - begin);
      if ((number + 1) % REPORTS_EACH == 0) {
        System.out.println("so far " + this);
      }
    }
  }

  private static boolean isAccepted(long number, byte[] history, Trial trial) {
    try {
      return trial.passes(history);
    } catch (Exception | Error failure) {
      throw new AssertionError("history number " + number + ": " + failure, failure);
    }
  }

  private void note(long number, long nanos) {
    if (nanos > longestNanos) {
      longestNanos = nanos;
      longest = number;
    }
  }

  private void await(Future<?> trials) {
    long seen = -1;
    while (!trials.isDone()) {
      try {
        trials.get(SECONDS_ALLOWED, TimeUnit.SECONDS);
      } catch (TimeoutException stillAtIt) {
        seen = requireProgress(seen);
      } catch (ExecutionException failure) {
        throw new AssertionError(failure.getCause());
      } catch (InterruptedException interruption) {
        throw new AssertionError(interruption);
      }
    }
  }

  private long requireProgress(long seen) {
    long now = current.get();
    if (now == seen) {
      throw new AssertionError("history number " + now + " hangs");
    }
    return now;
  }
}
