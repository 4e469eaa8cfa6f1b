package org.updateall.domain.retrieval;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One execution as a model learns from it: what was known before it began, and what it came to.
 *
 * @param outcome when it began, on which machine, how it ended, and the targets: download, CPU
 *     time, elapsed time and peak memory. What it holds of packages updated is an outcome too, and
 *     nothing to forecast from
 * @param secondsSincePrevious seconds from the begin of the plugin's previous execution on that
 *     machine, however that ended and whether or not it is meant; absent for the first
 * @param announced what the plugin announced beforehand, packages to update among it
 * @param dayOfWeek the local day on which it began, 0 for Monday to 6 for Sunday
 * @param hourOfDay the local hour in which it began, 0 to 23
 */
public record TrainingRow(
    ExecutionOutcome outcome,
    @Nullable Double secondsSincePrevious,
    Announcement announced,
    int dayOfWeek,
    int hourOfDay) {

  private static final int SATURDAY = 5;
  private static final int SUNDAY = 6;
  private static final int LAST_HOUR = 23;
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * @throws IllegalArgumentException if a day or an hour is out of range, or the time since the
   *     previous execution is negative
   */
  public TrainingRow {
    requireNonNull(outcome, "outcome");
    requireNonNull(announced, "announced");
    requireBetween("day of week", dayOfWeek, SUNDAY);
    requireBetween("hour of day", hourOfDay, LAST_HOUR);
    if (secondsSincePrevious != null && !(secondsSincePrevious >= 0)) {
      throw new IllegalArgumentException(
          "seconds since the previous execution are negative: " + secondsSincePrevious);
    }
  }

  /**
   * The row of that execution.
   *
   * @param previousStart when the plugin's previous execution on that machine began; absent for the
   *     first
   * @param zone whose clock says day and hour
   */
  public static TrainingRow of(
      ExecutionOutcome outcome,
      @Nullable Instant previousStart,
      Announcement announced,
      ZoneId zone) {
    ZonedDateTime local = outcome.startedAt().atZone(zone);
    return new TrainingRow(
        outcome,
        previousStart == null
            ? null
            : seconds(Duration.between(previousStart, outcome.startedAt())),
        announced,
        local.getDayOfWeek().getValue() - 1,
        local.getHour());
  }

  public boolean isWeekend() {
    return dayOfWeek >= SATURDAY;
  }

  private static double seconds(Duration time) {
    return time.getSeconds() + time.getNano() / NANOS_PER_SECOND;
  }

  private static void requireBetween(String what, int value, int greatest) {
    if (value < 0 || value > greatest) {
      throw new IllegalArgumentException("%s is %d".formatted(what, value));
    }
  }
}
