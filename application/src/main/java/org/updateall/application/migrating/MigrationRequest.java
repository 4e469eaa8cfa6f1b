package org.updateall.application.migrating;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.updateall.domain.history.LegacyReading;

/**
 * Which old history to bring in, and how.
 *
 * @param file the file
 * @param reading how to read what it leaves open
 * @param backupDirectory where the copy of the file is kept
 * @param dryRun whether only to look: nothing is stored and no copy is made
 */
public record MigrationRequest(
    Path file, LegacyReading reading, Path backupDirectory, boolean dryRun) {

  public MigrationRequest {
    requireNonNull(file, "file");
    requireNonNull(reading, "reading");
    requireNonNull(backupDirectory, "backupDirectory");
  }
}
