package org.updateall.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something is kept, as it is written on the command line: {@code 2y}, {@code 90d}. */
final class Retention {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,5})([dwmy])");

  private Retention() {}

  /**
   * The moment that lies so far back; years and months are those of the calendar of UTC.
   *
   * @throws UsageException if the text is no such span, or none at all
   */
  static Instant before(Instant now, String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      throw unknown(text);
    }
    OffsetDateTime before =
        now.atOffset(ZoneOffset.UTC)
            .minus(period(Integer.parseInt(matcher.group(1)), matcher.group(2)));
    if (before.getYear() < 1) {
      throw unknown(text);
    }
    return before.toInstant();
  }

  private static Period period(int count, String unit) {
    return switch (unit) {
      case "d" -> Period.ofDays(count);
      case "w" -> Period.ofWeeks(count);
      case "m" -> Period.ofMonths(count);
      default -> Period.ofYears(count);
    };
  }

  private static UsageException unknown(String text) {
    return new UsageException(
        "--keep: '%s' is no span such as 90d, 26w, 18m or 2y (days, weeks, months, years)"
            .formatted(text));
  }
}
