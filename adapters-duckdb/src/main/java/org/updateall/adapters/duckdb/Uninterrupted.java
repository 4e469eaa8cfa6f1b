package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work with files that an interrupt of the thread must not undo. */
final class Uninterrupted {

  private static final Logger LOG = LoggerFactory.getLogger(Uninterrupted.class);

  private Uninterrupted() {}

  /** Work that may be done again where it was cut off. */
  interface Work<T> {
    T done() throws IOException;
  }

  /**
   * Does the work; an interrupt closes the files in use, so what one cut off is done again. The
   * thread is interrupted afterwards if it was so before, or became so.
   */
  static <T> T result(Work<T> work) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return work.done();
        } catch (ClosedByInterruptException e) {
          LOG.debug("Interrupted; once more", e);
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
