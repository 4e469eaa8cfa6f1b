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
        statement.execute(
            "CREATE TABLE %s (%s)".formatted(table.name(), table.joined(ExportColumn::definition)));
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public <R extends Record> void write(ExportTable<R> table, List<R> rows) throws SQLException {
    new RowAppender(connection).append(table.name(), table.type(), rows);
  }

  @Override
  public void finish() throws IOException, SQLException {
    try (Statement statement = connection.createStatement()) {
      for (ExportTable<?> table : ExportTable.all()) {
        statement.execute(copy(table));
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

  private String copy(ExportTable<?> table) {
    return "COPY (SELECT %s FROM %s) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
        .formatted(
            table.joined(column -> column.type().toParquet(column.name()) + " AS " + column.name()),
            table.name(),
            directory
                .resolve(table.fileName(ExchangeFormat.PARQUET))
                .toString()
                .replace("'", "''"));
  }
}
