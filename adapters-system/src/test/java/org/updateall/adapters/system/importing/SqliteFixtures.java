package org.updateall.adapters.system.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Databases for tests. */
final class SqliteFixtures {

  private SqliteFixtures() {}

  /** Makes a database, with the folders that it lies in, and runs these statements. */
  static Path database(Path file, String... statements) {
    try (Connection connection = open(file)) {
      run(connection, statements);
      return file;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same, left open as a program leaves it that uses it; whatever characters its name has. */
  static Connection open(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Path plain = Files.createTempDirectory("fixture");
      Path link = Files.createSymbolicLink(plain.resolve("link"), file);
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + link);
      Files.delete(link);
      Files.delete(plain);
      return connection;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /** The names of all that lies in a folder, in their order. */
  static List<String> in(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
