package org.updateall.cli;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.SyntheticFleet;
import org.updateall.domain.forecast.Target;

/**
 * Writes the executions of a {@link SyntheticFleet} as the tree that hosts export into, with
 * nothing but the engine itself: for benchmarks and for tests. Some hundred hosts are in memory at
 * a time.
 */
final class SyntheticTree {

  private static final int HOSTS_AT_A_TIME = 200;
  private static final List<RecordComponent> COLUMNS =
      List.of(FleetRow.class.getRecordComponents());

  private final Path table;
  private final DuckDBConnection connection;
  private final UnaryOperator<FleetRow> narrowed;

  private SyntheticTree(Path table, DuckDBConnection connection, UnaryOperator<FleetRow> narrowed) {
    this.table = table;
    this.connection = connection;
    this.narrowed = narrowed;
  }

  /**
   * Makes a tree.
   *
   * @param words the directory; how many hosts, plugins, and runs of each plugin on each host;
   *     then, if wanted, the seed, and {@code all} or the wire name of the target that alone is
   *     kept
   */
  public static void main(String[] words) throws IOException, SQLException {
    SyntheticFleet fleet =
        SyntheticFleet.of(
            words.length > 4 ? Long.parseLong(words[4]) : 1,
            Integer.parseInt(words[1]),
            Integer.parseInt(words[2]),
            Integer.parseInt(words[3]));
    String targets = words.length > 5 ? words[5] : "all";
    write(Path.of(words[0]), fleet, targets.equals("all") ? row -> row : only(targets));
  }

  private static UnaryOperator<FleetRow> only(String wireName) {
    Target target =
        Target.fromWireName(wireName)
            .getOrElseThrow(() -> new IllegalArgumentException("no target " + wireName));
    return row -> row.only(target);
  }

  /** Writes every row as it is. */
  static void write(Path tree, SyntheticFleet fleet) throws IOException, SQLException {
    write(tree, fleet, row -> row);
  }

  /** Writes every row as that changes it. */
  static void write(Path tree, SyntheticFleet fleet, UnaryOperator<FleetRow> narrowed)
      throws IOException, SQLException {
    Path table = Files.createDirectories(tree.resolve(FleetRow.TABLE));
    try (DuckDBConnection connection =
        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class)) {
      SyntheticTree writing = new SyntheticTree(table, connection, narrowed);
      writing.prepare();
      for (int host = 0; host < fleet.hosts(); host += HOSTS_AT_A_TIME) {
        writing.write(fleet, host, Math.min(fleet.hosts(), host + HOSTS_AT_A_TIME));
      }
    }
  }

  /** More than one thread, or fewer open files, would write several files of one host. */
  private void prepare() throws SQLException {
    execute("SET threads = 1");
    execute("SET partitioned_write_max_open_files = " + 2 * HOSTS_AT_A_TIME);
    execute(
        "CREATE TABLE scratch (month VARCHAR, %s)"
            .formatted(joined(column -> name(column) + " " + sqlType(column))));
  }

  private void write(SyntheticFleet fleet, int from, int to) throws SQLException {
    SortedSet<String> months = new TreeSet<>();
    try (DuckDBAppender appender = connection.createAppender("main", "scratch")) {
      for (int host = from; host < to; host++) {
        append(fleet.rows(host), appender, months);
      }
      appender.flush();
    }
    for (String month : months) {
      copy(month);
    }
    execute("TRUNCATE scratch");
  }

  /** A run belongs to the month in which its first execution began. */
  private void append(List<FleetRow> rows, DuckDBAppender appender, SortedSet<String> months)
      throws SQLException {
    String run = "";
    String month = "";
    for (FleetRow row : rows) {
      if (!row.runId().equals(run)) {
        run = row.runId();
        month = row.startedAt().toString().substring(0, "2026-01".length());
        months.add(month);
      }
      appender.beginRow();
      appender.append(month);
      for (RecordComponent column : COLUMNS) {
        append(value(column, narrowed.apply(row)), appender);
      }
      appender.endRow();
    }
  }

  private void copy(String month) throws SQLException {
    Path directory = table.resolve("month=" + month);
    execute(
        """
        COPY (SELECT %s FROM scratch WHERE month = '%s')
        TO '%s' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (host), WRITE_PARTITION_COLUMNS true,
            OVERWRITE_OR_IGNORE true)
        """
            .formatted(
                joined(SyntheticTree::selected), month, directory.toString().replace("'", "''")));
  }

  private static String selected(RecordComponent column) {
    return column.getType() == Instant.class
        ? "%1$s AT TIME ZONE 'UTC' AS %1$s".formatted(name(column))
        : name(column);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String joined(Function<RecordComponent, String> part) {
    return COLUMNS.stream().map(part).collect(Collectors.joining(", "));
  }

  private static String name(RecordComponent column) {
    return column.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static String sqlType(RecordComponent column) {
    return switch (MethodType.methodType(column.getType()).wrap().returnType().getSimpleName()) {
      case "String" -> "VARCHAR";
      case "Instant" -> "TIMESTAMP";
      case "Integer" -> "INTEGER";
      case "Long" -> "BIGINT";
      case "Double" -> "DOUBLE";
      default -> throw new IllegalArgumentException("no type for " + column);
    };
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
