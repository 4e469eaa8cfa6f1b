package org.updateall.adapters.duckdb;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.updateall.domain.history.HistoryUnavailable;

/**
 * Keeps others away from the file of the database while something is done to the file itself, past
 * {@link DuckDbStore}. The file is handed over under its real path, so that what takes its place
 * takes that of the file and not that of a link to it.
 */
final class Custody {

  private final DuckDbSettings settings;

  @Inject
  Custody(DuckDbSettings settings) {
    this.settings = settings;
  }

  /** What is done with the file while it is kept. */
  interface Work<T> {
    T on(Path file, Patience patience)
        throws IOException, SQLException, StoreBusy, InterruptedException;
  }

  Path database() {
    return settings.database();
  }

  /** Opens the file for reading with the settings of all who read it: others would keep it out. */
  Jdbi reader(Path file) {
    return Engine.reader(
        new DuckDbSettings(file, settings.patience(), settings.engine(), settings.remarks()));
  }

  /** Whether there is nothing that a history could be, neither the file nor its journal. */
  boolean isVacant() {
    return Files.notExists(database()) && Files.notExists(Journal.beside(database()));
  }

  /**
   * While nobody else of this program uses the file; others may have it open all the same.
   *
   * @throws HistoryUnavailable if the file cannot be used
   */
  <T> T exclusively(Work<T> work) {
    return guarded(patience -> exclusively(work, patience));
  }

  /**
   * While nobody of this program writes to the file.
   *
   * @throws HistoryUnavailable if the file cannot be used
   */
  <T> T shared(Work<T> work) {
    return guarded(patience -> shared(work, patience));
  }

  @SuppressWarnings("try") // the lock is held, and not spoken to
  private <T> T exclusively(Work<T> work, Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    Path file = DuckDbStore.realPath(database());
    try (StoreLock.Held lock = StoreLock.of(file).exclusively(patience)) {
      return work.on(file, patience);
    }
  }

  @SuppressWarnings("try") // the lock is held, and not spoken to
  private <T> T shared(Work<T> work, Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    Path file = DuckDbStore.realPath(database());
    try (StoreLock.Held lock = StoreLock.of(file).shared(patience)) {
      return work.on(file, patience);
    }
  }

  private <T> T guarded(Guard.Action<T> action) {
    Patience patience =
        new Patience(
            settings.patience(),
            holder -> settings.remarks().accept(Breakdown.waiting(database(), holder)));
    try {
      return Guard.run(database(), patience, action);
    } catch (UncheckedIOException e) {
      throw Breakdown.of(database(), e);
    }
  }
}
