package org.updateall.domain.history;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Port: writes runs as an old history, which the Python update-all reads. Safe for use by several
 * threads and processes.
 */
public interface LegacyHistoryWriter {

  /**
   * Runs that are handed over one by one and need not fit into memory together, such as {@code
   * visitor -> history.visit(filter, visitor)} or {@code iterator::forEachRemaining}.
   */
  @FunctionalInterface
  interface Source {

    /** Hands every run to the visitor, in the order in which they are to be written. */
    void visit(Consumer<Run> visitor);
  }

  /**
   * Makes a file that holds these runs and nothing else, in their order, in the place of what was
   * there; its directory is made if need be. The file is replaced whole, or, if anything fails,
   * left as it was. What the source throws is passed on as it is.
   *
   * <p>What the old format has no field for is left out: steps, announcements, identities of
   * executions, creation times. Everything else is given back by a {@link LegacyHistory}; NUL in a
   * text becomes U+FFFD there, and the nil and max UUIDs are no identity there.
   *
   * @return how many runs were written
   * @throws HistoryUnavailable if the file cannot be written
   */
  long write(Path file, Source runs);
}
