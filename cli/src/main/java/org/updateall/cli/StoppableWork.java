package org.updateall.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Work of the thread that opens this, which is interrupted, and waited for, when the program is
 * asked to end (Ctrl-C, SIGTERM): so it can be left in order.
 */
final class StoppableWork implements AutoCloseable {

  private static final int MOST_SECONDS = 30;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread whenAsked = new Thread(this::stopAndWait, "stopping");

  static StoppableWork begin() {
    StoppableWork work = new StoppableWork();
    Runtime.getRuntime().addShutdownHook(work.whenAsked);
    return work;
  }

  /** Interrupts the work. */
  void stop() {
    worker.interrupt();
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(whenAsked);
    } catch (IllegalStateException e) {
      // The program is ending, and this is what it waited for.
    }
  }

  private void stopAndWait() {
    stop();
    try {
      boolean unused = done.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
