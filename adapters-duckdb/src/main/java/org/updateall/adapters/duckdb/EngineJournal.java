package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file beside a database in which the engine keeps what is committed until it is closed. The
 * engine makes it when it first writes to it, after the umask, so that others could read it. It
 * takes one that is there by then, and removes it when it is closed in order; one that was there
 * when the database was opened, and is empty, it removes at once.
 */
final class EngineJournal {

  private static final Logger LOG = LoggerFactory.getLogger(EngineJournal.class);

  private final Path database;
  private final Path file;
  private boolean made;

  /** Of the database of that real path: the engine, too, follows links. */
  EngineJournal(Path database) {
    this.database = database;
    this.file = database.resolveSibling(database.getFileName() + ".wal");
  }

  /** Makes it with the permissions of the database, which is open; leaves one that is there. */
  void makePrivate() throws IOException {
    try {
      PrivateFiles.createAlike(file, database);
      made = true;
    } catch (FileAlreadyExistsException e) {
      LOG.debug("There is a journal that another process left", e);
    }
  }

  /** Removes it, if it was made here and nothing was written; the database is closed. */
  void removeUnused() {
    try {
      if (made && Files.exists(file) && Files.size(file) == 0) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.debug("An empty journal stays, and does no harm", e);
    }
  }
}
