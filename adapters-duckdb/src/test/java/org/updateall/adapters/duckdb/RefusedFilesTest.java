package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.adapters.duckdb.Messages.assertSays;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Runs;

/** What is not ours is refused by every port, with file, reason and remedy, and left as it was. */
class RefusedFilesTest {

  private static final String PYTHON_SCHEMA =
      """
      CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at TIMESTAMP,
          description VARCHAR);
      INSERT INTO schema_version VALUES (1, TIMESTAMP '2025-01-01 00:00:00', 'Initial');
      CREATE TABLE runs (run_id VARCHAR PRIMARY KEY, start_time TIMESTAMP NOT NULL);
      CREATE TABLE plugin_executions (execution_id VARCHAR PRIMARY KEY,
          run_id VARCHAR NOT NULL REFERENCES runs(run_id));
      CREATE TABLE step_metrics (metric_id VARCHAR PRIMARY KEY);
      CREATE TABLE estimates (estimate_id VARCHAR PRIMARY KEY);
      INSERT INTO runs VALUES ('a', TIMESTAMP '2025-01-01 00:00:00');
      """;

  private final Stores stores;
  private final Path database;

  RefusedFilesTest(@TempDir Path directory) {
    this.stores = new Stores(directory);
    this.database = stores.database();
  }

  @Test
  void aDatabaseOfThePythonSystem() throws Exception {
    execute(PYTHON_SCHEMA);
    assertRefused("made by the Python version of update-all", "--db");
  }

  @Test
  void aDatabaseOfThePythonSystemThatHasAJournal() throws Exception {
    execute("SET wal_autocheckpoint='1GB'; PRAGMA disable_checkpoint_on_shutdown;" + PYTHON_SCHEMA);
    assertTrue(Files.exists(database.resolveSibling("history.duckdb.wal")));
    assertRefused("made by the Python version of update-all", "--db");
  }

  @Test
  void aDatabaseOfAnotherProgram() throws Exception {
    execute("CREATE TABLE songs (title VARCHAR); CREATE TABLE schema_version (version INTEGER)");
    assertRefused("is a database of another program", "--db");
  }

  @Test
  void aDatabaseWithoutTables() throws Exception {
    execute("SELECT 1");
    assertRefused("is a database of another program", "--db");
  }

  @Test
  void aDatabaseOfANewerSchema() throws Exception {
    stores.history().record(Runs.complete());
    execute(
        "INSERT INTO update_all_migrations VALUES (7, 'later', 'x', TIMESTAMP '2030-01-01 00:00:00')");
    assertRefused("schema version 7", "none above ", "update this program");
  }

  @Test
  void aDatabaseWhoseMigrationWasAnother() throws Exception {
    stores.history().record(Runs.complete());
    execute("UPDATE update_all_migrations SET checksum = 'x'");
    assertRefused("schema version 1 in another way", "--db");
  }

  @Test
  void aTextFile() throws Exception {
    Files.writeString(database, "{\"runs\": []}\n".repeat(1000));
    assertRefused("is not a DuckDB database", "--db");
  }

  @Test
  void aShortTextFile() throws Exception {
    Files.writeString(database, "x");
    assertRefused("history.duckdb", "--db");
  }

  @Test
  void anEmptyFile() throws Exception {
    Files.createFile(database);
    assertRefused("is an empty file", "--db");
  }

  @Test
  void aDirectory() throws Exception {
    Files.createDirectory(database);
    Files.writeString(database.resolve("file"), "x");
    assertRefused("is a directory", "--db");
  }

  @Test
  void aDatabaseWithADamagedBeginning() throws Exception {
    stores.history().record(Runs.complete());
    byte[] bytes = Files.readAllBytes(database);
    for (int i = 4096; i < 12_288; i++) {
      bytes[i] ^= 0x55;
    }
    Files.write(database, bytes);
    assertRefused("is damaged", "--db");
  }

  @Test
  void aDatabaseThatEndsTooEarly() throws Exception {
    stores.history().record(Runs.complete());
    byte[] bytes = Files.readAllBytes(database);
    Files.write(database, Arrays.copyOf(bytes, 20_000));
    assertRefused("is damaged", "--db");
  }

  @Test
  void aDatabaseWithADamagedJournal() throws Exception {
    stores.history().record(Runs.complete());
    execute(
        "PRAGMA disable_checkpoint_on_shutdown; CREATE TABLE more AS SELECT range FROM range(99)");
    Path journal = database.resolveSibling("history.duckdb.wal");
    byte[] bytes = Files.readAllBytes(journal);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(journal, bytes);
    assertRefused("damaged journal", ".wal");
  }

  @Test
  void aJournalWithoutItsDatabase() throws Exception {
    Files.writeString(database.resolveSibling("history.duckdb.wal"), "x");
    Map<String, String> before = fingerprints();

    HistoryUnavailable refusal =
        assertThrows(HistoryUnavailable.class, () -> stores.history().record(Runs.complete()));

    assertSays(refusal, "is missing, but its journal");
    assertEquals(before, fingerprints());
  }

  private void assertRefused(String... words) throws Exception {
    Map<String, String> before = fingerprints();
    SeriesKey key = new SeriesKey(new PluginName("apt"), HostScope.everyHost(), Target.WALL_CLOCK);
    for (Executable use :
        List.<Executable>of(
            () -> stores.history().counts(),
            () -> stores.history().find(Runs.id(1)),
            () -> stores.queries().pluginStatistics(HistoryFilter.everything()),
            () -> stores.models().findAll(List.of(key)),
            () -> stores.history().record(Runs.complete()),
            () -> stores.history().recordAll(Runs.many(3).iterator()))) {
      HistoryUnavailable refusal = assertThrows(HistoryUnavailable.class, use);
      assertSays(refusal, database.toString());
      for (String word : words) {
        assertSays(refusal, word);
      }
    }
    assertEquals(before, fingerprints());
  }

  /** What every file of the directory holds, but for the lock. */
  private Map<String, String> fingerprints() throws Exception {
    Map<String, String> fingerprints = new TreeMap<>();
    try (Stream<Path> files = Files.walk(database.getParent())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".lock")) {
          byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
          fingerprints.put(file.toString(), HexFormat.of().formatHex(digest));
        }
      }
    }
    return fingerprints;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
