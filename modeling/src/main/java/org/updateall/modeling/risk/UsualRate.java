package org.updateall.modeling.risk;

import java.util.List;

/**
 * What rate is usual with comparable things, and how much a thing without trials of its own should
 * be expected to keep to it.
 *
 * <pre>
 * k_j, n_j  hits and trials of thing j, discounted; J things with trials
 * m0, w     the rate assumed beforehand, and its weight in trials
 * s         weight of the usual rate against a thing's own trials
 * rho       intra-class correlation of the trials of a thing, 1 / (1 + s)
 * rho0, c   the correlation assumed beforehand, and its weight
 *
 * m   = (w m0 + sum k_j) / (w + sum n_j)                        of the others, j != i
 * p   = the same of all
 * S   = sum n_j (k_j / n_j - p)^2
 * num = S / (p (1 - p)) - (J - 1)
 * den = sum n_j - sum n_j^2 / sum n_j - (J - 1)                 rho = num / den: Kleinman 1973
 * rho = (c rho0 + num) / (c + den),  kept within what s may be
 * </pre>
 *
 * The expectation of S is p (1 - p) (J - 1 + rho den), so that num / den estimates rho by the
 * method of moments. With few things or few trials den is small, and what was assumed prevails.
 */
public final class UsualRate {

  /** Weight of the assumed rate, in trials. */
  static final double ASSUMED_TRIALS = 20;

  /** Weight of the usual rate where nothing is known of how things differ, in trials. */
  static final double ASSUMED_WEIGHT = 5;

  static final double LEAST_WEIGHT = 1;
  static final double GREATEST_WEIGHT = 10;

  private static final double ASSUMED_DEN = 60;

  private UsualRate() {}

  /**
   * The usual rate, to go by for one more thing.
   *
   * @param others the counts of all others
   * @param assumed the rate assumed beforehand, between 0 and 1
   */
  public static double of(List<DiscountedCount> others, double assumed) {
    DiscountedCount sum = sum(others);
    return (ASSUMED_TRIALS * assumed + sum.hits()) / (ASSUMED_TRIALS + sum.trials());
  }

  /**
   * The weight of the usual rate against a thing's own trials: great where things are alike.
   *
   * @param things the counts of all
   * @param assumed the rate assumed beforehand, between 0 and 1
   */
  public static double weight(List<DiscountedCount> things, double assumed) {
    List<DiscountedCount> tried = things.stream().filter(thing -> thing.trials() > 0).toList();
    if (tried.size() < 2) {
      return ASSUMED_WEIGHT;
    }
    double num = excess(tried, of(tried, assumed));
    double den = information(tried);
    double rho = (ASSUMED_DEN * correlation(ASSUMED_WEIGHT) + num) / (ASSUMED_DEN + den);
    double within =
        Math.min(Math.max(rho, correlation(GREATEST_WEIGHT)), correlation(LEAST_WEIGHT));
    return 1 / within - 1;
  }

  /** By how much the rates differ beyond chance. */
  private static double excess(List<DiscountedCount> tried, double p) {
    double s = 0;
    for (DiscountedCount thing : tried) {
      double deviation = thing.hits() / thing.trials() - p;
      s += thing.trials() * deviation * deviation;
    }
    return s / (p * (1 - p)) - (tried.size() - 1);
  }

  private static double information(List<DiscountedCount> tried) {
    double n = sum(tried).trials();
    double squares = tried.stream().mapToDouble(thing -> thing.trials() * thing.trials()).sum();
    return Math.max(0, n - squares / n - (tried.size() - 1));
  }

  private static double correlation(double weight) {
    return 1 / (1 + weight);
  }

  private static DiscountedCount sum(List<DiscountedCount> counts) {
    return counts.stream().reduce(DiscountedCount.NONE, DiscountedCount::plus);
  }
}
