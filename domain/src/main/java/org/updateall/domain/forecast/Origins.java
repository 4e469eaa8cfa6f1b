package org.updateall.domain.forecast;

/**
 * Which values of a series a rolling-origin evaluation forecasts: the last of them, a share of the
 * series, but not more than so many, and none before some place.
 *
 * @param lastFraction the share, from 0 to 1
 * @param lastMax the most
 * @param first the first place of which there may be a forecast, which is how many values are known
 *     before it
 */
public record Origins(double lastFraction, int lastMax, int first) {

  /** With fewer values before there is little to forecast from. */
  private static final int ENOUGH = 3;

  /**
   * @throws IllegalArgumentException if the share is not between 0 and 1, or the most or the first
   *     place is negative
   */
  public Origins {
    if (!(lastFraction >= 0 && lastFraction <= 1)) {
      throw new IllegalArgumentException("a fraction lies between 0 and 1, not at " + lastFraction);
    }
    if (lastMax < 0) {
      throw new IllegalArgumentException("the most origins are negative: " + lastMax);
    }
    if (first < 0) {
      throw new IllegalArgumentException("the first place is negative: " + first);
    }
  }

  /** From the first value on. */
  public Origins(double lastFraction, int lastMax) {
    this(lastFraction, lastMax, 0);
  }

  /** The last three tenths, at most 30. */
  public static Origins defaults() {
    return new Origins(0.3, 30);
  }

  /** Every value from the fourth on. */
  public static Origins all() {
    return new Origins(1, Integer.MAX_VALUE, ENOUGH);
  }

  /** How many values of a series of that length are forecast. */
  public int count(int length) {
    int last = (int) Math.min(lastMax, Math.floor(lastFraction * length));
    return Math.min(last, Math.max(0, length - first));
  }
}
