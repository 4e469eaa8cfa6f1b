package org.updateall.adapters.duckdb;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.journal.Settlement;

/**
 * One database file. Every piece of work takes the lock, opens the file, does one transaction, and
 * closes it again: a failed commit leaves a connection that no longer knows transactions, and an
 * open file keeps other processes out.
 *
 * <p>A database comes into being under another name and is moved into place when it is whole, so
 * that a crash leaves either none or a good one. It is always opened read-only before it is opened
 * for writing: what is not ours stays untouched. The live file is never opened past the engine, for
 * closing it would give up the engine's own lock on it.
 *
 * <p>Runs that wait in the {@link Spool} are stored before anything else is written, under the same
 * lock, so that the order in which runs were handed in is kept; and before anything is read, if
 * nobody else uses the database.
 *
 * <p>Readings of one thread may {@link #share} an opening: nobody writes meanwhile, and so they see
 * one state.
 */
final class DuckDbStore {

  private static final Logger LOG = LoggerFactory.getLogger(DuckDbStore.class);

  private final Path database;
  private final DuckDbSettings settings;
  private final Clock clock;
  private final Processes processes;
  private final Schema schema;
  private final SettlementTally tally = new SettlementTally();
  private final Jdbi reader;
  private final Jdbi writer;

  @SuppressWarnings("ThreadLocalUsage") // each store has its own, and it is removed in the end
  private final ThreadLocal<@Nullable SharedOpening> shared = new ThreadLocal<>();

  /** What is done with an open database. */
  interface Work<T> {
    T on(Handle handle) throws SQLException;
  }

  /** What is read of the database once the work is committed. */
  interface Proof<T, R> {
    R of(Handle handle, T result);
  }

  /** What is done with the runs that wait. */
  interface SpoolWork<T> {
    T on(Spool spool) throws IOException;
  }

  private interface Sequel<T, R> {
    R of(T result) throws InterruptedException;
  }

  @Inject
  DuckDbStore(DuckDbSettings settings, Clock clock, Processes processes) {
    this(settings, clock, processes, Schema.current());
  }

  DuckDbStore(DuckDbSettings settings, Clock clock, Processes processes, Schema schema) {
    this.database = settings.database();
    this.settings = settings;
    this.clock = clock;
    this.processes = processes;
    this.schema = schema;
    this.reader = Engine.reader(settings);
    this.writer = Engine.writer(settings);
  }

  /**
   * Reads, after storing what waits if nobody else uses the database. Unless something waits, makes
   * no file and no directory.
   *
   * @param ifAbsent the answer if there is no database
   * @throws HistoryUnavailable if the database cannot be used
   */
  <T> T read(T ifAbsent, Work<T> work) {
    SharedOpening opening = shared.get();
    if (opening != null && opening.isOpen()) {
      return guarded(Patience.none(), patience -> opening.read(work));
    }
    drainIfFree();
    if (Files.notExists(database)) {
      return ifAbsent;
    }
    try {
      return guarded(patience(), patience -> readNow(work, patience));
    } catch (EmptyPythonDatabase e) {
      return ifAbsent;
    }
  }

  /**
   * Has all that this thread reads meanwhile come from one opening of the database, which the first
   * reading makes, and which ends with this, with {@link #letGo}, with whatever this thread writes,
   * and with a reading that fails.
   */
  <T> T share(Supplier<T> questions) {
    if (shared.get() != null) {
      return questions.get();
    }
    shared.set(new SharedOpening());
    try {
      return questions.get();
    } finally {
      letGo();
      shared.remove();
    }
  }

  /** Closes what this thread shares, if it is open. */
  void letGo() {
    SharedOpening opening = shared.get();
    if (opening != null) {
      opening.letGo();
    }
  }

  /**
   * Stores what waits, and then does the work in one transaction, which is committed if it returns
   * and leaves nothing if it throws. Makes the database if there is none.
   *
   * @throws HistoryUnavailable if the database cannot be used
   */
  <T> T write(Work<T> work) {
    return guarded(patience(), patience -> writeNow(work, patience, result -> result));
  }

  /**
   * Does the work as {@link #write(Work)} does; when it is committed, opens the database anew, to
   * see what the file holds, before anybody else may write to it.
   *
   * @throws HistoryUnavailable if the database cannot be used; the message says if the work is
   *     committed nevertheless
   */
  <T, R> R write(Work<T> work, Proof<T, R> proof) {
    return guarded(
        patience(), patience -> writeNow(work, patience, result -> readBack(result, proof)));
  }

  /** Whether there is no database, and nothing waits that would make one. */
  boolean isEmpty() {
    return Files.notExists(database) && !spool(Spool::hasWork);
  }

  /**
   * Works on the runs that wait; the database is not touched, and nobody is waited for. That the
   * thread is interrupted is no reason to lose a run.
   *
   * @throws HistoryUnavailable if there can be no spool
   */
  <T> T spool(SpoolWork<T> work) {
    return guarded(Patience.none(), patience -> Uninterrupted.result(() -> work.on(spool())));
  }

