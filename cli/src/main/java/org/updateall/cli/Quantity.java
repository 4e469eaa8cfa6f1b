package org.updateall.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.reporting.ReadableQuantity;

/** Times and sizes as a person reads them. */
final class Quantity {

  private static final MathContext SIX_FIGURES = new MathContext(6);
  private static final int MOST_DIGITS = 15;

  private Quantity() {}

  /** The value of a target with its unit. */
  static String of(Target target, double value) {
    return ReadableQuantity.of(target.unit(), value);
  }

  /**
   * Such as {@code 0.4 s}, {@code 12 s}, {@code 1 min 12 s}, {@code 2 h 5 min}, {@code 3 d 4 h}.
   */
  static String seconds(double value) {
    return ReadableQuantity.seconds(value);
  }

  /** Such as {@code 512 B}, {@code 1.5 KiB}, {@code 412 MiB}: three figures at most. */
  static String bytes(double value) {
    return ReadableQuantity.bytes(value);
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
}
