package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.FleetRow;

/** Files of a fleet as any program writes and reads them: with nothing but the engine itself. */
final class FleetParquet {

  private static final List<RecordComponent> COLUMNS =
      List.of(FleetRow.class.getRecordComponents());

  private FleetParquet() {}

  /** Writes all columns of these rows, in their order. */
  static void write(Path file, List<FleetRow> rows) throws IOException, SQLException {
    write(file, rows, joined(FleetParquet::selected));
  }

  /** Writes what is selected of a table {@code rows} that holds the columns of these rows. */
  static void write(Path file, List<FleetRow> rows, String selection)
      throws IOException, SQLException {
    Files.createDirectories(file.resolveSibling(""));
    try (DuckDBConnection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 1");
      statement.execute(
          "CREATE TABLE rows (%s)".formatted(joined(each -> name(each) + " " + type(each))));
      try (DuckDBAppender appender = connection.createAppender("main", "rows")) {
        for (FleetRow row : rows) {
          append(row, appender);
        }
        appender.flush();
      }
      statement.execute(
          "COPY (SELECT %s FROM rows) TO '%s' (FORMAT parquet)".formatted(selection, quoted(file)));
    }
  }

  /** Writes what a statement gives. */
  static void writeQuery(Path file, String query) throws IOException, SQLException {
    Files.createDirectories(file.resolveSibling(""));
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, quoted(file)));
    }
  }

  /** What a statement gives, each row as texts. */
  static List<List<@Nullable String>> read(String query) throws SQLException {
    List<List<@Nullable String>> rows = new ArrayList<>();
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      int width = answer.getMetaData().getColumnCount();
      while (answer.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          row.add(answer.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  static DuckDBConnection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
  }

  /** Something of each column, joined with commas. */
  static String joined(Function<RecordComponent, String> part) {
    return COLUMNS.stream().map(part).collect(Collectors.joining(", "));
  }

  static String selected(RecordComponent column) {
    return column.getType() == Instant.class
        ? "%1$s AT TIME ZONE 'UTC' AS %1$s".formatted(name(column))
        : name(column);
  }

  static String name(RecordComponent column) {
    return column.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  static String quoted(Path file) {
    return file.toString().replace("'", "''");
  }

  private static String type(RecordComponent column) {
    return switch (MethodType.methodType(column.getType()).wrap().returnType().getSimpleName()) {
      case "String" -> "VARCHAR";
      case "Instant" -> "TIMESTAMP";
      case "Integer" -> "INTEGER";
      case "Long" -> "BIGINT";
      case "Double" -> "DOUBLE";
      default -> throw new IllegalArgumentException("no type for " + column);
    };
  }

  private static void append(FleetRow row, DuckDBAppender appender) throws SQLException {
    appender.beginRow();
    for (RecordComponent column : COLUMNS) {
      append(value(column, row), appender);
    }
    appender.endRow();
  }

  private static @Nullable Object value(RecordComponent column, FleetRow row) {
    try {
      return column.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record's components can be read", e);
    }
  }

  private static void append(@Nullable Object value, DuckDBAppender appender) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof String text) {
      appender.append(text);
    } else if (value instanceof Instant time) {
      appender.append(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    } else if (value instanceof Integer number) {
      appender.append(number.intValue());
    } else if (value instanceof Long number) {
      appender.append(number.longValue());
    } else {
      appender.append(((Double) value).doubleValue());
    }
  }
}
