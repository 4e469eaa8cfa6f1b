package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.storage.StoreSummary;

/** Reads the state of a database, of whatever version of its tables. */
final class SummaryReading {

  private final Custody custody;
  private final Path database;
  private final Schema schema;

  SummaryReading(Custody custody, Schema schema) {
    this.custody = custody;
    this.database = custody.database();
    this.schema = schema;
  }

  StoreSummary summary(Path file, Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    DuckDbStore.requireFile(database);
    try (Handle handle = Engine.open(custody.reader(file), patience)) {
      int version = schema.version(handle, database);
      String catalog = text(handle, "SELECT current_database()");
      return new StoreSummary(
          database,
          Files.size(file),
          Journal.size(file),
          version,
          text(handle, "SELECT version()"),
          text(
              handle,
              "SELECT coalesce(tags['storage_version'], '?') FROM duckdb_databases()"
                  + " WHERE database_name = current_database()"),
          StoredTables.rows(handle, catalog),
          time(handle, "SELECT min(start_time) FROM runs"),
          time(handle, "SELECT max(start_time) FROM runs"));
    }
  }

  private static String text(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(String.class).one();
  }

  private static @Nullable Instant time(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Instant.class).findFirst().orElse(null);
  }
}
