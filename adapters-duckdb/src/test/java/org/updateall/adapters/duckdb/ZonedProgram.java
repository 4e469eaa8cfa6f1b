package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;

/**
 * Records runs around clock changes, reads them back, and writes what it read and in which zone.
 */
final class ZonedProgram {

  private static final List<String> CLOCK_CHANGES =
      List.of(
          "2026-03-08T07:00:00Z",
          "2026-11-01T06:00:00Z",
          "2026-03-29T01:00:00Z",
          "2026-10-25T01:00:00Z");

  private ZonedProgram() {}

  /** Arguments: directory. */
  public static void main(String[] arguments) {
    Stores stores = new Stores(Path.of(arguments[0]));
    stores.history().recordAll(bulk().iterator());
    stores.history().record(single());
    System.out.println(ZoneId.systemDefault());
    stores
        .history()
        .recent(HistoryFilter.everything(), Integer.MAX_VALUE)
        .forEach(run -> System.out.println(run.startTime() + " " + run.endTime()));
  }

  /** What is to be read back, newest first. */
  static List<Run> runs() {
    return Stream.concat(bulk().stream(), Stream.of(single()))
        .sorted(Comparator.comparing(Run::startTime).reversed())
        .toList();
  }

  private static List<Run> bulk() {
    return IntStream.range(0, CLOCK_CHANGES.size() * 24)
        .mapToObj(ZonedProgram::quarterHour)
        .toList();
  }

  private static Run single() {
    return Runs.run(999)
        .startingAt("2026-11-01T05:30:00.000001Z")
        .endingAt("2026-11-01T06:30:00.000001Z")
        .build();
  }

  private static Run quarterHour(int number) {
    Instant change = Instant.parse(CLOCK_CHANGES.get(number / 24));
    Instant start = change.plus(Duration.ofMinutes(15L * (number % 24) - 180));
    return Runs.run(number).startingAt(start).endingAt(start.plus(Duration.ofMinutes(40))).build();
  }
}
