package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.PartitionFacts;

/** Finds out what one file of a fleet's tree holds, by reading all of it. */
final class PartitionSurvey {

  private final Path file;
  private final String partition;
  private final Instant until;
  private final DuckDBConnection engine;

  private long rows;
  private long unusable;
  private @Nullable Integer format;
  private @Nullable String problem;
  private @Nullable String host;
  private @Nullable Instant firstStart;
  private @Nullable Instant lastStart;
  private @Nullable String firstExecution;
  private @Nullable String lastExecution;

  /**
   * @param partition the file's path within the tree
   * @param until rows that began later cannot be learned from
   */
  PartitionSurvey(Path tree, String partition, Instant until, DuckDBConnection engine) {
    this.file = tree.resolve(partition);
    this.partition = partition;
    this.until = until;
    this.engine = engine;
  }

  PartitionFacts facts() throws SQLException {
    try (ParquetSource source = ParquetSource.open(file, ParquetFleetTree.TABLE, engine)) {
      if (!source.isComplete()) {
        throw source.fault("it does not have the columns of " + FleetRow.TABLE, null);
      }
      for (@Nullable Object[] row = source.next(); row != null; row = source.next()) {
        add(ParquetFleetTree.TABLE.row(row));
      }
    } catch (ExportFault | IllegalArgumentException e) {
      return refused(
          String.valueOf(
              e instanceof ExportFault fault ? fault.refusal().reason() : e.getMessage()));
    }
    return new PartitionFacts(
        partition,
        null,
        format,
        host,
        rows,
        unusable,
        problem,
        firstStart,
        lastStart,
        firstExecution,
        lastExecution);
  }

  /** One that a newer program wrote may have other columns. */
  private PartitionFacts refused(String fault) {
    Integer newer = newerFormat();
    return newer == null
        ? PartitionFacts.unreadable(partition, fault)
        : new PartitionFacts(partition, null, newer, null, 0, 0, null, null, null, null, null);
  }

  private @Nullable Integer newerFormat() {
    try (PreparedStatement query =
            engine.prepareStatement(
                "SELECT max(CAST(format AS INTEGER)) FROM read_parquet(%s, hive_partitioning = false)"
                    .formatted(Engine.literal(file)));
        ResultSet answer = query.executeQuery()) {
      answer.next();
      int found = answer.getInt(1);
      return found > FleetRow.FORMAT ? (Integer) found : null;
    } catch (SQLException e) {
      return null;
    }
  }

  private void add(FleetRow row) {
    if (host != null && !host.equals(row.host())) {
      throw new IllegalArgumentException("it names several hosts");
    }
    host = row.host();
    format = format == null ? row.format() : Math.max(format, row.format());
    @Nullable String wrong =
        ParquetFleetTree.isInTime(row, until)
            ? row.problem().getOrNull()
            : "it began at " + row.startedAt();
    if (wrong == null) {
      addUsable(row);
    } else {
      unusable++;
      problem = problem == null ? wrong : problem;
    }
  }

  private void addUsable(FleetRow row) {
    rows++;
    if (firstStart == null || row.startedAt().isBefore(firstStart)) {
      firstStart = row.startedAt();
    }
    if (lastStart == null || row.startedAt().isAfter(lastStart)) {
      lastStart = row.startedAt();
    }
    if (firstExecution == null || row.executionId().compareTo(firstExecution) < 0) {
      firstExecution = row.executionId();
    }
    if (lastExecution == null || row.executionId().compareTo(lastExecution) > 0) {
      lastExecution = row.executionId();
    }
  }
}
