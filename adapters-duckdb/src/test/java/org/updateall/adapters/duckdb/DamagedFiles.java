package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Real databases, really damaged. */
final class DamagedFiles {

  private DamagedFiles() {}

  /** Runs statements past this program. */
  static void execute(Path database, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /**
   * Stores that many plain runs, each in a transaction of its own, and leaves them in the journal.
   */
  static void storeInJournal(Path database, int count) throws SQLException {
    String[] statements = new String[count + 1];
    statements[0] = "PRAGMA disable_checkpoint_on_shutdown";
    for (int i = 1; i <= count; i++) {
      statements[i] =
          ("INSERT INTO runs VALUES ('00000000-0000-7000-8000-%012d', TIMESTAMP '2027-01-01',"
                  + " NULL, 'host', NULL, NULL, TIMESTAMP '2027-01-01')")
              .formatted(i);
    }
    execute(database, statements);
  }

  /** Damages bytes, each in another way: the same change of two words may go unnoticed. */
  static void flip(Path file, long... places) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < places.length; i++) {
      bytes[(int) places[i]] ^= (byte) (0x55 + 6 * i);
    }
    Files.write(file, bytes);
  }

  static void cut(Path file, long length) throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) length));
  }

  /** What every file of the directory holds, but for the lock. */
  static Map<String, String> fingerprints(Path directory) throws Exception {
    Map<String, String> fingerprints = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".lock")) {
          byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
          fingerprints.put(file.toString(), HexFormat.of().formatHex(digest));
        }
      }
    }
    return fingerprints;
  }
}
