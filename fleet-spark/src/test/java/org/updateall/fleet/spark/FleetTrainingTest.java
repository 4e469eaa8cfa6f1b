package org.updateall.fleet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.PriorText;
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

  @Test
  void writesThePriorsThatALoopOverAllSeriesComesTo() throws IOException {
    StringBuilder expected = new StringBuilder();
    new PriorText(plain.priors()).writeTo(expected);

    assertTrue(report.priors() > 4, "every target has one, and some plugin");
    assertEquals(expected.toString(), Files.readString(fixture.output().resolve("priors.json")));
  }

  @Test
  void countsWhatExecutorsDid() {
    assertEquals(12 * 2 * 4, figure("series_trained"));
    assertEquals(plain.models().size(), figure("series_with_model"));
    assertEquals(0, figure("series_refused"));
    assertTrue(figure("training_nanoseconds") > 0);
    assertTrue(figure("shuffle_bytes") > 0);
  }

  private long figure(String name) {
    return report.figures().getOrDefault(name, -1L);
  }

  @Test
  void leavesNothingBesideItsOutput() throws IOException {
    try (Stream<Path> files = Files.list(fixture.output())) {
      assertEquals(
          Set.of(
              "forecasts", "models", "priors.json", "partitions.json", "metrics.json", "_SUCCESS"),
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
    }
  }
}
