package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file in the making. It grows in a directory of its own beside its place, which nobody but its
 * owner can look into, and is moved into its place when it is whole and safe on disk. What is left
 * of the directory goes when this is closed; what a crash left of a fixed one goes with the next.
 */
final class DatabaseDraft implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseDraft.class);

  private final Path target;
  private final Path directory;

  private DatabaseDraft(Path target, Path directory) {
    this.target = target;
    this.directory = directory;
  }

  /** Of a file that is to come into being, which several may attempt at once. */
  static DatabaseDraft ofNew(Path target) throws IOException {
    return new DatabaseDraft(target, Files.createTempDirectory(target.getParent(), ".update-all-"));
  }

  /** Of a file whose place one alone may take, for the store is locked. */
  static DatabaseDraft under(Path target, String suffix) throws IOException {
    Path directory = target.resolveSibling(target.getFileName() + suffix);
    PrivateFiles.deleteTree(directory);
    PrivateFiles.createDirectories(directory);
    return new DatabaseDraft(target, directory);
  }

  /** Where the file grows. */
  Path file() {
    return scratch("draft.duckdb");
  }

  /** A place for what is needed on the way. */
  Path scratch(String name) {
    return directory.resolve(name);
  }

  /**
   * Moves the file into its place.
   *
   * @throws FileAlreadyExistsException if something has come to be there meanwhile
   */
  void publish() throws IOException {
    secure();
    Files.move(file(), target);
    PrivateFiles.bringNameToDisk(target);
  }

  /** Puts the file in the place of the one that is there, from one moment to the next. */
  void replace() throws IOException {
    secure();
    Files.move(file(), target, StandardCopyOption.ATOMIC_MOVE);
    PrivateFiles.bringNameToDisk(target);
  }

  @Override
  public void close() {
    try {
      PrivateFiles.deleteTree(directory);
    } catch (IOException e) {
      LOG.warn("What is left of {} could not be removed", directory, e);
    }
  }

  /** Everything of the file is in the file itself, on disk, and for its owner alone. */
  private void secure() throws IOException {
    if (Files.exists(Journal.beside(file()))) {
      throw new IOException("a new database kept its journal: " + file());
    }
    PrivateFiles.restrict(file());
    PrivateFiles.bringContentToDisk(file());
  }
}
