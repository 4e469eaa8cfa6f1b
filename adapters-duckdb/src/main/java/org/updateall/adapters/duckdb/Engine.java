package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/**
 * How this program opens DuckDB: without access to other files, without extensions from the
 * network, with bounded memory, and with settings that no statement can change.
 */
final class Engine {

  /** The oldest format that all releases since DuckDB 1.2 read. */
  private static final String STORAGE_VERSION = "v1.2.0";

  /** The names of two files that are attached together. */
  static final String SOURCE = "source";

  static final String TARGET = "target";

  private Engine() {}

  /** Opens a file that exists, for reading. */
  static Jdbi reader(DuckDbSettings settings) {
    Properties properties = safe(settings.engine());
    properties.setProperty("duckdb.read_only", "true");
    return jdbi(settings.database(), properties);
  }

  /** Opens a file that exists, for writing. */
  static Jdbi writer(DuckDbSettings settings) {
    return jdbi(settings.database(), safe(settings.engine()));
  }

  /** Opens a file other than the history for reading, as is usual. */
  static Jdbi reader(Path file) {
    return reader(new DuckDbSettings(file));
  }

  /** Opens a file other than the history for writing, as is usual. */
  static Jdbi writer(Path file) {
    return writer(new DuckDbSettings(file));
  }

  /** Makes a file other than the history, as is usual. */
  static Jdbi creator(Path file) {
    return creator(file, new DuckDbSettings(file));
  }

  /** Makes a file. */
  static Jdbi creator(Path file, DuckDbSettings settings) {
    Properties properties = safe(settings.engine());
    properties.setProperty("storage_compatibility_version", STORAGE_VERSION);
    return jdbi(file, properties);
  }

  /**
   * Opens two files together: one that exists, for reading, and another for writing, which is made
   * if need be. As long as the source is open, no other process writes to it.
   *
   * @param spill a directory for what does not fit into memory; made if need be
   */
  static Jdbi attaching(Path source, Path target, Path spill) {
    return attaching(source, target, "", spill);
  }

  /**
   * The same, where the target is made.
   *
   * @param blockSize bytes of a block of the target
   */
  static Jdbi attaching(Path source, Path target, int blockSize, Path spill) {
    return attaching(source, target, ", BLOCK_SIZE " + blockSize, spill);
  }

  private static Jdbi attaching(Path source, Path target, String option, Path spill) {
    Properties properties = safe(EngineSettings.DEFAULTS);
    properties.setProperty("enable_external_access", "true");
    properties.setProperty("temp_directory", spill.toString());
    return jdbi(
        () ->
            attach(
                connect("", properties),
                "ATTACH %s AS %s (READ_ONLY)".formatted(quoted(source), SOURCE),
                "ATTACH %s AS %s (STORAGE_VERSION '%s'%s)"
                    .formatted(quoted(target), TARGET, STORAGE_VERSION, option)));
  }

  /**
   * Makes a database of its own to turn rows into files with, which alone may reach other files. It
   * never holds the history, and is thrown away.
   */
  static DuckDBConnection scratch(Path file) throws SQLException {
    return reachingFiles(file.toString(), new Properties());
  }

  /** The same in memory. */
  static DuckDBConnection scratch() throws SQLException {
    return reachingFiles("", new Properties());
  }

  /** Opens a database in memory, to read files with; results come as they are asked for. */
  static DuckDBConnection fileReader() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    properties.setProperty("temp_directory", "");
    return reachingFiles("", properties);
  }

  /**
   * The same for results that are sorted.
   *
   * @param spill a directory for what does not fit into memory
   */
  static DuckDBConnection sorter(Path spill) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    properties.setProperty("temp_directory", spill.toString());
    return reachingFiles("", properties);
  }

  /** The name of that very file in a statement, although the engine knows wildcards. */
  static String literal(Path file) {
    return "'" + file.toString().replaceAll("([*?\\[])", "[$1]").replace("'", "''") + "'";
  }

  /** Files in that very directory whose names follow the pattern. */
  static String globOf(Path directory, String pattern) {
    String literal = literal(directory);
    return literal.substring(0, literal.length() - 1) + pattern + "'";
  }

  private static DuckDBConnection reachingFiles(String database, Properties further)
      throws SQLException {
    Properties properties = safe(EngineSettings.DEFAULTS);
    properties.setProperty("enable_external_access", "true");
    properties.setProperty("memory_limit", "256MB");
    properties.putAll(further);
    return new DuckDBDriver()
        .connect("jdbc:duckdb:" + database, properties)
        .unwrap(DuckDBConnection.class);
  }

  /**
   * Waits while somebody else has the file open, be it a process that knows nothing of our lock.
   */
  static Handle open(Jdbi jdbi, Patience patience) throws StoreBusy, InterruptedException {
    while (true) {
      try {
        return jdbi.open();
      } catch (JdbiException e) {
        if (!Breakdown.isLockConflict(e)) {
          throw e;
        }
        if (patience.isExhausted()) {
          throw new StoreBusy(Breakdown.holder(e));
        }
        patience.pauseFor(Breakdown.holder(e));
      }
    }
  }

  private static Jdbi jdbi(Path file, Properties properties) {
    return jdbi(() -> connect(file.toString(), properties));
  }

  private static Jdbi jdbi(ConnectionFactory factory) {
    Jdbi jdbi = Jdbi.create(factory).installPlugin(new SqlObjectPlugin());
    Columns.register(jdbi);
    return jdbi;
  }

  private static Connection connect(String file, Properties properties) throws SQLException {
    Properties own = new Properties();
    own.putAll(properties);
    return new DuckDBDriver().connect("jdbc:duckdb:" + file, own);
  }

  private static Connection attach(Connection connection, String... statements)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static String quoted(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }

  private static Properties safe(EngineSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("enable_external_access", "false");
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("allow_community_extensions", "false");
    properties.setProperty("allow_unsigned_extensions", "false");
    properties.setProperty("threads", Integer.toString(settings.threads()));
    properties.setProperty("memory_limit", settings.memoryLimit() + "B");
    properties.setProperty("lock_configuration", "true");
    return properties;
  }
}
