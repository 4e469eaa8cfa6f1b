package org.updateall.adapters.duckdb;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.history.HistoryUnavailable;

/**
 * One database file. Every piece of work takes the lock, opens the file, does one transaction, and
 * closes it again: a failed commit leaves a connection that no longer knows transactions, and an
 * open file keeps other processes out.
 *
 * <p>A database comes into being under another name and is moved into place when it is whole, so
 * that a crash leaves either none or a good one. It is always opened read-only before it is opened
 * for writing: what is not ours stays untouched. The live file is never opened past the engine, for
 * closing it would give up the engine's own lock on it.
 */
final class DuckDbStore {

  private static final Logger LOG = LoggerFactory.getLogger(DuckDbStore.class);
  private static final String DIRECTORY_MODE = "rwx------";

  private final Path database;
  private final DuckDbSettings settings;
  private final Clock clock;
  private final Schema schema;
  private final Jdbi reader;
  private final Jdbi writer;

  /** What is done with an open database. */
  interface Work<T> {
    T on(Handle handle) throws SQLException;
  }

  /** What is read of the database once the work is committed. */
  interface Proof<T, R> {
    R of(Handle handle, T result);
  }

  private interface Sequel<T, R> {
    R of(T result) throws InterruptedException;
  }

  private interface Action<T> {
    T run(Patience patience) throws IOException, SQLException, StoreBusy, InterruptedException;
  }

  @Inject
  DuckDbStore(DuckDbSettings settings, Clock clock) {
    this(settings, clock, Schema.current());
  }

  DuckDbStore(DuckDbSettings settings, Clock clock, Schema schema) {
    this.database = settings.database();
    this.settings = settings;
    this.clock = clock;
    this.schema = schema;
    this.reader = Engine.reader(database);
    this.writer = Engine.writer(database);
  }

  /**
   * Reads; creates no file and no directory.
   *
   * @param ifAbsent the answer if there is no database
   * @throws HistoryUnavailable if the database cannot be used
   */
  <T> T read(T ifAbsent, Work<T> work) {
    if (Files.notExists(database)) {
      return ifAbsent;
    }
    try {
      return guarded(patience -> readNow(work, patience));
    } catch (EmptyPythonDatabase e) {
      return ifAbsent;
    }
  }

  /**
   * Does the work in one transaction, which is committed if it returns and leaves nothing if it
   * throws. Makes the database if there is none.
   *
   * @throws HistoryUnavailable if the database cannot be used
   */
  <T> T write(Work<T> work) {
    return guarded(patience -> writeNow(work, patience, result -> result));
  }

  /**
   * Does the work as {@link #write(Work)} does; when it is committed, opens the database anew, to
   * see what the file holds, before anybody else may write to it.
   *
   * @throws HistoryUnavailable if the database cannot be used; the message says if the work is
   *     committed nevertheless
   */
  <T, R> R write(Work<T> work, Proof<T, R> proof) {
    return guarded(patience -> writeNow(work, patience, result -> readBack(result, proof)));
  }

