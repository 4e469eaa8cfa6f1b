package org.updateall.adapters.duckdb;

import io.vavr.control.Either;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.fleet.FleetHistories;
import org.updateall.domain.fleet.FleetPartition;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.Run;
import org.updateall.domain.ledger.ForetoldRun;

/** Reads what {@link ParquetFleetExport} wrote. */
final class ParquetFleetHistories implements FleetHistories {

  private static final Logger LOG = LoggerFactory.getLogger(ParquetFleetHistories.class);
  private static final String REMEDY = "Export that month of that host again.";

  @Inject
  ParquetFleetHistories() {}

  /** Some reading of a partition. */
  private interface Reading<T> {
    T of(ParquetPartition partition) throws SQLException;
  }

  @Override
  public Either<FileRefused, Listing> list(Path tree) {
    return TreeListing.of(tree);
  }

  @Override
  public <T> Either<FileRefused, T> readRuns(
      Path tree, FleetPartition partition, Function<Iterator<Run>, T> reader) {
    return read(tree, partition, files -> reader.apply(files.runs()));
  }

  @Override
  public Either<FileRefused, Long> readForetold(
      Path tree, FleetPartition partition, Consumer<ForetoldRun> reader) {
    return read(tree, partition, files -> files.eachForetold(reader));
  }

  private static <T> Either<FileRefused, T> read(
      Path tree, FleetPartition partition, Reading<T> reading) {
    try (ParquetPartition files = ParquetPartition.open(tree, partition)) {
      return Either.right(reading.of(files));
    } catch (ExportFault e) {
      LOG.debug("A part of a fleet's tree is refused", e);
      return Either.left(ofTree(e.refusal()));
    } catch (SQLException e) {
      return Either.left(
          new FileRefused(
              tree.resolve(partition.directory()),
              "",
              "it cannot be read: " + Breakdown.clause(e),
              REMEDY));
    }
  }

  private static FileRefused ofTree(FileRefused refused) {
    return refused.remedy().equals(ExportFault.EXPORT_ANEW)
        ? new FileRefused(refused.file(), refused.place(), refused.reason(), REMEDY)
        : refused;
  }
}
