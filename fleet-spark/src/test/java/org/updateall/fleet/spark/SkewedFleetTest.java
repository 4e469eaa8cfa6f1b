package org.updateall.fleet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.SyntheticFleet;
import org.updateall.domain.forecast.Target;

final class SkewedFleetTest {

  private static final int RUNS = 50_000;

  @Test
  void aHostWithVeryManyRunsCostsNoMoreThanItsNewestOnes(@TempDir Path folder) {
    FleetFixture fixture = new FleetFixture(folder);
    List<FleetRow> rows =
        SyntheticFleet.of(11, 1, 1, RUNS).rows(0).stream()
            .map(row -> row.only(Target.CPU_TIME))
            .toList();
    fixture.write("2026-01", "busy", rows);
    JobOptions options =
        new JobOptions(
            fixture.tree().toString(),
            fixture.output().toString(),
            100,
            0.9,
            ZoneOffset.UTC,
            rows.get(RUNS - 1).startedAt(),
            2);

    JobReport report = new FleetTraining(LocalSpark.session(), options).run().get();

    assertEquals(RUNS, report.partitions().get(0).rows());
    List<FleetForecast> expected =
        PlainTraining.of(List.of(rows), options, report.asOf()).forecasts();
    assertEquals(1, expected.size());
    assertEquals(expected, fixture.forecasts());
  }
}
