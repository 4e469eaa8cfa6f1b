package org.updateall.adapters.system.importing;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of an answer of SQLite, whose columns may hold values of any type: what is not of the type
 * that is asked for is absent.
 */
final class SqliteRow {

  /** Is shown rows. */
  @FunctionalInterface
  interface Visitor {

    /** A row, which is there until this returns. */
    void row(SqliteRow row) throws IOException;
  }

  private final ResultSet answer;

  SqliteRow(ResultSet answer) {
    this.answer = answer;
  }

  /** The whole number in a column, also one that is written as text. */
  @Nullable Long number(String column) throws IOException {
    Object value = value(column);
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    try {
      return value instanceof String text ? Long.valueOf(text) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The text in a column. */
  @Nullable String text(String column) throws IOException {
    return value(column) instanceof String text ? text : null;
  }

  private @Nullable Object value(String column) throws IOException {
    try {
      return answer.getObject(column);
    } catch (SQLException e) {
      throw SqliteFailures.of(e);
    }
  }
}
