package org.updateall.domain.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The invariants that the records of this package share. Each failure names field and value. */
final class Require {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private static final double MAX_SECONDS = 1e12;

  private Require() {}

  static void text(String field, String value, int maxLength) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(field + " is empty");
    }
    if (value.length() > maxLength) {
      throw new IllegalArgumentException(
          "%s has %d characters, at most %d are kept".formatted(field, value.length(), maxLength));
    }
    wellFormed(field, value);
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw new IllegalArgumentException(
            "%s holds the control character U+%04X".formatted(field, (int) value.charAt(i)));
      }
    }
  }

  /** Refuses half a surrogate pair: no store could keep it, for UTF-8 has no form of it. */
  static void wellFormed(String field, @Nullable String value) {
    if (value != null && !isWellFormed(value)) {
      throw new IllegalArgumentException(field + " holds half a surrogate pair");
    }
  }

  /** A loop, and no stream: every text of every record that is read comes by here. */
  private static boolean isWellFormed(String text) {
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint)) {
        return false;
      }
      i += Character.charCount(codePoint);
    }
    return true;
  }

  static void notNegative(String field, @Nullable Number value) {
    if (value == null) {
      return;
    }
    if (!Double.isFinite(value.doubleValue())) {
      throw new IllegalArgumentException(field + " is not a finite number: " + value);
    }
    if (value.doubleValue() < 0) {
      throw new IllegalArgumentException(field + " is negative: " + value);
    }
  }

  /**
   * Refuses what is longer than the calendar, so that no sum of seconds leaves the numbers.
   *
   * @return the value; for a negative zero, which no store tells from it, zero
   */
  static @Nullable Double seconds(String field, @Nullable Double value) {
    notNegative(field, value);
    if (value != null && value > MAX_SECONDS) {
      throw new IllegalArgumentException(field + " is above 10^12 seconds: " + value);
    }
    return unsigned(value);
  }

  /** The number, of which a zero has no sign. */
  static @Nullable Double unsigned(@Nullable Double value) {
    return value == null ? null : (Double) (value + 0.0);
  }

  static void ordered(@Nullable Instant start, @Nullable Instant end) {
    if (start != null && end != null && end.isBefore(start)) {
      throw new IllegalArgumentException(
          "end time %s is before start time %s".formatted(end, start));
    }
  }

  /** The instant cut to the microsecond, or null. */
  static @Nullable Instant optionalTime(String field, @Nullable Instant time) {
    return time == null ? null : time(field, time);
  }

  /** The instant cut to the microsecond. */
  static Instant time(String field, Instant time) {
    Instant kept = time.truncatedTo(ChronoUnit.MICROS);
    if (kept.isBefore(EARLIEST) || kept.isAfter(LATEST)) {
      throw new IllegalArgumentException(field + " is outside the years 1 to 9999: " + time);
    }
    return kept;
  }
}
