package org.updateall.adapters.plugins;

import io.vavr.control.Option;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 90s}, {@code 5m}, {@code 2h}, or seconds without a unit. */
final class Durations {

  private static final Pattern TIME = Pattern.compile("(\\d{1,7})\\s*(s|m|min|h|)");

  private Durations() {}

  /** The time of that text; none if it is none, or not above zero. */
  static Option<Duration> parse(String text) {
    Matcher matcher = TIME.matcher(text.strip());
    if (!matcher.matches()) {
      return Option.none();
    }
    long number = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "h" -> Duration.ofHours(number);
          case "m", "min" -> Duration.ofMinutes(number);
          default -> Duration.ofSeconds(number);
        };
    return Option.when(!duration.isZero(), duration);
  }
}
