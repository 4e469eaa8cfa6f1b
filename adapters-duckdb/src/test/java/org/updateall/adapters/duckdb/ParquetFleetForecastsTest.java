package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetForecasts;
import org.updateall.domain.fleet.FleetForecastsContract;
import org.updateall.domain.fleet.FleetOutput;
import org.updateall.domain.fleet.Forecasts;
import org.updateall.domain.fleet.InMemoryPriorShelf;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.FileRefused;

final class ParquetFleetForecastsTest extends FleetForecastsContract {

  private static final List<FleetForecast> TWO =
      List.of(
          Forecasts.around(3, "a", "apt", Target.CPU_TIME),
          Forecasts.around(4, "b", "apt", Target.CPU_TIME));

  private final FleetForecasts forecasts = new ParquetFleetForecasts();

  /** In two parts, so that each has some of what is to be sorted. */
  @Override
  protected FleetForecasts written(
      Path output, List<FleetForecast> all, List<PartitionReport> partitions) {
    try (FleetOutput.Draft draft =
        new ParquetFleetOutput(new InMemoryPriorShelf()).begin(output, "plan").get()) {
      draft.writePart(0, all.subList(0, all.size() / 2), List.of());
      draft.writePart(1, all.subList(all.size() / 2, all.size()), List.of());
      FleetOutput.Counts unused = draft.finish(PriorTable.none(), partitions);
    }
    return forecasts;
  }

  private FileRefused refusal(Path output) {
    return forecasts.visit(output, Target.CPU_TIME, unused -> {}).getLeft();
  }

  @Test
  void namesTheFileThatIsDamaged() throws IOException {
    Path output = home.resolve("out");
    FleetForecasts unused = written(output, TWO, List.of());
    Path part = output.resolve("forecasts/part-00001.parquet");
    byte[] bytes = Files.readAllBytes(part);
    Files.write(part, Arrays.copyOf(bytes, bytes.length / 2));

    FileRefused refused = refusal(output);

    assertEquals(part, refused.file());
    assertTrue(refused.reason().startsWith("it cannot be read: "), refused.message());
    assertTrue(refused.remedy().contains("fleet train' again"), refused.message());
  }

  /** The footer is sound: only reading the pages shows it. */
  @Test
  void findsDamageWithinAFile() throws IOException {
    Path output = home.resolve("out");
    FleetForecasts unused = written(output, TWO, List.of());
    Path part = output.resolve("forecasts/part-00000.parquet");
    byte[] bytes = Files.readAllBytes(part);
    Arrays.fill(bytes, 4, bytes.length / 2, (byte) 0xff);
    Files.write(part, bytes);

    assertEquals(part, refusal(output).file());
  }

  @Test
  void refusesAnUnfinishedOutput() throws IOException {
    Path output = home.resolve("out");
    FleetForecasts unused = written(output, TWO, List.of());
    Files.delete(output.resolve("_SUCCESS"));

    assertTrue(refusal(output).reason().contains("no finished output"));
    assertTrue(refusal(output).remedy().contains("fleet train --input DIR --output " + output));
  }

  @Test
  void refusesAnOutputWithoutForecasts() throws IOException {
    Path output = home.resolve("out");
    Files.createDirectories(output);
    Files.createFile(output.resolve("_SUCCESS"));

    assertEquals(output.resolve("forecasts"), refusal(output).file());
    assertEquals(output.resolve("forecasts"), forecasts.partitions(output).getLeft().file());
  }

  @Test
  void refusesAForecastThatIsThereTwice() {
    Path output = home.resolve("out");
    FleetForecasts unused = written(output, List.of(TWO.get(0), TWO.get(0)), List.of());

    assertTrue(
        refusal(output).reason().contains("cpu_seconds of apt on a is forecast twice"),
        refusal(output).message());
  }

  @Test
  void refusesWhatIsNoDistribution() throws Exception {
    for (String quantiles : List.of("[1.0, 2.0]", "list_reverse(quantiles)", "NULL::DOUBLE[]")) {
      Path output = home.resolve("q" + quantiles.hashCode());
      FleetForecasts unused = written(output, TWO, List.of());
      rewrite(output.resolve("forecasts/part-00000.parquet"), quantiles);

      String reason = refusal(output).reason();

      assertTrue(reason.startsWith("the forecast of apt on a is none: "), reason);
    }
  }

  private static void rewrite(Path part, String quantiles) throws SQLException, IOException {
    Path other = part.resolveSibling("other");
    try (DuckDBConnection connection = Engine.scratch();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * REPLACE (%s AS quantiles) FROM read_parquet('%s')) TO '%s' (FORMAT parquet)"
              .formatted(quantiles, part, other));
    }
    Files.move(other, part, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void refusesWhatIsNoReportOnFiles() throws IOException {
    Path output = home.resolve("out");
    FleetForecasts unused = written(output, TWO, List.of());
    Path file = output.resolve("partitions.json");
    for (String document : List.of("{", "[]", "{\"kind\": \"other\"}", "{\"kind\": 3}", "\u0000")) {
      Files.writeString(file, document, UTF_8);
      FileRefused refused = forecasts.partitions(output).getLeft();
      assertEquals(file, refused.file());
      assertFalse(refused.remedy().isEmpty());
    }
    Files.delete(file);
    assertTrue(forecasts.partitions(output).getLeft().reason().startsWith("it cannot be read"));
  }

  /** A hidden file is one that is being written, and other files are none of ours. */
  @Test
  void looksAtPartsAlone() throws IOException {
    Path output = home.resolve("out");
    FleetForecasts unused = written(output, TWO, List.of());
    Files.writeString(output.resolve("forecasts/.part-00002.parquet"), "torn", UTF_8);
    Files.writeString(output.resolve("forecasts/_temporary"), "torn", UTF_8);

    assertEquals(Either.right(2L), forecasts.visit(output, Target.CPU_TIME, unusedForecast -> {}));
  }
}
