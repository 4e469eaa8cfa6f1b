package org.updateall.adapters.system.importing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import org.updateall.adapters.system.importing.SqliteRow.Visitor;

/**
 * A database of SQLite, open for reading and not trusted: nothing in its schema is run, no text
 * above {@value #MAX_TEXT_BYTES} bytes is read, no temporary file is made, and a question that is
 * not answered in time is given up.
 */
final class SqliteDatabase implements AutoCloseable {

  static final int MAX_TEXT_BYTES = 16 << 20;

  private static final int OPEN_READ_ONLY = 1;
  private static final Duration PATIENCE_WITH_WRITERS = Duration.ofSeconds(1);

  private final Connection connection;
  private final Duration limit;

  private SqliteDatabase(Connection connection, Duration limit) {
    this.connection = connection;
    this.limit = limit;
  }

  /**
   * Opens a database. The first call of a process makes the driver unpack its native library into
   * the folder for temporary files.
   *
   * @param limit after that time a question is given up
   */
  static SqliteDatabase open(String url, Duration limit) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("open_mode", String.valueOf(OPEN_READ_ONLY));
    properties.setProperty("busy_timeout", String.valueOf(PATIENCE_WITH_WRITERS.toMillis()));
    properties.setProperty("limit_length", String.valueOf(MAX_TEXT_BYTES));
    try {
      return distrusting(DriverManager.getConnection(url, properties), limit);
    } catch (SQLException e) {
      throw SqliteFailures.of(e);
    }
  }

  /** The settings that sqlite.org/security.html asks for, where files come from elsewhere. */
  private static SqliteDatabase distrusting(Connection connection, Duration limit)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
      statement.execute("PRAGMA mmap_size = 0");
      statement.execute("PRAGMA temp_store = MEMORY");
      return new SqliteDatabase(connection, limit);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * @throws IOException if there is no plain table of that name, or it has not all these columns
   */
  void require(String table, String... columns) throws IOException {
    Set<String> present = columns(table);
    if (present.isEmpty()) {
      throw new IOException("it has no table '%s'".formatted(table));
    }
    for (String column : columns) {
      if (!present.contains(column)) {
        throw new IOException("its table '%s' has no column '%s'".formatted(table, column));
      }
    }
  }

  /** Whether there is a plain table of that name with that column. */
  boolean has(String table, String column) throws IOException {
    return columns(table).contains(column);
  }

  /** Shows every row of the answer, one at a time. */
  void each(String question, Visitor visitor) throws IOException {
    ask(question, List.of(), visitor);
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqliteFailures.of(e);
    }
  }

  /** Neither views nor virtual tables, which have no page, nor columns that are computed. */
  private Set<String> columns(String table) throws IOException {
    Set<String> columns = new HashSet<>();
    ask(
        """
        SELECT c.name AS name
        FROM sqlite_schema AS s JOIN pragma_table_xinfo(s.name) AS c
        WHERE s.type = 'table' AND s.rootpage > 0 AND s.name = ? AND c.hidden = 0
        """,
        List.of(table),
        row -> {
          String name = row.text("name");
          if (name != null) {
            columns.add(name.toLowerCase(Locale.ROOT));
          }
        });
    return columns;
  }

  private void ask(String question, List<String> values, Visitor visitor) throws IOException {
    Timer timer = new Timer("sqlite-limit", true);
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setString(i + 1, values.get(i));
      }
      timer.schedule(giveUp(statement), limit.toMillis(), limit.toMillis());
      try (ResultSet answer = statement.executeQuery()) {
        SqliteRow row = new SqliteRow(answer);
        while (answer.next()) {
          visitor.row(row);
        }
      }
    } catch (SQLException e) {
      throw SqliteFailures.of(e);
    } finally {
      timer.cancel();
    }
  }

  private static TimerTask giveUp(Statement statement) {
    return new TimerTask() {
      @Override
      public void run() {
        try {
          statement.cancel();
        } catch (SQLException e) {
          cancel();
        }
      }
    };
  }
}
