package org.updateall.modeling.risk;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.updateall.modeling.numbers.Require;

/**
 * What is believed of a rate after some trials: a beta distribution (Gelman et al., Bayesian Data
 * Analysis, 3rd edition, section 2.4).
 *
 * <pre>
 * m, s   the rate believed in before, and its weight in trials
 * k, n   hits and trials
 * alpha = s m + k
 * beta  = s (1 - m) + n - k
 * </pre>
 *
 * @param alpha positive
 * @param beta positive
 */
public record BetaPosterior(double alpha, double beta) {

  /**
   * @throws IllegalArgumentException unless both parameters are positive and finite
   */
  public BetaPosterior {
    Require.that(alpha > 0 && Double.isFinite(alpha), "alpha", alpha);
    Require.that(beta > 0 && Double.isFinite(beta), "beta", beta);
  }

  /**
   * @param usual the rate believed in before, between 0 and 1
   * @param weight its weight in trials, positive
   */
  public static BetaPosterior of(double usual, double weight, DiscountedCount count) {
    return new BetaPosterior(
        weight * usual + count.hits(), weight * (1 - usual) + count.trials() - count.hits());
  }

  /** The probability that the next trial is a hit. */
  public double mean() {
    return alpha / (alpha + beta);
  }

  /**
   * The lower bound of the equal-tailed interval; 0 where nothing is more likely than 0, which is
   * with next to no hits, and the mean where that is less: the mean of a skewed distribution may
   * lie outside of narrow intervals.
   *
   * @param level between 0 and 1
   */
  public double lower(double level) {
    return alpha <= 1 ? 0 : Math.min(quantile((1 - level) / 2), mean());
  }

  /** The upper bound, likewise: 1 where nothing is more likely than 1, and not below the mean. */
  public double upper(double level) {
    return beta <= 1 ? 1 : Math.max(quantile((1 + level) / 2), mean());
  }

  private double quantile(double level) {
    return new BetaDistribution(null, alpha, beta).inverseCumulativeProbability(level);
  }
}
