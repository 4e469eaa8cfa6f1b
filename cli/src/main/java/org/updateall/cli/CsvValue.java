package org.updateall.cli;

import io.vavr.control.Either;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a text in a table stands for, or why it stands for nothing. */
final class CsvValue {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /** A date, then perhaps a time of day, then perhaps an offset. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[' '][XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private CsvValue() {}

  /** A finite number. */
  static Either<String, Double> number(String text) {
    String digits = text.strip();
    double number = NUMBER.matcher(digits).matches() ? Double.parseDouble(digits) : Double.NaN;
    return Double.isFinite(number)
        ? Either.right(number)
        : Either.left("'%s' is no number".formatted(text));
  }

  /** A finite number that is not negative. */
  static Either<String, Double> measured(String text) {
    return number(text)
        .filterOrElse(number -> number >= 0, number -> "%s is below 0".formatted(text));
  }

  /** A moment; without an offset that of UTC, and of a date the first of its day. */
  static Either<String, Instant> time(String text) {
    try {
      return Either.right(
          instant(
              TIME.parseBest(
                  text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
    } catch (DateTimeException e) {
      return Either.left("'%s' is no time".formatted(text));
    }
  }

  private static Instant instant(TemporalAccessor time) {
    if (time instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    return time instanceof LocalDateTime local
        ? local.toInstant(ZoneOffset.UTC)
        : LocalDate.from(time).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
