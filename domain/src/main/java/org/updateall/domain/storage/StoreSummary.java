package org.updateall.domain.storage;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a store.
 *
 * @param database its file
 * @param bytes size of the file on disk
 * @param journalBytes size of the journal that a process left which ended in the middle; usually 0
 * @param schemaVersion the version of its tables
 * @param engineVersion the engine that reads it now
 * @param storageVersion the oldest format that its file keeps to
 * @param tables how many rows each table has
 * @param oldestRun when the oldest run began; absent if there is no run
 * @param newestRun when the newest run began; absent if there is no run
 */
public record StoreSummary(
    Path database,
    long bytes,
    long journalBytes,
    int schemaVersion,
    String engineVersion,
    String storageVersion,
    List<TableRows> tables,
    @Nullable Instant oldestRun,
    @Nullable Instant newestRun) {

  public StoreSummary {
    requireNonNull(database, "database");
    requireNonNull(engineVersion, "engineVersion");
    requireNonNull(storageVersion, "storageVersion");
    tables = List.copyOf(tables);
  }
}