  private <T> T guarded(Action<T> action) {
    Patience patience = new Patience(settings.patience());
    try {
      return action.run(patience);
    } catch (StoreBusy e) {
      throw Breakdown.busy(database, patience.limit(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Breakdown.interrupted(database, e);
    } catch (DamagedRow e) {
      throw Breakdown.damaged(database, e);
    } catch (IOException | SQLException | JdbiException e) {
      throw Breakdown.of(database, e);
    }
  }

  @SuppressWarnings("try") // the lock is held, and not spoken to
  private <T> T readNow(Work<T> work, Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    requireFile();
    try (StoreLock.Held lock = StoreLock.of(realPath()).shared(patience);
        Handle handle = Engine.open(reader, patience)) {
      if (schema.isCurrent(handle, database)) {
        return work.on(handle);
      }
    }
    return writeNow(work, patience, result -> result);
  }

  @SuppressWarnings("try") // the lock is held, and not spoken to
  private <T, R> R writeNow(Work<T> work, Patience patience, Sequel<T, R> afterwards)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    createDirectory();
    try (StoreLock.Held lock = StoreLock.of(realPath()).exclusively(patience)) {
      if (Files.notExists(database)) {
        createDatabase(patience);
      } else {
        requireFile();
        makeOwn(patience);
      }
      return afterwards.of(transact(work, patience));
    }
  }

  private <T, R> R readBack(T result, Proof<T, R> proof) throws InterruptedException {
    try (Handle handle = Engine.open(reader, new Patience(settings.patience()))) {
      return proof.of(handle, result);
    } catch (StoreBusy | JdbiException e) {
      throw Breakdown.storedUnseen(database, e);
    }
  }

  /** Leaves a database of this program, and one of the version before it beside it if need be. */
  private void makeOwn(Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    try {
      if (!isCurrent(patience)) {
        MigrationBackup.keep(realPath(), schema.newestVersion(), patience);
      }
    } catch (EmptyPythonDatabase e) {
      LOG.info("{} is {}; it is converted", database, e.getMessage());
      new PythonConversion(database, clock, schema, ZoneOffset.UTC).convert(realPath(), patience);
    }
  }

  private boolean isCurrent(Patience patience) throws StoreBusy, InterruptedException {
    try (Handle handle = Engine.open(reader, patience)) {
      return schema.isCurrent(handle, database);
    }
  }

  private <T> T transact(Work<T> work, Patience patience)
      throws SQLException, StoreBusy, InterruptedException {
    Handle handle = Engine.open(writer, patience);
    try {
      handle.begin();
      schema.bringUpToDate(handle, database, clock.instant());
      T result = work.on(handle);
      commit(handle);
      return result;
    } finally {
      discard(handle);
    }
  }

  private void commit(Handle handle) {
    try {
      handle.commit();
    } catch (JdbiException e) {
      if (Breakdown.isRolledBack(e)) {
        throw e;
      }
      if (!Breakdown.isDurable(e)) {
        throw Breakdown.perhapsStored(database, e);
      }
      LOG.warn("The commit is durable, though the checkpoint after it failed", e);
    }
  }

  /** Closes; what was not committed is gone. What was is safe, so no failure here matters. */
  private static void discard(Handle handle) {
    try {
      if (handle.isInTransaction()) {
        handle.rollback();
      }
    } catch (JdbiException e) {
      LOG.debug("There was nothing to roll back any more", e);
    }
    try {
      handle.close();
    } catch (JdbiException e) {
      LOG.debug("The connection did not close in order", e);
    }
  }

  private void createDatabase(Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    if (Files.exists(sibling(".wal"))) {
      throw Breakdown.orphanedJournal(database);
    }
    Path draft = sibling(".new");
    Files.deleteIfExists(draft);
    Files.deleteIfExists(sibling(".new.wal"));
    try (Handle handle = Engine.open(Engine.creator(draft), patience)) {
      handle.begin();
      schema.create(handle, clock.instant());
      handle.commit();
    }
    Files.move(draft, database, StandardCopyOption.ATOMIC_MOVE);
    LOG.info("Made the database {}", database);
  }

  private void requireFile() throws IOException {
    requireFile(database);
  }

  /**
   * @throws HistoryUnavailable if what is there cannot be a database
   */
  static void requireFile(Path database) throws IOException {
    if (Files.isDirectory(database)) {
      throw Breakdown.notADatabase(database, "a directory");
    }
    if (Files.size(database) == 0) {
      throw Breakdown.notADatabase(database, "an empty file");
    }
  }

  private void createDirectory() throws IOException {
    Path directory = database.getParent();
    if (directory != null && Files.notExists(directory)) {
      Files.createDirectories(directory, privateToTheUser());
    }
  }

  private static FileAttribute<?>[] privateToTheUser() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(DIRECTORY_MODE))
        }
        : new FileAttribute<?>[0];
  }

  private Path realPath() throws IOException {
    return realPath(database);
  }

  /** One path for all names of the file, of which the last part need not exist yet. */
  static Path realPath(Path database) throws IOException {
    if (Files.exists(database)) {
      return database.toRealPath();
    }
    Path directory = database.getParent();
    return directory == null || Files.notExists(directory)
        ? database
        : directory.toRealPath().resolve(database.getFileName());
  }

  private Path sibling(String suffix) {
    return database.resolveSibling(database.getFileName() + suffix);
  }
}
