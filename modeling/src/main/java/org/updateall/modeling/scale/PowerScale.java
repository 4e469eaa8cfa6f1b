package org.updateall.modeling.scale;

import java.util.Arrays;
import org.updateall.modeling.numbers.Median;

/**
 * A power and the offset that keeps it away from zero: z = g(y + offset).
 *
 * @param offset in units of the series, finite; 0 or more for {@link Power#IDENTITY} and {@link
 *     Power#SQUARE_ROOT}, above 0 for {@link Power#LOGARITHM}
 */
public record PowerScale(Power power, double offset) {

  /** The values as they are. */
  public static final PowerScale IDENTITY = new PowerScale(Power.IDENTITY, 0);

  /** How many positive values fix the offset. */
  private static final int EARLY_VALUES = 5;

  private static final double SHARE_OF_MEDIAN = 0.01;

  /** Beyond this the exponential or the square of a bound would leave the numbers. */
  private static final double LARGEST_EXPONENT = 690;

  private static final double LARGEST_ROOT = 1e150;

  public PowerScale {
    if (power == null) {
      throw new IllegalArgumentException("power is missing");
    }
    boolean logarithmOfZero = power == Power.LOGARITHM && offset == 0;
    if (!(offset >= 0 && Double.isFinite(offset)) || logarithmOfZero) {
      throw new IllegalArgumentException("offset does not suit " + power + ": " + offset);
    }
  }

  /**
   * The scale of that power for a series: its offset is 1 % of the median of the first five
   * positive values, so that later values never change it; 0 for the identity, and 1 when no value
   * is positive.
   */
  public static PowerScale of(Power power, double[] series) {
    return power == Power.IDENTITY ? IDENTITY : new PowerScale(power, offset(series));
  }

  private static double offset(double[] series) {
    double[] early =
        Arrays.stream(series).filter(value -> value > 0).limit(EARLY_VALUES).sorted().toArray();
    return early.length == 0 ? 1 : SHARE_OF_MEDIAN * Median.ofSorted(early);
  }

  /** The value on this scale; a negative value counts as 0. */
  public double toScale(double value) {
    double shifted = Math.max(0, value) + offset;
    return switch (power) {
      case IDENTITY -> shifted;
      case SQUARE_ROOT -> Math.sqrt(shifted);
      case LOGARITHM -> Math.log(shifted);
    };
  }

  /** The values on this scale, in the same order. */
  public double[] toScale(double[] values) {
    return Arrays.stream(values).map(this::toScale).toArray();
  }

  /**
   * The value that stands there on this scale: monotone, finite and never below 0. Where 0 stands,
   * it is 0 exactly.
   */
  public double fromScale(double scaled) {
    if (scaled <= toScale(0)) {
      return 0;
    }
    double shifted =
        switch (power) {
          case IDENTITY -> scaled;
          case SQUARE_ROOT -> square(Math.min(LARGEST_ROOT, Math.max(0, scaled)));
          case LOGARITHM -> Math.exp(Math.min(LARGEST_EXPONENT, scaled));
        };
    return Math.max(0, shifted - offset);
  }

  private static double square(double root) {
    return root * root;
  }
}
