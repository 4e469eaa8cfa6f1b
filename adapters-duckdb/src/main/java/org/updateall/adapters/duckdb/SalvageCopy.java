package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.HistoryUnavailable;

/**
 * A copy of a damaged database and its journal, of which so much is put right or cut off that the
 * engine opens it. A journal is cut where the engine finds it damaged: all that was stored before
 * is whole.
 */
final class SalvageCopy {

  private final Path database;
  private final Path file;
  private final Losses losses;

  private SalvageCopy(Path database, Path file, Losses losses) {
    this.database = database;
    this.file = file;
    this.losses = losses;
  }

  /**
   * Copies a database that nobody of this process has open, and puts the copy right.
   *
   * @throws HistoryUnavailable if it cannot be opened whatever is done
   */
  static Path opened(Path database, Path file, Losses losses)
      throws IOException, StoreBusy, InterruptedException {
    Files.copy(database, file);
    if (Files.exists(Journal.beside(database))) {
      Files.copy(Journal.beside(database), Journal.beside(file));
    }
    new SalvageCopy(database, file, losses).mend();
    return file;
  }

  private void mend() throws IOException, StoreBusy, InterruptedException {
    if (Journal.mendBeginning(Journal.beside(file))) {
      losses.note("The beginning of the journal was damaged, and was put right");
    }
    BlockMending.mend(file, fresh(), losses);
    JdbiException failure = failure();
    while (failure != null) {
      if (!Breakdown.isJournalDamage(failure)) {
        throw Breakdown.beyondRepair(database, failure);
      }
      cutJournal(failure);
      failure = failure();
    }
  }

  /** Why the copy cannot be opened; null if it can. */
  private @Nullable JdbiException failure() throws StoreBusy, InterruptedException {
    try (Handle handle = Engine.open(Engine.reader(file), Patience.none())) {
      List<String> unused = StoredTables.names(handle, "");
      return null;
    } catch (JdbiException e) {
      return e;
    }
  }

  /** Each cut is shorter than the one before, so that there is an end to it. */
  private void cutJournal(JdbiException failure) throws IOException {
    Path journal = Journal.beside(file);
    if (Files.notExists(journal)) {
      throw Breakdown.beyondRepair(database, failure);
    }
    long size = Files.size(journal);
    OptionalLong place = Breakdown.damagedJournalPlace(failure);
    if (place.isPresent() && place.getAsLong() < size) {
      try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
        channel.truncate(place.getAsLong());
      }
      losses.add(
          "The journal is damaged; what was stored behind that place is lost",
          "byte %d of %d".formatted(place.getAsLong(), size));
    } else {
      Files.delete(journal);
      losses.add(
          "The journal cannot be read; the changes in it are lost", "%d bytes".formatted(size));
    }
  }

  /** A database of the same kind. */
  private Path fresh() throws StoreBusy, InterruptedException {
    Path fresh = file.resolveSibling("fresh.duckdb");
    try (Handle handle = Engine.open(Engine.creator(fresh), Patience.none())) {
      handle.execute("CREATE TABLE t (i INTEGER)");
    }
    return fresh;
  }
}
