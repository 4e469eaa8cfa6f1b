package org.updateall.domain.history;

import java.nio.file.Path;
import java.util.List;

/**
 * What a file of old history holds, read from its first to its last byte.
 *
 * @param file the file
 * @param sha256 digest of its content, lower-case hexadecimal
 * @param bytes its size
 * @param records how many records it has
 * @param runs how many different runs they describe
 * @param executions how many plugin executions those runs have
 * @param repeated records that say the same as another of the same identity, or that a later record
 *     of the same identity replaces
 * @param quarantinedCount records that cannot be read
 * @param quarantined the first {@value #MAX_QUARANTINED} of them
 */
public record LegacySurvey(
    Path file,
    String sha256,
    long bytes,
    long records,
    long runs,
    long executions,
    long repeated,
    long quarantinedCount,
    List<QuarantinedRecord> quarantined) {

  public static final int MAX_QUARANTINED = 10_000;

  public LegacySurvey {
    quarantined = List.copyOf(quarantined);
  }
}
