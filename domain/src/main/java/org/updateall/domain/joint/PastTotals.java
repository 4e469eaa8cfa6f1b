package org.updateall.domain.joint;

import java.util.List;
import org.updateall.domain.forecast.PredictionInterval;

/**
 * What had been predicted for past totals, and what they came to.
 *
 * @param level nominal level of all the intervals
 * @param totals oldest first
 */
public record PastTotals(double level, List<PastTotal> totals) {

  /** None that is known of. */
  public static final PastTotals NONE = new PastTotals(PredictionInterval.DEFAULT_LEVEL, List.of());

  /**
   * @throws IllegalArgumentException if the level does not lie between 0 and 1
   */
  public PastTotals {
    PredictionInterval.requireLevel(level);
    totals = List.copyOf(totals);
  }

  /**
   * One total.
   *
   * @param actual what it came to
   * @param median what had been predicted
   * @param lower the lower bound of the interval
   * @param upper the upper bound of the interval
   */
  public record PastTotal(double actual, double median, double lower, double upper) {

    /**
     * @throws IllegalArgumentException if a figure is negative or not finite, or the median lies
     *     outside the interval
     */
    public PastTotal {
      boolean ordered = lower >= 0 && median >= lower && upper >= median;
      if (!ordered || Double.isInfinite(upper) || !(actual >= 0) || Double.isInfinite(actual)) {
        throw new IllegalArgumentException(
            "not a total with its prediction: %s of %s [%s, %s]"
                .formatted(actual, median, lower, upper));
      }
    }
  }
}
