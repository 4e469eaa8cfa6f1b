package org.updateall.fleet.spark;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetModel;
import org.updateall.domain.fleet.FleetRow;

/** A tree of files below a folder, and what the job made of it. */
final class FleetFixture {

  static final Instant UNTIL = Instant.parse("2027-12-31T00:00:00Z");

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
    ParquetFile.write(partition(month, host), rows);
    return partition(month, host);
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
