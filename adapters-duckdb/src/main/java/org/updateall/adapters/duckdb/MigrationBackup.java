package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a database as it is before its tables are changed, beside it. A migration is one
 * transaction and needs no backup to fail safely; this is for one that succeeds and is wrong.
 */
final class MigrationBackup {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationBackup.class);

  private MigrationBackup() {}

  /** Where a database is kept before it is brought to that version. */
  static Path of(Path file, int version) {
    return file.resolveSibling(
        String.format(Locale.ROOT, "%s.before-v%d", file.getFileName(), version));
  }

  /** Takes the place of one that was kept before the same migration, which then failed. */
  static void keep(Path file, int version, Patience patience)
      throws IOException, StoreBusy, InterruptedException {
    Path backup = of(file, version);
    try (DatabaseDraft draft = DatabaseDraft.under(backup, ".draft")) {
      DatabaseCopy.of(file, draft, patience, draft::replace);
    }
    LOG.info("Kept the database as it was before schema version {} as {}", version, backup);
  }
}
