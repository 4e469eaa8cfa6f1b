package org.updateall.domain.reporting;

import java.util.Locale;
import org.updateall.domain.forecast.Target;

/** Times and sizes as a person reads them. */
public final class ReadableQuantity {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final double TENTHS_BELOW = 10;
  private static final double KIBI = 1024;
  private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private ReadableQuantity() {}

  /** A value in that unit, with the unit that suits it. */
  public static String of(Target.Unit unit, double value) {
    return switch (unit) {
      case SECONDS -> seconds(value);
      case BYTES -> bytes(value);
    };
  }

  /**
   * Such as {@code 0.4 s}, {@code 12 s}, {@code 1 min 12 s}, {@code 2 h 5 min}, {@code 3 d 4 h}.
   */
  public static String seconds(double value) {
    if (value < TENTHS_BELOW - 0.05) {
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
  public static String bytes(double value) {
    int size = 0;
    double shown = value;
    while (shown >= KIBI - 0.5 && size < SIZES.length - 1) {
      shown /= KIBI;
      size++;
    }
    String format = size > 0 && shown < TENTHS_BELOW - 0.05 ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ROOT, format, shown, SIZES[size]);
  }

  private static String two(long great, String greatUnit, long small, String smallUnit) {
    return small == 0
        ? "%d %s".formatted(great, greatUnit)
        : "%d %s %d %s".formatted(great, greatUnit, small, smallUnit);
  }
}
