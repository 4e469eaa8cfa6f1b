package org.updateall.domain.forecast;

/**
 * Which values of a series a rolling-origin evaluation forecasts: the last of them, a share of the
 * series, but not more than so many.
 *
 * @param lastFraction the share, from 0 to 1
 * @param lastMax the most
 */
public record Origins(double lastFraction, int lastMax) {

  /**
   * @throws IllegalArgumentException if the share is not between 0 and 1, or the most is negative
   */
  public Origins {
    if (!(lastFraction >= 0 && lastFraction <= 1)) {
      throw new IllegalArgumentException("a fraction lies between 0 and 1, not at " + lastFraction);
    }
    if (lastMax < 0) {
      throw new IllegalArgumentException("the most origins are negative: " + lastMax);
    }
  }

  /** The last three tenths, at most 30. */
  public static Origins defaults() {
    return new Origins(0.3, 30);
  }

  /** How many values of a series of that length are forecast. */
  public int count(int length) {
    return (int) Math.min(lastMax, Math.floor(lastFraction * length));
  }
}
