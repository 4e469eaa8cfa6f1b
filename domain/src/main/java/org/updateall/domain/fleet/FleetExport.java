package org.updateall.domain.fleet;

import io.vavr.control.Either;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.history.Run;
import org.updateall.domain.ledger.ForetoldRun;

/**
 * Port: puts what one host has recorded into the tree of its fleet. Several hosts may do so at the
 * same time. A file comes into being whole, takes the place of the one before it in one step, and
 * is left untouched where it would be the same.
 */
public interface FleetExport {

  /**
   * Begins to export. What an export of this host left that was interrupted is removed.
   *
   * @param tree the directory; made if only it is missing
   * @param host what the host is called in it
   * @param traits what it tells of itself
   * @return the refusal, if the place cannot be taken, or this host exports into it at this moment
   * @throws UncheckedIOException if it cannot be written
   */
  Either<TargetRefused, Draft> begin(Path tree, String host, HostTraits traits);

  /** An export under way. Closing it leaves what was put into the tree, and nothing else. */
  interface Draft extends AutoCloseable {

    /**
     * Adds a run to the month at hand, oldest first.
     *
     * @param run with the host's name in the tree, and creation times
     * @throws UncheckedIOException if it cannot be written
     */
    void add(Run run);

    /**
     * Adds what was foretold of a run of the month at hand.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    void add(ForetoldRun foretold);

    /**
     * Puts the month at hand into the tree, in the place of what was there of it.
     *
     * @return how many of its files are not as they were
     * @throws UncheckedIOException if it cannot be written
     */
    int finishMonth(YearMonth month);

    /**
     * Puts what the host tells of itself into the tree, if that or any month is not as it was.
     *
     * @param now when that is
     * @throws UncheckedIOException if it cannot be written
     */
    void finish(Instant now);

    @Override
    void close();
  }
}
