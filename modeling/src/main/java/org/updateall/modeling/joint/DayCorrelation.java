package org.updateall.modeling.joint;

import java.util.Arrays;
import java.util.Collection;

/**
 * How much of the variance of what happened on days is common to all that happened on the same day:
 * the intraclass correlation of a one-way analysis of variance with random effects and groups of
 * unequal size (Searle, Casella and McCulloch, Variance Components, 1992, section 3.6), drawn
 * towards an assumed value.
 *
 * <pre>
 * z_di   normal score of outcome i on day d; n_d how many there are; N of all days; a days
 * MSB  = sum n_d (mean_d - mean)^2 / (a - 1)
 * MSW  = sum (z_di - mean_d)^2 / (N - a)
 * n0   = (N - sum n_d^2 / N) / (a - 1)
 * s    = max(0, (MSB - MSW) / n0)            the variance between days
 * r    = s / (s + MSW)
 * w    = (a - 1) / (a - 1 + 10)              what r weighs against the assumed value
 * </pre>
 *
 * <p>A day's own height is seen once for each day, however many hosts there are: a single day says
 * nothing, and eleven days as much as the assumption.
 */
public final class DayCorrelation {

  private static final double SHRINKAGE = 10;

  private DayCorrelation() {}

  /**
   * @param days the normal scores of each day, none of them empty
   * @param assumed from 0 to 1
   * @return from 0 to 1
   */
  public static double of(Collection<double[]> days, double assumed) {
    double all = days.stream().mapToInt(day -> day.length).sum();
    double groups = days.size();
    if (groups < 2 || all <= groups) {
      return assumed;
    }
    double mean = days.stream().flatMapToDouble(Arrays::stream).sum() / all;
    double between = 0;
    double within = 0;
    double squares = 0;
    for (double[] day : days) {
      double own = Arrays.stream(day).average().orElseThrow();
      between += day.length * (own - mean) * (own - mean);
      within += Arrays.stream(day).map(score -> (score - own) * (score - own)).sum();
      squares += (double) day.length * day.length;
    }
    double weight = (groups - 1) / (groups - 1 + SHRINKAGE);
    double estimate =
        share(
            between / (groups - 1),
            within / (all - groups),
            (all - squares / all) / (groups - 1),
            assumed);
    return weight * estimate + (1 - weight) * assumed;
  }

  private static double share(double between, double within, double size, double otherwise) {
    double ofDays = Math.max(0, (between - within) / size);
    return ofDays + within > 0 ? ofDays / (ofDays + within) : otherwise;
  }
}
