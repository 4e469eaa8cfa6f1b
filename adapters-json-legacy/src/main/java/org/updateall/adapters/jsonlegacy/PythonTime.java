package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The times that Python 3.11 reads with {@code datetime.fromisoformat}, as its documentation
 * defines them: {@code YYYY-MM-DD}, {@code YYYYMMDD}, {@code YYYY-Www[-D]} or {@code YYYYWww[D]};
 * then, after any one character, {@code HH[:MM[:SS[.ffffff]]]} with or without colons, a comma as
 * good as a point, digits beyond the microsecond cut off; then {@code Z} or an offset such as
 * {@code +01:00}, {@code +0100}, {@code +01} or {@code +01:00:30}.
 *
 * <p>Two slips of Python's are not repeated, since they make a time of what is a mistyped one: a
 * fraction of hours or minutes, and a fraction without its point.
 *
 * <p>A date alone is its midnight. A time without offset is one of the zone given: where clocks are
 * put back and it occurs twice, the earlier; where they are put forward and it does not occur, as
 * much later as the clocks jump.
 */
final class PythonTime {

  private static final int SHORTEST = 7;
  private static final int FRACTION_DIGITS = 6;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;

  private PythonTime() {}

  /** The instant of a text; none if it is no such time, or outside the years 1 to 9999. */
  static Option<Instant> parse(String text, ZoneId zoneOfNaive) {
    if (text.length() < SHORTEST || !text.equals(text.strip())) {
      return Option.none();
    }
    try {
      return Option.some(instant(text, zoneOfNaive)).filter(PythonTime::isWithinCalendar);
    } catch (DateTimeException | IndexOutOfBoundsException noTime) {
      return Option.none();
    }
  }

  private static Instant instant(String text, ZoneId zoneOfNaive) {
    int separator = Math.min(separatorIndex(text), text.length());
    LocalDate date = date(text.substring(0, separator));
    if (separator == text.length()) {
      return date.atStartOfDay(zoneOfNaive).toInstant();
    }
    String time = text.substring(separator + 1);
    int end = offsetIndex(time);
    LocalDateTime dateTime = date.atTime(Clock.parse(time.substring(0, end)).timeOfDay());
    return end == time.length()
        ? dateTime.atZone(zoneOfNaive).toInstant()
        : dateTime
            .minus(offsetMicros(time.substring(end)), ChronoUnit.MICROS)
            .toInstant(ZoneOffset.UTC);
  }

  private static boolean isWithinCalendar(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year >= 1 && year <= 9999;
  }

  /** Where the date ends, found as Python finds it. */
  private static int separatorIndex(String text) {
    boolean dashes = text.charAt(4) == '-';
    if (text.charAt(dashes ? 5 : 4) != 'W') {
      return dashes ? 10 : 8;
    }
    return dashes ? endOfWeekWithDashes(text) : endOfWeekWithoutDashes(text);
  }

  private static int endOfWeekWithDashes(String text) {
    boolean dayMayFollow = text.length() > 8 && text.charAt(8) == '-';
    boolean dashIsSeparator = text.length() > 10 && isDigit(text.charAt(10));
    return dayMayFollow && !dashIsSeparator ? 10 : 8;
  }

  private static int endOfWeekWithoutDashes(String text) {
    int end = 7;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    if (end < 9) {
      return end;
    }
    return end % 2 == 0 ? 7 : 8;
  }

  private static LocalDate date(String text) {
    int dash = text.charAt(4) == '-' ? 1 : 0;
    if (text.charAt(4 + dash) == 'W') {
      return weekDate(text, dash);
    }
    int day = 6 + dash;
    require((text.charAt(day) == '-') == (dash == 1));
    return LocalDate.of(number(text, 0, 4), number(text, 4 + dash, 2), number(text, day + dash, 2));
  }

  private static LocalDate weekDate(String text, int dash) {
    int afterWeek = 7 + dash;
    int day = 1;
    if (text.length() > afterWeek) {
      require((text.charAt(afterWeek) == '-') == (dash == 1));
      day = number(text, afterWeek + dash, 1);
    }
    int week = number(text, 5 + dash, 2);
    String withDashes = String.format(Locale.ROOT, "%04d-W%02d-%d", number(text, 0, 4), week, day);
    return LocalDate.parse(withDashes, DateTimeFormatter.ISO_WEEK_DATE);
  }

  /** Where the offset begins; the length of the text where there is none. */
  private static int offsetIndex(String time) {
    for (char sign : new char[] {'-', '+', 'Z'}) {
      int index = time.indexOf(sign);
      if (index >= 0) {
        return index;
      }
    }
    return time.length();
  }

  private static long offsetMicros(String offset) {
    if (offset.charAt(0) == 'Z') {
      require(offset.length() == 1);
      return 0;
    }
    long micros = Clock.parse(offset.substring(1)).micros();
    require(micros < MICROS_PER_DAY);
    return offset.charAt(0) == '-' ? -micros : micros;
  }

  /** The reading of a clock: {@code HH[:?MM[:?SS[{.,}f+]]]}. */
  private record Clock(int hours, int minutes, int seconds, int microsOfSecond) {

    static Clock parse(String text) {
      int colon = text.length() > 2 && text.charAt(2) == ':' ? 1 : 0;
      int minutesAt = 2 + colon;
      int secondsAt = 4 + 2 * colon;
      return new Clock(
          number(text, 0, 2),
          text.length() == 2 ? 0 : component(text, minutesAt, colon),
          text.length() <= minutesAt + 2 ? 0 : component(text, secondsAt, colon),
          fraction(text, secondsAt + 2));
    }

    LocalTime timeOfDay() {
      return LocalTime.of(hours, minutes, seconds, microsOfSecond * 1000);
    }

    long micros() {
      return ((hours * 60L + minutes) * 60 + seconds) * MICROS_PER_SECOND + microsOfSecond;
    }

    private static int component(String text, int at, int colon) {
      require(colon == 0 || text.charAt(at - 1) == ':');
      return number(text, at, 2);
    }

    private static int fraction(String text, int at) {
      if (text.length() <= at) {
        return 0;
      }
      require(text.charAt(at) == '.' || text.charAt(at) == ',');
      String digits = text.substring(at + 1);
      require(!digits.isEmpty() && digits.chars().allMatch(PythonTime::isDigit));
      return Integer.parseInt((digits + "00000").substring(0, FRACTION_DIGITS));
    }
  }

  private static int number(String text, int from, int digits) {
    String number = text.substring(from, from + digits);
    require(number.chars().allMatch(PythonTime::isDigit));
    return Integer.parseInt(number);
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new DateTimeException("not a time that Python reads");
    }
  }
}
