package org.updateall.adapters.duckdb;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table of the migrations that a database has seen, and what tells whose database it is. */
interface MigrationTable {

  String NAME = "update_all_migrations";

  /** A migration that was applied. */
  record Applied(int version, String description, String checksum, Instant appliedAt) {

    static Applied of(Migration migration, Instant time) {
      return new Applied(migration.version(), migration.description(), migration.checksum(), time);
    }
  }

  /** The names of all tables. */
  static Set<String> tables(Handle handle) {
    return Set.copyOf(
        Question.ask(
            handle, String.class, "SELECT table_name FROM duckdb_tables() WHERE NOT internal"));
  }

  @SqlUpdate(
      """
      CREATE TABLE update_all_migrations (
          version INTEGER NOT NULL,
          description VARCHAR NOT NULL,
          checksum VARCHAR NOT NULL,
          applied_at TIMESTAMP NOT NULL
      )
      """)
  void create();

  static List<Applied> applied(Handle handle) {
    return Question.ask(
        handle, Applied.class, "SELECT * FROM update_all_migrations ORDER BY version");
  }

  @SqlUpdate(
      "INSERT INTO update_all_migrations VALUES (:version, :description, :checksum, :appliedAt)")
  void insert(@BindRow Applied migration);
}
