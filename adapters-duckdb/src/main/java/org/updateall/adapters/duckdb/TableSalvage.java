package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Copies the rows of a damaged table that can be read into an empty one of the same columns. What
 * cannot be read as a whole is read by halves, down to what the engine keeps together; of rows that
 * still cannot be read, the columns that can, if all that must have a value are among them.
 *
 * <p>The engine is opened anew for each attempt: one that has met damage may refuse all else.
 */
final class TableSalvage {

  /** How many rows the engine keeps together; ranges begin at multiples of it. */
  private static final long ROWS_TOGETHER = 2048;

  /** Where a column without a value means something else than that it is not known. */
  private static final Set<String> WHOLE = Set.of("models", LedgerTable.NAME);

  private final Jdbi both;
  private final Losses losses;

  /**
   * @param damaged the database to read
   * @param raw the database with empty tables
   */
  TableSalvage(Path damaged, Path raw, Path spill, Losses losses) {
    this.both = Engine.attaching(damaged, raw, spill);
    this.losses = losses;
  }

  /**
   * @return how many rows the table had; null if that cannot be told
   */
  @Nullable Long save(String table) throws StoreBusy, InterruptedException {
    Long end = attempt(handle -> number(handle, "SELECT coalesce(max(rowid) + 1, 0) FROM ", table));
    if (end == null) {
      losses.add("Tables cannot be read at all", table);
      return null;
    }
    save(table, 0, end);
    return attempt(handle -> StoredTables.count(handle, Engine.SOURCE, table));
  }

  private void save(String table, long from, long to) throws StoreBusy, InterruptedException {
    if (from >= to || copied(table, "*", from, to)) {
      return;
    }
    if (to - from > ROWS_TOGETHER) {
      long middle = from + (to - from) / 2 / ROWS_TOGETHER * ROWS_TOGETHER;
      long cut = middle == from ? from + ROWS_TOGETHER : middle;
      save(table, from, cut);
      save(table, cut, to);
    } else {
      saveColumns(table, from, to);
    }
  }

  private void saveColumns(String table, long from, long to)
      throws StoreBusy, InterruptedException {
    String rows = "rows %d to %d".formatted(from, to - 1);
    List<String> lost = new ArrayList<>();
    List<String> readable = new ArrayList<>();
    boolean complete = !WHOLE.contains(table);
    for (Column column : columns(table)) {
      boolean read = isReadable(table, column, from, to);
      (read ? readable : lost).add(column.name());
      complete &= read || column.optional();
    }
    if (complete && !readable.isEmpty() && copied(table, String.join(", ", readable), from, to)) {
      losses.add(
          "Columns of the table %s cannot be read, and are absent".formatted(table),
          "%s: %s".formatted(rows, String.join(", ", lost)));
    } else {
      losses.add("Rows of the table %s cannot be read".formatted(table), to - from, rows);
    }
  }

  /** A column; every table's are named as the tables are. */
  private record Column(String name, boolean optional) {}

  private List<Column> columns(String table) throws StoreBusy, InterruptedException {
    List<Column> columns =
        attempt(
            handle ->
                handle
                    .createQuery(
                        "SELECT column_name, is_nullable FROM duckdb_columns()"
                            + " WHERE database_name = :catalog AND table_name = :table"
                            + " ORDER BY column_index")
                    .bind("catalog", Engine.TARGET)
                    .bind("table", table)
                    .map((row, context) -> new Column(row.getString(1), row.getBoolean(2)))
                    .list());
    return columns == null ? List.of() : columns;
  }

  private boolean isReadable(String table, Column column, long from, long to)
      throws StoreBusy, InterruptedException {
    return attempt(
            handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM (SELECT max(hash(%s)) FROM %s.%s%s)"
                            .formatted(column.name(), Engine.SOURCE, table, WHERE))
                    .bind("from", from)
                    .bind("to", to)
                    .mapTo(Long.class)
                    .one())
        != null;
  }

  private static final String WHERE = " WHERE rowid >= :from AND rowid < :to";

  private boolean copied(String table, String columns, long from, long to)
      throws StoreBusy, InterruptedException {
    return attempt(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO %s.%s BY NAME SELECT %s FROM %s.%s%s"
                            .formatted(Engine.TARGET, table, columns, Engine.SOURCE, table, WHERE))
                    .bind("from", from)
                    .bind("to", to)
                    .execute())
        != null;
  }

  private static long number(Handle handle, String sql, String table) {
    return handle.createQuery(sql + Engine.SOURCE + "." + table).mapTo(Long.class).one();
  }

  /** What comes of it; null if the damage is in the way. */
  private <T> @Nullable T attempt(Function<Handle, T> work) throws StoreBusy, InterruptedException {
    try (Handle handle = Engine.open(both, Patience.none())) {
      return work.apply(handle);
    } catch (JdbiException e) {
      if (!Breakdown.isDamage(e)) {
        throw e;
      }
      return null;
    }
  }
}
