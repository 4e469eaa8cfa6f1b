package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.updateall.domain.exchange.ExchangeFormat;

/**
 * The tables of an export as Parquet files. The rows go into a scratch database beside the files
 * first: the one that holds the history may reach no other file, and Parquet is written in columns.
 */
final class ParquetTables implements TableSink.TableWriter {

  private final Path directory;
  private final Path scratch;
  private final DuckDBConnection connection;

  ParquetTables(Path directory) throws SQLException {
    this.directory = directory;
    this.scratch = directory.resolve("scratch.duckdb");
    this.connection = Engine.scratch(scratch);
    try (Statement statement = connection.createStatement()) {
      for (ExportTable<?> table : ExportTable.all()) {
        create(table, statement);
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public <R extends Record> void write(ExportTable<R> table, List<R> rows) throws SQLException {
    new ScratchAppender(connection).append(table.name(), table.type(), rows);
  }

  @Override
  public void finish() throws IOException, SQLException {
    try (Statement statement = connection.createStatement()) {
      for (ExportTable<?> table : ExportTable.all()) {
        copy(table, directory.resolve(table.fileName(ExchangeFormat.PARQUET)), statement);
      }
    }
    connection.close();
    Files.delete(scratch);
    Files.deleteIfExists(directory.resolve("scratch.duckdb.wal"));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  static void create(ExportTable<?> table, Statement statement) throws SQLException {
    statement.execute(
        "CREATE TABLE %s (%s)".formatted(table.name(), table.joined(ExportColumn::definition)));
  }

  /** Writes all rows of a table, in the order in which they were added. */
  static void copy(ExportTable<?> table, Path file, Statement statement) throws SQLException {
    copy(table, "", file, statement);
  }

  /**
   * The same.
   *
   * @param further columns after those of the table, each after a comma
   */
  static void copy(ExportTable<?> table, String further, Path file, Statement statement)
      throws SQLException {
    statement.execute(
        "COPY (SELECT %s%s FROM %s) TO '%s' (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)"
            .formatted(
                table.joined(
                    column -> column.type().toParquet(column.name()) + " AS " + column.name()),
                further,
                table.name(),
                file.toString().replace("'", "''")));
  }
}
