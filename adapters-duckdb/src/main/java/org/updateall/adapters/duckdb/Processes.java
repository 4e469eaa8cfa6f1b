package org.updateall.adapters.duckdb;

import io.vavr.control.Option;
import org.updateall.domain.journal.ProcessIdentity;

/** The processes that this one can see. */
interface Processes {

  /** This process. */
  ProcessIdentity self();

  /** The process of that id that is running; without its start where that cannot be known. */
  Option<ProcessIdentity> running(long pid);

  /** Whether that process is known to have ended. */
  default boolean hasEnded(ProcessIdentity process) {
    return process.isKnownToHaveEnded(self(), this::running);
  }
}
