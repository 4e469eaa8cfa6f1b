package org.updateall.modeling.joint;

import java.util.Arrays;
import org.updateall.modeling.conformal.ConformalQuantile;

/**
 * By how much intervals of totals should have been wider or narrower, as past totals tell.
 *
 * <pre>
 * y, m        a past total, and the median that had been predicted for it
 * l, u        the bounds of its interval of level p
 * e         = (y - m) / (u - m) if y is above m, else (m - y) / (m - l): at most 1 inside
 * k           how many past totals there are
 * q           the ceil((k + 1) p)-th smallest of all e (split conformal), or the greatest
 * factor    = q^(k / (k + 50)), at least 1/3 and at most 3; 1 while k is below 20
 * </pre>
 */
public final class CalibrationFactor {

  private static final int MIN_TOTALS = 20;
  private static final double SHRINKAGE = 50;
  private static final double MOST = 3;

  private CalibrationFactor() {}

  /** How far a past total was from its median, in proportion to that bound of its interval. */
  public static double exceedance(double actual, double median, double lower, double upper) {
    double distance = Math.abs(actual - median);
    double allowed = actual > median ? upper - median : median - lower;
    return distance == 0 ? 0 : distance / allowed;
  }

  /**
   * @param exceedances of past totals, in any order; infinite where an interval had no width
   * @param level of their intervals
   */
  public static double of(double[] exceedances, double level) {
    int count = exceedances.length;
    if (count < MIN_TOTALS) {
      return 1;
    }
    double[] sorted = exceedances.clone();
    Arrays.sort(sorted);
    double quantile = ConformalQuantile.upper(sorted, level).orElse(sorted[count - 1]);
    double shrunken = Math.pow(quantile, count / (count + SHRINKAGE));
    return Math.max(1 / MOST, Math.min(MOST, shrunken));
  }

  /**
   * Quantiles that are farther from the median by that factor, but not below 0.
   *
   * @param quantiles ascending, the median in the middle of them
   */
  public static double[] apply(double factor, double[] quantiles) {
    double median = quantiles[quantiles.length / 2];
    return Arrays.stream(quantiles)
        .map(quantile -> Math.max(0, median + factor * (quantile - median)))
        .toArray();
  }
}
