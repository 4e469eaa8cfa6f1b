package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the database is, and how patient to be with others who use it.
 *
 * @param database the file, made absolute; it need not exist, nor its directory
 * @param patience how long to wait for other users of the file before giving up
 */
public record DuckDbSettings(Path database, Duration patience) {

  public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

  /**
   * @throws IllegalArgumentException if the path holds a semicolon or a question mark, after which
   *     DuckDB looks for options, or the patience is negative
   */
  public DuckDbSettings {
    database = database.toAbsolutePath().normalize();
    if (database.toString().contains(";") || database.toString().contains("?")) {
      throw new IllegalArgumentException(
          "the path of a database must hold neither a semicolon nor a question mark: " + database);
    }
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience is negative: " + patience);
    }
  }

  /** With {@link #DEFAULT_PATIENCE}. */
  public DuckDbSettings(Path database) {
    this(database, DEFAULT_PATIENCE);
  }
}
