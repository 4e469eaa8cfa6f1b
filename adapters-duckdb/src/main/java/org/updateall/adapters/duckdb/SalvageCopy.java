package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.HistoryUnavailable;

/**
 * A copy of a damaged database and its journal, of which so much is cut off or put right that the
 * engine opens it.
 *
 * <p>A journal is cut where the engine finds it damaged: all that was stored before is whole. A
 * database begins with three blocks of 4 KiB: what kind of file it is, which is the same in all of
 * this program, and two accounts of what is where, of which the engine takes the newer one but
 * wants to read both. Where one is damaged the other stands in for it.
 */
final class SalvageCopy {

  private static final int BLOCK = 4096;
  private static final int KIND = 0;
  private static final int FIRST_ACCOUNT = 1;
  private static final int SECOND_ACCOUNT = 2;

  /** A beginning to try: which blocks of those at hand, in the order of the file. */
  private record Beginning(boolean freshKind, int first, int second) {}

  private final Path database;
  private final Path file;
  private final Losses losses;
  private final Deque<Beginning> beginnings =
      new ArrayDeque<>(
          List.of(
              new Beginning(false, SECOND_ACCOUNT, SECOND_ACCOUNT),
              new Beginning(false, FIRST_ACCOUNT, FIRST_ACCOUNT),
              new Beginning(true, FIRST_ACCOUNT, SECOND_ACCOUNT),
              new Beginning(true, SECOND_ACCOUNT, SECOND_ACCOUNT),
              new Beginning(true, FIRST_ACCOUNT, FIRST_ACCOUNT)));

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
      throws IOException, SQLException, StoreBusy, InterruptedException {
    Files.copy(database, file);
    if (Files.exists(Journal.beside(database))) {
      Files.copy(Journal.beside(database), Journal.beside(file));
    }
    new SalvageCopy(database, file, losses).mend();
    return file;
  }

  private void mend() throws IOException, SQLException, StoreBusy, InterruptedException {
    if (Journal.mendBeginning(Journal.beside(file))) {
      losses.note("The beginning of the journal was damaged, and was put right");
    }
    byte[] original = beginning(file);
    boolean headed = false;
    JdbiException failure = failure();
    while (failure != null) {
      if (Breakdown.isJournalDamage(failure)) {
        cutJournal(failure);
      } else if (original.length < 3 * BLOCK || beginnings.isEmpty()) {
        throw Breakdown.beyondRepair(database, failure);
      } else {
        write(beginnings.remove(), original);
        headed = true;
      }
      failure = failure();
    }
    if (headed) {
      losses.add(
          "The beginning of the file was damaged; what was stored last may be missing",
          "the first 12 KiB of the file");
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

  private void write(Beginning beginning, byte[] original)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    byte[] kind = beginning.freshKind() ? freshBeginning() : original;
    ByteBuffer blocks =
        ByteBuffer.allocate(3 * BLOCK)
            .put(kind, KIND, BLOCK)
            .put(original, beginning.first() * BLOCK, BLOCK)
            .put(original, beginning.second() * BLOCK, BLOCK)
            .flip();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(blocks, 0);
    }
  }

  /** As every database of this program begins. */
  private byte[] freshBeginning()
      throws IOException, SQLException, StoreBusy, InterruptedException {
    Path fresh = file.resolveSibling("fresh.duckdb");
    if (Files.notExists(fresh)) {
      try (Handle handle = Engine.open(Engine.creator(fresh), Patience.none())) {
        handle.execute("CREATE TABLE t (i INTEGER)");
      }
    }
    return beginning(fresh);
  }

  private static byte[] beginning(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      return stream.readNBytes(3 * BLOCK);
    }
  }
}
