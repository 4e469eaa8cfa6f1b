package org.updateall.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.updateall.application.updating.UpdatesUnderWay;
import org.updateall.domain.history.HistoryUnavailable;

/**
 * Sees to it that nothing is lost when the program is asked to end: what runs is stopped, the run
 * is recorded as far as it came, and whoever waits for it may still say so.
 */
final class InterruptGuard {

  private static final long SECONDS_TO_SAY_SO = 5;

  private final CountDownLatch released = new CountDownLatch(1);
  private final Thread hook;

  private InterruptGuard(UpdatesUnderWay underWay) {
    hook = new Thread(() -> stop(underWay), "interrupt");
  }

  static InterruptGuard over(UpdatesUnderWay underWay) {
    InterruptGuard guard = new InterruptGuard(underWay);
    Runtime.getRuntime().addShutdownHook(guard.hook);
    return guard;
  }

  private void stop(UpdatesUnderWay underWay) {
    try {
      underWay.stop();
      var unused = underWay.finish();
      released.await(SECONDS_TO_SAY_SO, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (HistoryUnavailable | IllegalStateException e) {
      LoggerFactory.getLogger(InterruptGuard.class).atError().setCause(e).log("run not ended");
    }
  }

  /** The run has ended, and what there was to say is said. */
  void release() {
    released.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is being ended: the hook runs already, and was waiting for this.
    }
  }
}
