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
import org.updateall.domain.fleet.PartitionTally;

/** Finds out what one file of a fleet's tree holds, by reading all of it. */
final class PartitionSurvey {

  private final Path file;
  private final String partition;
  private final Instant until;
  private final DuckDBConnection engine;

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
      PartitionTally tally = new PartitionTally(partition, until);
      for (@Nullable Object[] row = source.next(); row != null; row = source.next()) {
        tally.add(ParquetFleetTree.TABLE.row(row));
      }
      return tally.facts();
    } catch (ExportFault | IllegalArgumentException e) {
      String fault =
          String.valueOf(e instanceof ExportFault read ? read.refusal().reason() : e.getMessage());
      return PartitionFacts.refused(partition, fault, greatestFormat());
    }
  }

  private @Nullable Integer greatestFormat() {
    try (PreparedStatement query =
            engine.prepareStatement(
                "SELECT max(CAST(format AS INTEGER)) FROM read_parquet(%s, hive_partitioning = false)"
                    .formatted(Engine.literal(file)));
        ResultSet answer = query.executeQuery()) {
      answer.next();
      return answer.getInt(1);
    } catch (SQLException e) {
      return null;
    }
  }
}
