package org.updateall.domain.forecast;

/**
 * A range that is to hold the coming value with a stated probability; both bounds are inside.
 *
 * @param lower lower bound, not negative
 * @param upper upper bound, not below the lower
 * @param level nominal probability, between 0 and 1
 */
public record PredictionInterval(double lower, double upper, double level) {

  /** The level of whoever does not ask for one. */
  public static final double DEFAULT_LEVEL = 0.9;

  /**
   * @throws IllegalArgumentException if a bound is not finite or negative, the bounds are crossed,
   *     or the level is not between 0 and 1
   */
  public PredictionInterval {
    if (!(lower >= 0) || !(upper >= lower) || Double.isInfinite(upper)) {
      throw new IllegalArgumentException(
          "not an interval of finite bounds at or above zero: [%s, %s]".formatted(lower, upper));
    }
    requireLevel(level);
  }

  /**
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public static void requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level lies between 0 and 1, not at " + level);
    }
  }

  /**
   * @throws IllegalArgumentException if the point forecast is negative or not finite
   */
  static void requirePoint(double point) {
    if (!(point >= 0) || Double.isInfinite(point)) {
      throw new IllegalArgumentException("a point must be finite and not negative: " + point);
    }
  }

  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  public double width() {
    return upper - lower;
  }

  /**
   * The interval score of the value that came: the width, and for a value outside 2 / (1 - level)
   * times its distance (Gneiting and Raftery, JASA 102, 2007, equation 43). Less is better.
   */
  public double score(double value) {
    double distance = Math.max(0, lower - value) + Math.max(0, value - upper);
    return width() + 2 / (1 - level) * distance;
  }
}