  /**
   * Stores what waits, after waiting for others.
   *
   * @throws HistoryUnavailable if the database cannot be used
   */
  void drain() {
    guarded(patience(), this::drainNow);
  }

  /**
   * Stores what waits, unless somebody else uses the database, or it cannot be used at all.
   *
   * @return what storing each file changed
   */
  Map<SpoolName, RecordOutcome> drainIfFree() {
    try {
      return guarded(Patience.none(), this::drainNow);
    } catch (HistoryUnavailable e) {
      LOG.info("What waits to be stored goes on waiting: {}", e.getMessage());
      return Map.of();
    }
  }

  /** What storing did with runs that waited, since this was asked last. */
  Settlement settled() {
    return tally.taken();
  }

  private Patience patience() {
    return new Patience(
        settings.patience(),
        holder -> settings.remarks().accept(Breakdown.waiting(database, holder)));
  }

  private <T> T guarded(Patience patience, Guard.Action<T> action) {
    return Guard.run(database, patience, action);
  }

  @SuppressWarnings("try") // the lock is held, and not spoken to
  private <T> T readNow(Work<T> work, Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    requireFile();
    SharedOpening opening = shared.get();
    if (opening != null && open(opening, patience)) {
      return opening.read(work);
    }
    try (StoreLock.Held lock = StoreLock.of(realPath()).shared(patience);
        Handle handle = Engine.open(reader, patience)) {
      if (schema.isCurrent(handle, database)) {
        return work.on(handle);
      }
    }
    return writeNow(work, patience, result -> result);
  }

  /** Opens a database to be shared; whether it needs no migration, and so stays open. */
  private boolean open(SharedOpening opening, Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    StoreLock.Held lock = StoreLock.of(realPath()).shared(patience);
    try {
      opening.hold(lock, Engine.open(reader, patience));
    } finally {
      if (!opening.isOpen()) {
        lock.close();
      }
    }
    boolean current = opening.read(handle -> schema.isCurrent(handle, database));
    if (!current) {
      opening.letGo();
    }
    return current;
  }

  @SuppressWarnings("try") // the lock is held, and not spoken to
  private <T, R> R writeNow(Work<T> work, Patience patience, Sequel<T, R> afterwards)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    letGo();
    createDirectory();
    try (StoreLock.Held lock = StoreLock.of(realPath()).exclusively(patience)) {
      makeReady(patience);
      if (spool().hasWork()) {
        drainReady(patience);
      }
      return afterwards.of(transact(work, patience));
    }
  }

  @SuppressWarnings("try") // the lock is held, and not spoken to
  private Map<SpoolName, RecordOutcome> drainNow(Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    if (!spool().hasWork()) {
      return Map.of();
    }
    letGo();
    try (StoreLock.Held lock = StoreLock.of(realPath()).exclusively(patience)) {
      makeReady(patience);
      return drainReady(patience);
    }
  }

  private Map<SpoolName, RecordOutcome> drainReady(Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    SpoolDrain.Transactions transactions =
        new SpoolDrain.Transactions() {
          @Override
          public <T> T inOne(Work<T> work)
              throws IOException, SQLException, StoreBusy, InterruptedException {
            return transact(work, patience);
          }
        };
    return new SpoolDrain(spool(), transactions, clock, tally).drain();
  }

  /** Sees to it that there is a database, and that it is ours. */
  private void makeReady(Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    if (Files.notExists(database)) {
      createDatabase(patience);
    } else {
      requireFile();
      makeOwn(patience);
    }
  }

  private Spool spool() throws IOException {
    Path real = realPath();
    return new Spool(real.resolveSibling(real.getFileName() + ".spool"), processes, clock);
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
        MigrationBackup.keep(realPath(), schema.version(), patience);
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
      throws IOException, SQLException, StoreBusy, InterruptedException {
    EngineJournal journal = new EngineJournal(realPath());
    Handle handle = Engine.open(writer, patience);
    try {
      journal.makePrivate();
      handle.begin();
      schema.bringUpToDate(handle, database, clock.instant());
      T result = work.on(handle);
      commit(handle);
      return result;
    } finally {
      discard(handle);
      journal.removeUnused();
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
    try {
      deleteDraft(draft);
      fill(draft, patience);
      Files.move(draft, database, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      deleteDraft(draft);
    }
    PrivateFiles.bringNameToDisk(realPath());
    LOG.info("Made the database {}", database);
  }

  private static void deleteDraft(Path draft) throws IOException {
    Files.deleteIfExists(draft);
    Files.deleteIfExists(Journal.beside(draft));
  }

  /**
   * Closing takes in the journal, but says nothing if the disk is full; the draft would then come
   * into its place without its tables.
   */
  private void fill(Path draft, Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    try (Handle handle = Engine.open(Engine.creator(draft, settings), patience)) {
      PrivateFiles.restrict(draft);
      handle.begin();
      schema.create(handle, clock.instant());
      handle.commit();
      handle.execute("CHECKPOINT");
    }
    if (Files.exists(Journal.beside(draft))) {
      throw new IOException("a new database kept its journal: " + draft);
    }
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
    if (directory != null) {
      PrivateFiles.createDirectories(directory);
    }
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
