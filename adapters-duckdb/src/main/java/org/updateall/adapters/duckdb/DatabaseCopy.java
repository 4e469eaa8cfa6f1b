package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.updateall.domain.storage.TableRows;

/**
 * A database written anew by the engine from another one, with its tables, their rows and its
 * views: of one moment, without a journal, and without the space of what was removed.
 */
final class DatabaseCopy {

  /** What DuckDB takes by itself. */
  private static final int LARGE_BLOCK = 256 << 10;

  /** Leaves less room empty at the end of each table, and compresses less of a large one. */
  private static final int SMALL_BLOCK = 64 << 10;

  private static final long LARGE = 8 << 20;

  /** What is done once the copy is whole, while the source is still kept from others. */
  interface Sequel {
    void run() throws IOException;
  }

  private DatabaseCopy() {}

  /**
   * @param source a database that nobody of this program has open; read only
   * @param draft where the copy grows
   * @param sequel what is then to be done with the draft
   * @return the rows of each table, the same on both sides
   */
  static List<TableRows> of(Path source, DatabaseDraft draft, Patience patience, Sequel sequel)
      throws IOException, StoreBusy, InterruptedException {
    int blockSize = Files.size(source) < LARGE ? SMALL_BLOCK : LARGE_BLOCK;
    try (Handle handle =
        Engine.open(
            Engine.attaching(source, draft.file(), blockSize, draft.scratch("spill")), patience)) {
      handle.execute("COPY FROM DATABASE %s TO %s".formatted(Engine.SOURCE, Engine.TARGET));
      List<TableRows> rows = StoredTables.rows(handle, Engine.SOURCE);
      requireSame(rows, StoredTables.rows(handle, Engine.TARGET));
      handle.execute("DETACH " + Engine.TARGET);
      sequel.run();
      return rows;
    }
  }

  private static void requireSame(List<TableRows> source, List<TableRows> copy) throws IOException {
    if (!source.equals(copy)) {
      throw new IOException("the copy has %s where there were %s".formatted(copy, source));
    }
  }
}
