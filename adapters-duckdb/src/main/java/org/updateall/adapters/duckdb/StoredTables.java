package org.updateall.adapters.duckdb;

import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.updateall.domain.storage.TableRows;

/** The tables of a database, whatever they are. */
final class StoredTables {

  /** How every table of this program is called; nothing else ever becomes part of a statement. */
  private static final Pattern NAME = Pattern.compile("[a-z_]+");

  private StoredTables() {}

  /** The names of the tables of this program in that attached database, in their order. */
  static List<String> names(Handle handle, String catalog) {
    return handle
        .createQuery(
            "SELECT table_name FROM duckdb_tables()"
                + " WHERE database_name = :catalog AND NOT internal ORDER BY table_name")
        .bind("catalog", catalog)
        .mapTo(String.class)
        .filter(name -> NAME.matcher(name).matches())
        .list();
  }

  /** Whether the database that is open has a ledger of predictions; those before V3 have none. */
  static boolean hasLedger(Handle handle) {
    String current = handle.createQuery("SELECT current_database()").mapTo(String.class).one();
    return names(handle, current).contains(LedgerTable.NAME);
  }

  static List<TableRows> rows(Handle handle, String catalog) {
    return names(handle, catalog).stream()
        .map(table -> new TableRows(table, count(handle, catalog, table)))
        .toList();
  }

  static long count(Handle handle, String catalog, String table) {
    return handle
        .createQuery(
            "SELECT count(*) FROM \"%s\".\"%s\"".formatted(catalog.replace("\"", "\"\""), table))
        .mapTo(Long.class)
        .one();
  }

  /** Reads every value of the table, past all that is only counted. */
  static void scan(Handle handle, String table) {
    handle
        .createQuery("SELECT CAST(max(hash(t)) AS VARCHAR) FROM \"%s\" AS t".formatted(table))
        .mapTo(String.class)
        .findFirst();
  }
}
