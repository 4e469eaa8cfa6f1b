package org.updateall.adapters.duckdb;

import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of exported tables hold, in Java, in SQL and as text. An instant is text in the
 * form of ISO 8601 with a Z, and in Parquet a timestamp that is told to be UTC; an identity is text
 * everywhere, for few programs know it otherwise. Numbers are texts of full precision.
 */
enum ColumnType {
  IDENTITY(UUID.class, "UUID", "VARCHAR", "CAST(%s AS VARCHAR)", "%s") {
    @Override
    Object parse(String text) {
      return identity(text);
    }

    @Override
    Object column(ResultSet row, int position) throws SQLException {
      return identity(row.getString(position));
    }
  },
  TIME(
      Instant.class,
      "TIMESTAMP",
      "TIMESTAMP WITH TIME ZONE",
      "%s AT TIME ZONE 'UTC'",
      "epoch_us(%s)") {
    @Override
    Object parse(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("is no time with a zone: " + excerpt(text), e);
      }
    }

    @Override
    Object column(ResultSet row, int position) throws SQLException {
      return Instant.EPOCH.plus(row.getLong(position), ChronoUnit.MICROS);
    }
  },
  TEXT(String.class, "VARCHAR", "VARCHAR", "%s", "%s") {
    @Override
    Object parse(String text) {
      return text;
    }

    @Override
    Object column(ResultSet row, int position) throws SQLException {
      return row.getString(position);
    }
  },
  INTEGER(Integer.class, "INTEGER", "INTEGER", "%s", "%s") {
    @Override
    Object parse(String text) {
      return whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE).intValue();
    }

    @Override
    Object column(ResultSet row, int position) throws SQLException {
      return row.getInt(position);
    }
  },
  LONG(Long.class, "BIGINT", "BIGINT", "%s", "%s") {
    @Override
    Object parse(String text) {
      return whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Override
    Object column(ResultSet row, int position) throws SQLException {
      return row.getLong(position);
    }
  },
  DOUBLE(Double.class, "DOUBLE", "DOUBLE", "%s", "%s") {
    @Override
    Object parse(String text) {
      if (!NUMBER.matcher(text).matches()) {
        throw new IllegalArgumentException("is no number: " + excerpt(text));
      }
      return Double.valueOf(text);
    }

    @Override
    Object column(ResultSet row, int position) throws SQLException {
      return row.getDouble(position);
    }
  },
  NUMBERS(List.class, "VARCHAR", "DOUBLE[]", "CAST(%s AS DOUBLE[])", "CAST(%s AS VARCHAR)") {
    @Override
    Object parse(String text) {
      if (!text.startsWith("[") || !text.endsWith("]")) {
        throw new IllegalArgumentException("is no list: " + excerpt(text));
      }
      return text.length() == 2
          ? List.of()
          : Arrays.stream(text.substring(1, text.length() - 1).split(", ", -1))
              .map(DOUBLE::parse)
              .toList();
    }

    @Override
    Object column(ResultSet row, int position) throws SQLException {
      return parse(row.getString(position));
    }
  },
  TRUTH(Boolean.class, "BOOLEAN", "BOOLEAN", "%s", "%s") {
    @Override
    Object parse(String text) {
      if (!text.equals("true") && !text.equals("false")) {
        throw new IllegalArgumentException("is neither true nor false: " + excerpt(text));
      }
      return Boolean.valueOf(text);
    }

    @Override
    Object column(ResultSet row, int position) throws SQLException {
      return row.getBoolean(position);
    }
  };

  private static final int EXCERPT_LENGTH = 60;
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][-+]?[0-9]{1,10})?");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

  private final Class<?> javaType;
  private final String tableType;
  private final String parquetType;
  private final String toParquet;
  private final String fromParquet;

  ColumnType(
      Class<?> javaType,
      String tableType,
      String parquetType,
      String toParquet,
      String fromParquet) {
    this.javaType = javaType;
    this.tableType = tableType;
    this.parquetType = parquetType;
    this.toParquet = toParquet;
    this.fromParquet = fromParquet;
  }

  static ColumnType of(RecordComponent component) {
    Class<?> type = MethodType.methodType(component.getType()).wrap().returnType();
    for (ColumnType each : values()) {
      if (each.javaType == type) {
        return each;
      }
    }
    throw new IllegalArgumentException("no column can hold " + component);
  }

  /** Its type in a table of this program. */
  String tableType() {
    return tableType;
  }

  /** Its type in a Parquet file, as DuckDB calls it. */
  String parquetType() {
    return parquetType;
  }

  /** How a column of a table is written to Parquet. */
  String toParquet(String column) {
    return toParquet.formatted(column);
  }

  /** How a column of Parquet is read, for {@link #column}. */
  String fromParquet(String column) {
    return fromParquet.formatted(column);
  }

  /**
   * What a text stands for; every value that {@link Object#toString} makes a text of comes back.
   *
   * @throws IllegalArgumentException if it stands for nothing of this type; the message ends a
   *     sentence that the column's name begins
   */
  abstract Object parse(String text);

  /** The value in a column that is not NULL. */
  abstract Object column(ResultSet row, int position) throws SQLException;

  /** The value in a column. */
  @Nullable Object optionalColumn(ResultSet row, int position) throws SQLException {
    return row.getObject(position) == null ? null : column(row, position);
  }

  private static UUID identity(String text) {
    if (text.length() == 36) {
      UUID id = UUID.fromString(text);
      if (id.toString().equals(text.toLowerCase(Locale.ROOT))) {
        return id;
      }
    }
    throw new IllegalArgumentException("is no UUID: " + excerpt(text));
  }

  private static Long whole(String text, long least, long greatest) {
    if (WHOLE.matcher(text).matches()) {
      try {
        long value = Long.parseLong(text);
        if (value >= least && value <= greatest) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("is too great: " + excerpt(text), e);
      }
    }
    throw new IllegalArgumentException("is no whole number in range: " + excerpt(text));
  }

  static String excerpt(String text) {
    return text.length() > EXCERPT_LENGTH ? text.substring(0, EXCERPT_LENGTH) + "…" : text;
  }
}
