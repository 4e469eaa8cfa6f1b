package org.updateall.domain.fleet;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.history.FileRefused;

/**
 * Port: keeps the priors of the fleet that this machine belongs to, and writes and reads them as
 * files that are handed on. Safe for use by several threads.
 */
public interface PriorShelf {

  /**
   * The priors at hand.
   *
   * @return none if none were brought in; the refusal if what is kept is damaged
   */
  Either<FileRefused, Option<PriorTable>> current();

  /**
   * Reads a file of priors, whose version and checksum must be right.
   *
   * @return what it holds, or why it is refused, with the remedy
   */
  Either<FileRefused, PriorTable> read(Path file);

  /**
   * Puts these in the place of those at hand.
   *
   * @throws UncheckedIOException if they cannot be kept; those before stay
   */
  void keep(PriorTable table);

  /**
   * Forgets those at hand.
   *
   * @return whether there were any, be they damaged
   * @throws UncheckedIOException if they cannot be removed
   */
  boolean remove();

  /**
   * Writes a file that {@link #read} takes. It comes into being whole.
   *
   * @param replace whether a file in that place may be replaced
   * @return the place, absolute; or the refusal
   * @throws UncheckedIOException if it cannot be written; no part of it is left
   */
  Either<TargetRefused, Path> write(PriorTable table, Path target, boolean replace);
}
