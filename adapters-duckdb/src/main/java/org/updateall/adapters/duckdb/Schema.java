package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.updateall.adapters.duckdb.MigrationTable.Applied;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryUnavailable;

/**
 * The tables that this program knows, reached by migrations 1, 2, ... in their order. A migration
 * that was ever released is never changed: its checksum is kept in every database.
 */
final class Schema {

  private final List<Migration> migrations;

  Schema(List<Migration> migrations) {
    this.migrations = List.copyOf(migrations);
  }

  /** The schema of this version of the program. */
  static Schema current() {
    return new Schema(
        List.of(
            Migration.fromResource("V1__runs_and_models.sql"),
            Migration.fromResource("V2__performance_and_accuracy.sql"),
            Migration.fromResource("V3__prediction_ledger.sql"),
            Migration.fromResource("V4__provenance.sql")));
  }

  /** The version that a database has when nothing is pending. */
  int version() {
    return migrations.size();
  }

  /** Makes the tables in an empty database. */
  void create(Handle handle, Instant now) throws SQLException {
    handle.attach(MigrationTable.class).create();
    apply(handle, migrations, now);
  }

  /**
   * Whether the database needs no migration.
   *
   * @throws HistoryUnavailable if the database is not one that this program made, or knows
   */
  boolean isCurrent(Handle handle, Path database) {
    return pending(handle, database).isEmpty();
  }

  /**
   * Applies what is missing; all within the transaction that is open.
   *
   * @throws HistoryUnavailable if the database is not one that this program made, or knows
   */
  void bringUpToDate(Handle handle, Path database, Instant now) throws SQLException {
    apply(handle, pending(handle, database), now);
  }

  /**
   * The version of the tables in an open database.
   *
   * @throws HistoryUnavailable if the database is not one that this program made, or knows
   */
  int version(Handle handle, Path database) {
    return migrations.size() - pending(handle, database).size();
  }

  /**
   * Looks at a file that is about to be copied or changed as a whole.
   *
   * @throws HistoryUnavailable if the database is not one that this program made, or knows
   */
  void requireOwn(Path file, Path database, Patience patience)
      throws StoreBusy, InterruptedException {
    try (Handle handle = Engine.open(Engine.reader(file), patience)) {
      List<Migration> unused = pending(handle, database);
    }
  }

  private List<Migration> pending(Handle handle, Path database) {
    requireOwn(handle, database);
    List<Applied> applied = MigrationTable.applied(handle);
    requireKnown(applied, database);
    return migrations.subList(applied.size(), migrations.size());
  }

  /** Whether the Python update-all made the database. */
  static boolean isMadeByPython(Handle handle) {
    Set<String> tables = MigrationTable.tables(handle);
    return !tables.contains(MigrationTable.NAME) && tables.containsAll(PythonTables.NAMES);
  }

  private static void requireOwn(Handle handle, Path database) {
    if (MigrationTable.tables(handle).contains(MigrationTable.NAME)) {
      return;
    }
    if (!isMadeByPython(handle)) {
      throw Breakdown.foreign(database);
    }
    throw handle.attach(PythonTables.class).counts().equals(HistoryCounts.NONE)
        ? new EmptyPythonDatabase()
        : Breakdown.madeByPython(database);
  }

  private void requireKnown(List<Applied> applied, Path database) {
    for (int i = 0; i < applied.size(); i++) {
      int version = applied.get(i).version();
      if (version > migrations.size()) {
        throw Breakdown.newer(database, version, migrations.size());
      }
      Migration known = migrations.get(i);
      if (version != known.version() || !applied.get(i).checksum().equals(known.checksum())) {
        throw Breakdown.changed(database, version);
      }
    }
  }

  private static void apply(Handle handle, List<Migration> migrations, Instant now)
      throws SQLException {
    for (Migration migration : migrations) {
      try (Statement statement = handle.getConnection().createStatement()) {
        statement.execute(migration.sql());
      }
      handle.attach(MigrationTable.class).insert(Applied.of(migration, now));
    }
  }
}
