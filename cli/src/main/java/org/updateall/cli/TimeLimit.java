package org.updateall.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as {@code 90s}, {@code 5m} or {@code 2h}; seconds without a unit. */
final class TimeLimit implements ITypeConverter<Duration> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,7}) ?(s|m|min|h|)");

  @Override
  public Duration convert(String text) {
    Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new TypeConversionException("'" + text + "' is no time such as 90s, 5m or 2h");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "h" -> Duration.ofHours(number);
      case "m", "min" -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
