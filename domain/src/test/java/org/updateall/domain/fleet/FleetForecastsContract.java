package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.FileRefused;

/** What every {@link FleetForecasts} promises. */
public abstract class FleetForecastsContract {

  private static final List<PartitionReport> PARTITIONS =
      List.of(
          new PartitionReport("outcomes/month=2026-10/host=a/part.parquet", 31, 0, null),
          new PartitionReport("outcomes/month=2026-11/host=ż/part.parquet", 3, 12, "it is torn"));

  @TempDir protected Path home;

  /** A reader of an output that holds this. */
  protected abstract FleetForecasts written(
      Path output, List<FleetForecast> forecasts, List<PartitionReport> partitions)
      throws IOException;

  private static List<FleetForecast> read(FleetForecasts forecasts, Path output, Target target) {
    List<FleetForecast> read = new ArrayList<>();
    Either<FileRefused, Long> count = forecasts.visit(output, target, read::add);
    assertEquals(Either.right((long) read.size()), count);
    return read;
  }

  private static Either<FileRefused, Long> count(
      FleetForecasts forecasts, Path output, Target target) {
    return forecasts.visit(output, target, unused -> {});
  }

  @Test
  void handsOnEveryForecastOfTheTargetByHostAndPlugin() throws IOException {
    FleetForecast last = Forecasts.around(7, "żółw", "apt", Target.WALL_CLOCK);
    FleetForecast second = Forecasts.around(5, "a", "snap", Target.WALL_CLOCK);
    FleetForecast first =
        Forecasts.of("a", "unknown", "unknown", "apt", Target.WALL_CLOCK, 3, 0, "prior");
    FleetForecast other = Forecasts.around(9e9, "a", "apt", Target.DOWNLOAD_SIZE);
    Path output = home.resolve("out");

    FleetForecasts forecasts = written(output, List.of(last, other, second, first), PARTITIONS);

    assertEquals(List.of(first, second, last), read(forecasts, output, Target.WALL_CLOCK));
    assertEquals(List.of(other), read(forecasts, output, Target.DOWNLOAD_SIZE));
    assertEquals(List.of(), read(forecasts, output, Target.CPU_TIME));
  }

  @Test
  void readsThousandsAndAnEmptyOne() throws IOException {
    List<FleetForecast> many =
        IntStream.range(0, 3_000)
            .mapToObj(i -> Forecasts.around(1 + i, "h%04d".formatted(i), "apt", Target.CPU_TIME))
            .toList();
    Path output = home.resolve("many");
    Path empty = home.resolve("it's [empty]");

    assertEquals(many, read(written(output, many, List.of()), output, Target.CPU_TIME));
    FleetForecasts none = written(empty, List.of(), List.of());
    assertEquals(List.of(), read(none, empty, Target.CPU_TIME));
    assertEquals(Either.right(List.of()), none.partitions(empty));
  }

  @Test
  void tellsWhatBecameOfEachFile() throws IOException {
    Path output = home.resolve("out");

    assertEquals(
        Either.right(PARTITIONS), written(output, List.of(), PARTITIONS).partitions(output));
  }

  @Test
  void saysWhatToRunWhereNothingIs() throws IOException {
    FleetForecasts forecasts = written(home.resolve("out"), List.of(), List.of());
    Path nowhere = home.resolve("nowhere");

    FileRefused refused = count(forecasts, nowhere, Target.CPU_TIME).getLeft();

    assertEquals(nowhere, refused.file());
    assertTrue(refused.remedy().contains("update-all fleet train"), refused.message());
    assertEquals(refused, forecasts.partitions(nowhere).getLeft());
  }

  @Test
  void passesOnWhatTheListenerThrows() throws IOException {
    Path output = home.resolve("out");
    FleetForecasts forecasts =
        written(output, List.of(Forecasts.around(1, "a", "apt", Target.CPU_TIME)), List.of());
    IllegalStateException enough = new IllegalStateException("enough");

    assertSame(
        enough,
        assertThrows(
            IllegalStateException.class,
            () -> {
              Either<FileRefused, Long> unused =
                  forecasts.visit(
                      output,
                      Target.CPU_TIME,
                      each -> {
                        throw enough;
                      });
            }));
  }
}
