package org.updateall.fleet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.SyntheticFleet;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FleetTrainingTest {

  private final SyntheticFleet fleet = SyntheticFleet.of(7, 12, 2, 24);
  private FleetFixture fixture;
  private JobReport report;
  private PlainTraining plain;

  @BeforeAll
  void train(@TempDir Path folder) {
    fixture = new FleetFixture(folder);
    List<List<FleetRow>> rows =
        IntStream.range(0, fleet.hosts()).mapToObj(this::rowsOfSomeNewHosts).toList();
    rows.forEach(host -> fixture.export(host.get(0).host(), host));
    report = new FleetTraining(LocalSpark.session(), fixture.options()).run().get();
    plain = PlainTraining.of(rows, fixture.options(), report.asOf());
  }

  private List<FleetRow> rowsOfSomeNewHosts(int host) {
    int runs = host % 3 == 0 ? 3 : 24;
    return fleet.rows(host).subList(0, runs * fleet.plugins().size());
  }

  @Test
  void forecastsBitForBitWhatTheTrainerSaysWithoutSpark() {
    assertEquals(12 * 2 * 4, plain.forecasts().size());
    assertEquals(plain.forecasts(), fixture.forecasts());
  }

  @Test
  void keepsTheModelsThatTheTrainerMakesWithoutSpark() {
    assertFalse(plain.models().isEmpty());
    assertEquals(plain.models(), fixture.models());
  }
}
