package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.history.FileRefused;

/**
 * The rows of a Parquet file that has exactly the columns of the table. The driver makes the texts
 * of a whole block of rows at once, so it is seen to before that no block is too long.
 */
final class ParquetSource implements RowSource {

  private static final Logger LOG = LoggerFactory.getLogger(ParquetSource.class);
  private static final int BLOCK_ROWS = 2_048;
  private static final int PATIENCE_SECONDS = 600;

  private final Path file;
  private final ExportTable<?> table;
  private final DuckDBConnection connection;
  private @Nullable PreparedStatement statement;
  private @Nullable ResultSet rows;
  private final boolean ofTree;
  private int width;
  private long row;

  private ParquetSource(
      Path file, ExportTable<?> table, DuckDBConnection connection, boolean ofTree) {
    this.file = file;
    this.table = table;
    this.connection = connection;
    this.ofTree = ofTree;
  }

  /**
   * @param engine what reads the file, on a connection of its own
   */
  static ParquetSource open(Path file, ExportTable<?> table, DuckDBConnection engine)
      throws SQLException {
    return open(file, table, engine, false);
  }

  /**
   * A file of a fleet's tree, whose rows name their format.
   *
   * @param engine what reads the file, on a connection of its own
   */
  static ParquetSource ofTree(Path file, ExportTable<?> table, DuckDBConnection engine)
      throws SQLException {
    return open(file, table, engine, true);
  }

  private static ParquetSource open(
      Path file, ExportTable<?> table, DuckDBConnection engine, boolean ofTree)
      throws SQLException {
    ParquetSource source =
        new ParquetSource(file, table, engine.duplicate().unwrap(DuckDBConnection.class), ofTree);
    try {
      source.begin();
      return source;
    } catch (SQLException e) {
      source.close();
      throw source.unreadable(e);
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    row++;
    try {
      return rows != null && rows.next() ? values(rows) : null;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Whether it has every column of the table, even those that a row may lack. */
  boolean isComplete() {
    return width == table.columns().size();
  }

  @Override
  public ExportFault fault(String reason, @Nullable Throwable cause) {
    return new ExportFault(file, row == 0 ? "" : "row " + row, reason, cause);
  }

  @Override
  public void close() {
    close(rows);
    close(statement);
    close(connection);
  }

  private static void close(@Nullable AutoCloseable resource) {
    try {
      if (resource != null) {
        resource.close();
      }
    } catch (Exception e) {
      LOG.debug("A reader of Parquet did not close in order", e);
    }
  }

  private void begin() throws SQLException {
    requireColumns();
    requireReadableTexts();
    statement =
        prepared(
            "SELECT %s FROM read_parquet(?, hive_partitioning = false)"
                .formatted(
                    table.joined(width, column -> column.type().fromParquet(column.name()))));
    rows = statement.executeQuery();
  }

  private void requireColumns() throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement query =
            prepared(
                "SELECT column_name || ' ' || column_type"
                    + " FROM (DESCRIBE SELECT * FROM read_parquet(?, hive_partitioning = false))");
        ResultSet columns = query.executeQuery()) {
      while (columns.next()) {
        found.add(columns.getString(1));
      }
    }
    if (ofTree && found.remove(FleetTables.FORMAT + " INTEGER")) {
      requireKnownFormat();
    } else if (ofTree) {
      throw fault("it does not say which format it has", null);
    }
    if (!table.isWrittenAs(found, column -> column.name() + " " + column.type().parquetType())) {
      throw fault("it does not have the columns of " + table.name(), null);
    }
    width = found.size();
  }

  private void requireKnownFormat() throws SQLException {
    try (PreparedStatement query =
            prepared(
                "SELECT max(format) FROM read_parquet(?, hive_partitioning = false)"
                    + " HAVING max(format) > "
                    + FleetRow.FORMAT);
        ResultSet answer = query.executeQuery()) {
      if (answer.next()) {
        throw new ExportFault(
            new FileRefused(
                file,
                "",
                "it was written by a newer update-all (format %d, this one knows %d)"
                    .formatted(answer.getInt(1), FleetRow.FORMAT),
                "Update this one."),
            null);
      }
    }
  }

  private void requireReadableTexts() throws SQLException {
    String length =
        table.columns().stream()
            .limit(width)
            .filter(column -> column.type().parquetType().equals("VARCHAR"))
            .map(column -> "coalesce(strlen(%s), 0)".formatted(column.name()))
            .reduce((left, right) -> left + " + " + right)
            .orElse("0");
    try (PreparedStatement query =
            prepared(
                """
                SELECT max(total) > %d FROM (
                    SELECT sum(%s) AS total FROM read_parquet(?, file_row_number = true, hive_partitioning = false)
                    GROUP BY file_row_number // %d)
                """
                    .formatted(ExportReading.MAX_RUN_LENGTH, length, BLOCK_ROWS));
        ResultSet answer = query.executeQuery()) {
      if (answer.next() && answer.getBoolean(1)) {
        throw fault("it has texts that are too long to be read", null);
      }
    }
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(sql);
    prepared.setQueryTimeout(PATIENCE_SECONDS);
    prepared.setString(1, literally(file));
    return prepared;
  }

  /** The path, of which no character stands for others. */
  private static String literally(Path file) {
    return file.toString().replaceAll("([*?\\[])", "[$1]");
  }

  private @Nullable Object[] values(ResultSet current) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[table.columns().size()];
    for (int i = 0; i < width; i++) {
      values[i] = value(table.columns().get(i), current, i + 1);
    }
    return values;
  }

  private @Nullable Object value(ExportColumn column, ResultSet current, int position)
      throws SQLException {
    try {
      return column.type().optionalColumn(current, position);
    } catch (IllegalArgumentException e) {
      throw fault(column.name() + " " + e.getMessage(), e);
    }
  }

  private ExportFault unreadable(SQLException e) {
    return fault("it cannot be read as Parquet: " + words(e), e);
  }

  /** What the engine says, without the statement and the names of its classes. */
  static String words(SQLException e) {
    return Breakdown.clause(e).replaceFirst(" LINE \\d+:.*", "").replaceAll("\\w*Exception: ", "");
  }
}
