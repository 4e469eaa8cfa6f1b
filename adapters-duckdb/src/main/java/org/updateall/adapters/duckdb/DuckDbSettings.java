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
 * @param memoryLimit how many bytes of memory the engine may use, at least {@link #LEAST_MEMORY}
 * @param threads how many threads it may use, from 1 to {@link #MOST_THREADS}
 * @param remarks is told, in a sentence for a user, who is waited for when that takes more than a
 *     second; by whichever thread waits
 */
public record DuckDbSettings(
    Path database, Duration patience, long memoryLimit, int threads, Consumer<String> remarks) {

  public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);
  public static final long DEFAULT_MEMORY = 512_000_000;
  public static final long LEAST_MEMORY = 64_000_000;
  public static final int DEFAULT_THREADS = 2;
  public static final int MOST_THREADS = 256;

  /**
   * @throws IllegalArgumentException if the path holds a semicolon or a question mark, after which
   *     DuckDB looks for options, the patience is negative, or a limit is out of its bounds
   */
  public DuckDbSettings {
    requireNonNull(remarks, "remarks");
    database = database.toAbsolutePath().normalize();
    if (database.toString().contains(";") || database.toString().contains("?")) {
      throw new IllegalArgumentException(
          "the path of a database must hold neither a semicolon nor a question mark: " + database);
    }
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience is negative: " + patience);
    }
    if (memoryLimit < LEAST_MEMORY) {
      throw new IllegalArgumentException(
          "the memory of the database is below %d bytes: %d".formatted(LEAST_MEMORY, memoryLimit));
    }
    if (threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          "the threads of the database are not from 1 to %d: %d".formatted(MOST_THREADS, threads));
    }
  }

  /** With the defaults for everything else, and nobody to tell who is waited for. */
  public DuckDbSettings(Path database) {
    this(database, DEFAULT_PATIENCE);
  }

  /** With the defaults for everything else, and nobody to tell who is waited for. */
  public DuckDbSettings(Path database, Duration patience) {
    this(database, patience, DEFAULT_MEMORY, DEFAULT_THREADS, remark -> {});
  }
}
