package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.LocalDateTime;

/**
 * A local time as logs of Debian write it at the beginning of a text: {@code 2026-05-09 07:28:46},
 * with one or more spaces in the middle, and maybe with milliseconds after a comma.
 *
 * @param time to the resolution in which it was written
 * @param length how many characters of the text it takes
 */
record LogStamp(LocalDateTime time, int length) {

  private static final int DATE_LENGTH = 10;
  private static final int CLOCK_LENGTH = 8;
  private static final int NANOS_OF_MILLI = 1_000_000;

  /** What a text begins with; none where that is no time. */
  static Option<LogStamp> at(String text) {
    int clock = DATE_LENGTH;
    while (clock < text.length() && text.charAt(clock) == ' ') {
      clock++;
    }
    int end = clock + CLOCK_LENGTH;
    if (clock == DATE_LENGTH || end > text.length() || !hasSeparators(text, clock)) {
      return Option.none();
    }
    boolean milliseconds = text.length() >= end + 4 && text.charAt(end) == ',';
    return time(text, clock, milliseconds ? number(text, end + 1, 3) : 0)
        .map(time -> new LogStamp(time, milliseconds ? end + 4 : end));
  }

  private static boolean hasSeparators(String text, int clock) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(clock + 2) == ':'
        && text.charAt(clock + 5) == ':';
  }

  private static Option<LocalDateTime> time(String text, int clock, int millisecond) {
    try {
      return Option.some(
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 2),
              number(text, 8, 2),
              number(text, clock, 2),
              number(text, clock + 3, 2),
              number(text, clock + 6, 2),
              millisecond < 0 ? millisecond : millisecond * NANOS_OF_MILLI));
    } catch (DateTimeException e) {
      return Option.none();
    }
  }

  /** So many digits as a number; one that no field of a time allows, where they are none. */
  private static int number(String text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
