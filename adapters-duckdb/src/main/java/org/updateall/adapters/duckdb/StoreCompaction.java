package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.storage.Compaction;

/**
 * Writes the database anew and puts the new file in the place of the old one.
 *
 * <p>The journal is taken into the old file first, and must be gone: beside the new file it would
 * be taken for its own. The old file stays open for reading until the new one has its place, so
 * that nobody, not even a program that knows nothing of our lock, changes the old one in between.
 */
final class StoreCompaction {

  private static final Logger LOG = LoggerFactory.getLogger(StoreCompaction.class);
  private static final String DRAFT = ".compacting";

  private final Path database;
  private final Schema schema;

  StoreCompaction(Path database, Schema schema) {
    this.database = database;
    this.schema = schema;
  }

  Compaction compact(Path file, Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    DuckDbStore.requireFile(database);
    schema.requireOwn(file, database, patience);
    long before = Files.size(file) + Journal.size(file);
    takeInJournal(file, patience);
    try (DatabaseDraft draft = DatabaseDraft.under(file, DRAFT)) {
      DatabaseCopy.of(file, draft, patience, draft::replace);
    }
    Compaction compaction = new Compaction(database, before, Files.size(file));
    LOG.atInfo()
        .addKeyValue("before", before)
        .addKeyValue("after", compaction.bytesAfter())
        .log("compacted {}", database);
    return compaction;
  }

  /** Leaves the file without a journal. */
  static void takeInJournal(Path file, Patience patience)
      throws IOException, StoreBusy, InterruptedException {
    if (Files.notExists(Journal.beside(file))) {
      return;
    }
    try (Handle handle = Engine.open(Engine.writer(file), patience)) {
      handle.execute("CHECKPOINT");
    }
    if (Journal.size(file) == 0) {
      Files.deleteIfExists(Journal.beside(file));
    }
    if (Files.exists(Journal.beside(file))) {
      throw Breakdown.journalLeft(file);
    }
  }
}
