package org.updateall.adapters.plugins;

import io.vavr.control.Either;
import org.updateall.domain.updating.AnnouncedWork;

/** A way in which package managers print what an update would do. */
interface OutputFormat {

  /**
   * Reads the whole output of a program.
   *
   * @return what it announces; or, in a sentence, why it is not of this format
   */
  Either<String, AnnouncedWork> read(String output);
}
