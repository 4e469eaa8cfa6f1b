package org.updateall.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.updateall.domain.forecast.Target;

/** Times and sizes as a person reads them. */
final class Quantity {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final double TENTHS_BELOW_SECONDS = 10;
  private static final double KIBI = 1024;
  private static final MathContext SIX_FIGURES = new MathContext(6);
  private static final int MOST_DIGITS = 15;
  private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private Quantity() {}

  /** The value of a target with its unit. */
  static String of(Target target, double value) {
    return switch (target.unit()) {
      case SECONDS -> seconds(value);
      case BYTES -> bytes(value);
    };
  }

  /**
   * Such as {@code 0.4 s}, {@code 12 s}, {@code 1 min 12 s}, {@code 2 h 5 min}, {@code 3 d 4 h}.
   */
  static String seconds(double value) {
    if (value < TENTHS_BELOW_SECONDS - 0.05) {
      return String.format(Locale.ROOT, "%.1f s", value);
    }
    long seconds = Math.round(value);
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    if (seconds < HOUR) {
      return two(seconds / MINUTE, "min", seconds % MINUTE, "s");
    }
    long minutes = Math.round(value / MINUTE);
    if (minutes * MINUTE < DAY) {
      return two(minutes / MINUTE, "h", minutes % MINUTE, "min");
    }
    long hours = Math.round(value / HOUR);
    return two(hours / 24, "d", hours % 24, "h");
  }

  /** Such as {@code 512 B}, {@code 1.5 KiB}, {@code 412 MiB}: three figures at most. */
  static String bytes(double value) {
    int size = 0;
    double shown = value;
    while (shown >= KIBI - 0.5 && size < SIZES.length - 1) {
      shown /= KIBI;
      size++;
    }
    String format = size > 0 && shown < TENTHS_BELOW_SECONDS - 0.05 ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ROOT, format, shown, SIZES[size]);
  }

  /** A number of any unit, to six figures, such as {@code 0.0123457} or {@code 2199830000}. */
  static String plain(double value) {
    BigDecimal rounded = new BigDecimal(value).round(SIX_FIGURES).stripTrailingZeros();
    return rounded.precision() - rounded.scale() > MOST_DIGITS || rounded.scale() > MOST_DIGITS
        ? rounded.toString()
        : rounded.toPlainString();
  }

  /** Such as {@code 87.5 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  /** A level such as {@code 90 %}, with as many decimals as it has. */
  static String level(double level) {
    double percent = Math.round(level * 100_000) / 1000.0;
    return percent == Math.rint(percent) ? "%d %%".formatted((long) percent) : percent + " %";
  }

  private static String two(long great, String greatUnit, long small, String smallUnit) {
    return small == 0
        ? "%d %s".formatted(great, greatUnit)
        : "%d %s %d %s".formatted(great, greatUnit, small, smallUnit);
  }
}
