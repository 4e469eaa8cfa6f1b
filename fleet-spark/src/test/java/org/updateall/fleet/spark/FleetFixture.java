package org.updateall.fleet.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetModel;
import org.updateall.domain.fleet.FleetRow;

/** A tree of files below a folder, and what the job made of it. */
final class FleetFixture {

  static final Instant UNTIL = Instant.parse("2027-12-31T00:00:00Z");

  private static final RecordTable<FleetRow> ROWS = new RecordTable<>(FleetRow.class);

  private final Path folder;

  FleetFixture(Path folder) {
    this.folder = folder;
    SessionSettings.apply(LocalSpark.session());
  }

  Path tree() {
    return folder.resolve("tree");
  }

  Path output() {
    return folder.resolve("out");
  }

  JobOptions options() {
    return new JobOptions(
        tree().toString(), output().toString(), 1000, 0.9, ZoneOffset.UTC, UNTIL, 4);
  }

  /** Writes these executions of that host, a file for each month. */
  void export(String host, List<FleetRow> rows) {
    rows.stream()
        .collect(Collectors.groupingBy(row -> row.startedAt().toString().substring(0, 7)))
        .forEach((month, some) -> write(month, host, some));
  }

  /** Writes one file. */
  Path write(String month, String host, List<FleetRow> rows) {
    return write(
        month,
        host,
        LocalSpark.session()
            .createDataset(rows.stream().map(ROWS::toRow).toList(), ROWS.encoder()));
  }

  /** Writes one file of whatever columns. */
  Path write(String month, String host, Dataset<Row> rows) {
    Path partition = partition(month, host);
    Path making = folder.resolve("making");
    rows.coalesce(1).write().mode("overwrite").parquet(making.toString());
    try (Stream<Path> files = Files.list(making)) {
      Path file = files.filter(each -> each.toString().endsWith(".parquet")).findFirst().get();
      Files.createDirectories(partition.resolveSibling(""));
      return Files.move(file, partition);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path partition(String month, String host) {
    return tree().resolve("outcomes/month=%s/host=%s/part.parquet".formatted(month, host));
  }

  List<FleetForecast> forecasts() {
    return read(FleetForecast.TABLE, TrainGroup.FORECASTS).stream()
        .sorted(FleetForecast.ORDER)
        .toList();
  }

  List<FleetModel> models() {
    return read(FleetModel.TABLE, TrainGroup.MODELS).stream().sorted(FleetModel.ORDER).toList();
  }

  private <T extends Record> List<T> read(String name, RecordTable<T> table) {
    return LocalSpark.session()
        .read()
        .schema(table.schema())
        .parquet(output().resolve(name).toString())
        .collectAsList()
        .stream()
        .map(table::fromRow)
        .toList();
  }
}
