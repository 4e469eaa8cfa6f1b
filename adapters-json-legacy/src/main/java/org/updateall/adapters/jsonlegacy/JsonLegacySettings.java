package org.updateall.adapters.jsonlegacy;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import org.updateall.domain.history.LegacyReading;

/**
 * Which history.json is used as a store, and how.
 *
 * @param file the file, made absolute; it need not exist, nor its directory
 * @param reading how to read what the records of the Python program leave open
 * @param patience how long to wait for others who write to the file before giving up
 */
public record JsonLegacySettings(Path file, LegacyReading reading, Duration patience) {

  public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

  /**
   * @throws IllegalArgumentException if the patience is negative
   */
  public JsonLegacySettings {
    file = file.toAbsolutePath().normalize();
    requireNonNull(reading, "reading");
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience is negative: " + patience);
    }
  }

  /** With {@link #DEFAULT_PATIENCE}. */
  public JsonLegacySettings(Path file, LegacyReading reading) {
    this(file, reading, DEFAULT_PATIENCE);
  }
}
