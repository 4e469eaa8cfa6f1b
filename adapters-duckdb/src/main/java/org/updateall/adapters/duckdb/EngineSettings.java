package org.updateall.adapters.duckdb;

/**
 * How much of the machine the engine may take.
 *
 * @param memoryLimit how many bytes of memory, at least {@link #LEAST_MEMORY}; beyond it the engine
 *     writes to a directory beside the database, or fails
 * @param threads how many threads, from 1 to {@link #MOST_THREADS}
 */
public record EngineSettings(long memoryLimit, int threads) {

  public static final long LEAST_MEMORY = 64_000_000;
  public static final int MOST_THREADS = 256;

  /** 512 MB and 2 threads. */
  public static final EngineSettings DEFAULTS = new EngineSettings(512_000_000, 2);

  /**
   * @throws IllegalArgumentException if a figure is out of its bounds
   */
  public EngineSettings {
    if (memoryLimit < LEAST_MEMORY) {
      throw new IllegalArgumentException(
          "the memory of the database is below %d bytes: %d".formatted(LEAST_MEMORY, memoryLimit));
    }
    if (threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          "the threads of the database are not from 1 to %d: %d".formatted(MOST_THREADS, threads));
    }
  }
}
