package org.updateall.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of which time: the words that everything that chooses runs has. */
final class PeriodChoices {

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Only what began then or later: a date such as 2026-01-31, which begins at its first "
              + "moment in --zone, or an instant such as 2026-01-31T12:00:00Z.")
  private @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Only what began before then; of a date, before its first moment.")
  private @Nullable String until;

  boolean hasBegin() {
    return since != null;
  }

  /**
   * The first moment that is meant, if one is said.
   *
   * @param zone the zone of dates
   * @throws UsageException if the time cannot be read
   */
  @Nullable Instant begin(ZoneId zone) {
    return time("--since", since, zone);
  }

  /**
   * The first moment that is meant no more, if one is said.
   *
   * @param zone the zone of dates
   * @throws UsageException if the time cannot be read
   */
  @Nullable Instant end(ZoneId zone) {
    return time("--until", until, zone);
  }

  /**
   * The moment that the text of an option means, if it has one.
   *
   * @throws UsageException if the time cannot be read
   */
  static @Nullable Instant time(String option, @Nullable String text, ZoneId zone) {
    if (text == null) {
      return null;
    }
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new UsageException(
          "%s: '%s' is neither a date such as 2026-01-31 nor an instant such as 2026-01-31T12:00:00Z"
              .formatted(option, text));
    }
  }
}
