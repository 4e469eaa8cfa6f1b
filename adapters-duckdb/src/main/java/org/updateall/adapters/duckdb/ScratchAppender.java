package org.updateall.adapters.duckdb;

import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Fills tables of a scratch database, from which Parquet is made, with rows of any kind, their
 * components in the order of the columns. What is lost here can be exported again, so there is no
 * transaction; the history itself is written by {@link RunAppender} alone.
 */
final class ScratchAppender {

  private static final String SCHEMA = "main";

  private final DuckDBConnection connection;

  ScratchAppender(Connection connection) throws SQLException {
    this.connection = connection.unwrap(DuckDBConnection.class);
  }

  /**
   * Errors come at the flush; close() after a failed flush says nothing, so it must be explicit.
   */
  <R extends Record> void append(String table, Class<R> type, List<R> rows) throws SQLException {
    RecordComponent[] columns = type.getRecordComponents();
    try (DuckDBAppender appender = connection.createAppender(SCHEMA, table)) {
      for (R row : rows) {
        appender.beginRow();
        for (RecordComponent column : columns) {
          append(appender, Columns.valueOf(row, column));
        }
        appender.endRow();
      }
      appender.flush();
    }
  }

  private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof UUID id) {
      appender.append(id);
    } else if (value instanceof Instant time) {
      appender.append(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    } else if (value instanceof String text) {
      appender.append(text);
    } else if (value instanceof List<?> numbers) {
      appender.append(numbers.toString());
    } else if (value instanceof Integer number) {
      appender.append(number.intValue());
    } else if (value instanceof Long number) {
      appender.append(number.longValue());
    } else if (value instanceof Boolean truth) {
      appender.append(truth.booleanValue());
    } else {
      appender.append(((Double) value).doubleValue());
    }
  }
}
