package org.updateall.modeling.conformal;

import io.vavr.control.Option;
import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.updateall.modeling.numbers.Median;

/**
 * The predictive distribution of the next signed score, from those seen so far.
 *
 * <p>The quantile at 1/2 is 0, the forecast itself; or, if asked for, the median of the scores
 * shrunk towards 0 by n / (n + 5): a forecast that errs to one side is put right, so that half of
 * what comes lies below it. On the development series that took 3 % off the error of exponential
 * smoothing on the scale of its choice; a pool, which is right in the middle already, it made
 * worse.
 *
 * <p>Where the scores support a level, its quantile is the conformal one. Beyond, the tail is
 * assumed to be Student's: the bound is {@code rms * t_n(p) * sqrt(1 + 1/n)}, and at least the
 * largest score on that side. Quantiles are finite and do not decrease with the level; those below
 * 1/2 are above neither the median nor 0, those above it below neither, so that an interval holds
 * the forecast itself, too: its errors may be shrinking.
 */
public final class SplitConformal {

  /** How many scores of 0 the median is shrunk by. */
  private static final double SHRINKAGE = 5;

  private final double[] sorted;
  private final double median;
  private final double tailScale;

  private SplitConformal(double[] sorted, double median) {
    this.sorted = sorted;
    this.median = median;
    this.tailScale = rootMeanSquare(sorted) * Math.sqrt(1 + 1.0 / sorted.length);
  }

  /** About the forecast, from these scores, in any order; none if there are no scores. */
  public static Option<SplitConformal> from(double[] scores) {
    return Option.when(scores.length > 0, () -> new SplitConformal(sorted(scores), 0));
  }

  /** About their shrunken median, from these scores, in any order; none if there are no scores. */
  public static Option<SplitConformal> recentred(double[] scores) {
    return Option.when(scores.length > 0, () -> aboutMedian(sorted(scores)));
  }

  private static SplitConformal aboutMedian(double[] sorted) {
    double shrunken = Median.ofSorted(sorted) * sorted.length / (sorted.length + SHRINKAGE);
    return new SplitConformal(sorted, shrunken);
  }

  /**
   * The quantile of the next score.
   *
   * @throws IllegalArgumentException if the level is not strictly between 0 and 1
   */
  public double quantile(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must lie between 0 and 1, was " + level);
    }
    if (level == 0.5) {
      return median;
    }
    return level > 0.5 ? upper(level) : lower(level);
  }

  private double upper(double level) {
    double bound = ConformalQuantile.upper(sorted, level).orElseGet(() -> upperTail(level));
    return Math.max(Math.max(0, median), bound);
  }

  private double lower(double level) {
    double bound = ConformalQuantile.lower(sorted, level).orElseGet(() -> lowerTail(level));
    return Math.min(Math.min(0, median), bound);
  }

  private double upperTail(double level) {
    return Math.max(sorted[sorted.length - 1], tailScale * student(level));
  }

  private double lowerTail(double level) {
    return Math.min(sorted[0], tailScale * student(level));
  }

  private double student(double level) {
    return new TDistribution(null, sorted.length).inverseCumulativeProbability(level);
  }

  private static double rootMeanSquare(double[] scores) {
    return Math.sqrt(Arrays.stream(scores).map(score -> score * score).average().orElseThrow());
  }

  private static double[] sorted(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
