package org.updateall.adapters.duckdb;

import io.vavr.control.Either;
import io.vavr.control.Option;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetForecasts;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.FileRefused;

/**
 * Reads what training a fleet came to from a directory of Parquet files. They are sorted by the
 * engine, which keeps on disk what does not fit into its memory.
 */
final class ParquetFleetForecasts implements FleetForecasts {

  private static final String TRAIN = "Run 'update-all fleet train --input DIR --output %s' first.";
  private static final String TRAIN_AGAIN =
      "Run 'update-all fleet train' again: it makes the whole output anew.";

  @Inject
  ParquetFleetForecasts() {}

  @Override
  public Either<FileRefused, Long> visit(
      Path output, Target target, Consumer<FleetForecast> eachForecast) {
    return finished(output).flatMap(files -> read(output, files, target, eachForecast));
  }

  @Override
  public Either<FileRefused, List<PartitionReport>> partitions(Path output) {
    return finished(output)
        .flatMap(files -> PartitionDocument.read(output.resolve(ParquetFleetOutput.PARTITIONS)))
        .mapLeft(fault -> fault.remedy().isEmpty() ? withRemedy(fault) : fault);
  }

  private static FileRefused withRemedy(FileRefused fault) {
    return new FileRefused(fault.file(), fault.place(), fault.reason(), TRAIN_AGAIN);
  }

  /** The files with forecasts of an output that was written to its end. */
  private static Either<FileRefused, List<Path>> finished(Path output) {
    String first = TRAIN.formatted(output);
    if (!Files.isDirectory(output)) {
      return Either.left(new FileRefused(output, "", "there is no such directory", first));
    }
    if (!Files.exists(output.resolve(ParquetFleetOutput.SUCCESS))) {
      return Either.left(
          new FileRefused(output, "", "it holds no finished output of a fleet's training", first));
    }
    try (Stream<Path> files = Files.list(output.resolve(FleetForecast.TABLE))) {
      return Either.right(files.filter(ParquetFleetForecasts::isPart).sorted().toList());
    } catch (IOException e) {
      return Either.left(
          new FileRefused(
              output.resolve(FleetForecast.TABLE),
              "",
              "it cannot be read: " + Breakdown.clause(e),
              TRAIN_AGAIN));
    }
  }

  private static boolean isPart(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("part-") && name.endsWith(".parquet");
  }

  private static Either<FileRefused, Long> read(
      Path output, List<Path> files, Target target, Consumer<FleetForecast> eachForecast) {
    if (files.isEmpty()) {
      return Either.right(0L);
    }
    Path spill = Unwritable.unlessDone(output, () -> Files.createTempDirectory("update-all-fleet"));
    try (DuckDBConnection engine = Engine.sorter(spill)) {
      return Either.right(read(engine, files, target, eachForecast));
    } catch (SQLException e) {
      return Either.left(damaged(output, files, e));
    } catch (MisreadForecast e) {
      return Either.left(e.refusal(output.resolve(FleetForecast.TABLE), TRAIN_AGAIN));
    } finally {
      Unwritable.orElse(spill, () -> PrivateFiles.deleteTree(spill));
    }
  }

  private static long read(
      DuckDBConnection engine,
      List<Path> files,
      Target target,
      Consumer<FleetForecast> eachForecast)
      throws SQLException {
    try (PreparedStatement query = engine.prepareStatement(ForecastRow.sorted(files))) {
      query.setString(1, target.wireName());
      try (ResultSet rows = query.executeQuery()) {
        return handOn(rows, eachForecast);
      }
    }
  }

  private static long handOn(ResultSet rows, Consumer<FleetForecast> eachForecast)
      throws SQLException {
    long count = 0;
    @Nullable FleetForecast before = null;
    while (rows.next()) {
      FleetForecast forecast = ForecastRow.read(rows);
      if (before != null && FleetForecast.ORDER.compare(before, forecast) == 0) {
        throw new MisreadForecast(
            "%s of %s on %s is forecast twice"
                .formatted(forecast.target(), forecast.pluginName(), forecast.host()));
      }
      eachForecast.accept(forecast);
      before = forecast;
      count++;
    }
    return count;
  }

  /** Says which file it is: the first that cannot be read by itself. */
  private static FileRefused damaged(Path output, List<Path> files, SQLException failure) {
    for (Path file : files) {
      Option<String> fault = fault(file);
      if (fault.isDefined()) {
        return new FileRefused(file, "", "it cannot be read: " + fault.get(), TRAIN_AGAIN);
      }
    }
    return new FileRefused(
        output.resolve(FleetForecast.TABLE),
        "",
        "it cannot be read: " + ParquetSource.words(failure),
        TRAIN_AGAIN);
  }

  private static Option<String> fault(Path file) {
    try (DuckDBConnection engine = Engine.fileReader();
        PreparedStatement query = engine.prepareStatement(ForecastRow.everyByte(file));
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        rows.getLong(1);
      }
      return Option.none();
    } catch (SQLException e) {
      return Option.some(ParquetSource.words(e));
    }
  }
}
