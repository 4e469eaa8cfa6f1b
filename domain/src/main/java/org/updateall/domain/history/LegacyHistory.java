package org.updateall.domain.history;

import io.vavr.control.Either;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;

/** Port: a file of old runs to bring in. Reads only; files of any size are read as a stream. */
public interface LegacyHistory {

  /**
   * Reads the whole file and says what it holds. A file that is not an old history from beginning
   * to end is refused whole; a record that cannot be read without guessing is quarantined, and does
   * not stop the rest.
   */
  Either<FileRefused, LegacySurvey> survey(Path file, LegacyReading reading);

  /**
   * The runs of a surveyed file, each identity once, in the order of the file. Identities are
   * derived from the record, so that the same record gives the same run at any time and in any
   * order.
   *
   * @throws LegacyFileChanged from the iterator, if the file is no longer the one surveyed
   * @throws UncheckedIOException if it can no longer be read
   */
  Iterator<Run> runs(LegacySurvey survey, LegacyReading reading);

  /**
   * Copies the surveyed file into a directory under a name that its content decides, unless that
   * copy is there already; the directory is made if need be.
   *
   * @return the copy
   * @throws LegacyFileChanged if the file is no longer the one surveyed
   * @throws UncheckedIOException if the copy cannot be written; no part of it is left
   */
  Path backUp(LegacySurvey survey, Path directory);
}
