package org.updateall.adapters.system.importing;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.updateall.domain.importing.ProgramOutput.Ending;
import org.updateall.domain.importing.SourceMachine;

/**
 * What {@code flatpak history} prints. It tells times without their year, and so is asked for one
 * year after the other, from this one back, until every row has been seen.
 */
final class FlatpakHistory {

  static final String PLACE = "flatpak history";

  /** The first flatpak with a history was of the end of that year. */
  static final int FIRST_YEAR = 2018;

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final SourceMachine machine;
  private final LogReading reading;
  private final SkipTally unreadable = new SkipTally();
  private long rows;

  FlatpakHistory(SourceMachine machine, LogReading reading) {
    this.machine = machine;
    this.reading = reading;
  }

  /**
   * The times at which something was put in place, oldest first.
   *
   * @param since the first year that is asked for
   */
  List<LocalDateTime> deployed(int since) {
    List<LocalDateTime> times = new ArrayList<>();
    ask(List.of(), line -> rows++);
    for (int year = lastYear(); rows > 0 && year >= Math.max(since, FIRST_YEAR); year--) {
      times.addAll(0, of(year));
    }
    unreadable.report(reading);
    return times;
  }

  private int lastYear() {
    return ZonedDateTime.ofInstant(machine.now().plus(Duration.ofDays(1)), machine.zone())
        .getYear();
  }

  /** Flatpak leaves out what was at the times themselves that it is told. */
  private List<LocalDateTime> of(int year) {
    List<LocalDateTime> times = new ArrayList<>();
    List<String> bounds =
        List.of(
            "--since=%s-12-31 23:59:59".formatted(Year.of(year - 1)),
            "--until=%s-01-01 00:00:00".formatted(Year.of(year + 1)));
    long[] line = {0};
    ask(
        bounds,
        row -> {
          rows--;
          line[0]++;
          FlatpakChange.of(row, year)
              .onEmpty(() -> unreadable.add(line[0], "has no time and change that can be read"))
              .filter(FlatpakChange::isDeploying)
              .forEach(change -> times.add(change.time()));
        });
    return times;
  }

  private void ask(List<String> bounds, Consumer<String> eachRow) {
    List<String> command = new ArrayList<>(List.of("flatpak", "history", "--columns=time,change"));
    command.addAll(bounds);
    Ending ending =
        machine
            .programs()
            .lines(
                command,
                LIMIT,
                line -> {
                  if (!line.isBlank()) {
                    eachRow.accept(line);
                  }
                });
    if (ending.exitCode() != 0) {
      reading.skip(
          null,
          "cannot be read to its end: flatpak ended with %d: %s"
              .formatted(ending.exitCode(), PlainText.of(ending.error())));
    }
  }
}
