package org.updateall.application.recording;

import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.domain.history.HistoryUnavailable;

/**
 * What a run will need, being worked out on a thread of its own so that nobody need wait for it. It
 * counts only if it is known before the run has ended; what comes later is no prediction.
 */
final class Foretelling {

  private static final Logger LOG = LoggerFactory.getLogger(Foretelling.class);

  /** Whether it is settled that it counts, or that it does not. */
  private final AtomicBoolean settled = new AtomicBoolean();

  private final CompletableFuture<RunEstimate> estimate;

  /**
   * Begins.
   *
   * @param work works it out, and enters it if it is told that it is in time
   */
  Foretelling(Function<BooleanSupplier, RunEstimate> work) {
    estimate = CompletableFuture.supplyAsync(() -> work.apply(this::settle), Foretelling::start);
  }

  /** Waits until it is known, but no longer than that. */
  void await(Duration patience) throws InterruptedException {
    try {
      RunEstimate unused = estimate.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.debug("The run begins without a prediction", e);
    }
  }

  /**
   * The run has ended: nothing is entered from now on.
   *
   * @return what was foretold; or why nothing was, for a user
   */
  Either<String, RunEstimate> conclude() {
    if (!estimate.isDone() && settle()) {
      return Either.left("it was not known in time");
    }
    try {
      return Either.right(estimate.join());
    } catch (CompletionException e) {
      return Either.left(reason(e));
    }
  }

  private boolean settle() {
    return settled.compareAndSet(false, true);
  }

  /** A defect of what foretells is none of the run's either, but is to be found in the log. */
  private static String reason(CompletionException failure) {
    Throwable cause = failure.getCause();
    if (!(cause instanceof HistoryUnavailable)) {
      LOG.atError().setCause(failure).log("nothing could be foretold");
    }
    return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "foretelling");
    thread.setDaemon(true);
    thread.start();
  }
}
