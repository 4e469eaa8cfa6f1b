package org.updateall.adapters.duckdb;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Where the database is, how patient to be with others who use it, and how much of the machine the
 * engine may take.
 *
 * @param database the file, made absolute; it need not exist, nor its directory
 * @param patience how long to wait for other users of the file before giving up
 * @param engine how much of the machine the engine may take
 * @param remarks is told, in a sentence for a user, who is waited for when that takes more than a
 *     second; by whichever thread waits
 */
public record DuckDbSettings(
    Path database, Duration patience, EngineSettings engine, Consumer<String> remarks) {

  public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

  /**
   * @throws IllegalArgumentException if the path holds a semicolon or a question mark, after which
   *     DuckDB looks for options, the patience is negative
   */
  public DuckDbSettings {
    requireNonNull(engine, "engine");
    requireNonNull(remarks, "remarks");
    database = database.toAbsolutePath().normalize();
    if (database.toString().contains(";") || database.toString().contains("?")) {
      throw new IllegalArgumentException(
          "the path of a database must hold neither a semicolon nor a question mark: " + database);
    }
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience is negative: " + patience);
    }
  }

  /** With the defaults for everything else, and nobody to tell who is waited for. */
  public DuckDbSettings(Path database) {
    this(database, DEFAULT_PATIENCE);
  }

  /** With the defaults for everything else, and nobody to tell who is waited for. */
  public DuckDbSettings(Path database, Duration patience) {
    this(database, patience, EngineSettings.DEFAULTS, remark -> {});
  }
}
