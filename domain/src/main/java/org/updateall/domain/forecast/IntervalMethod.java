package org.updateall.domain.forecast;

import java.util.Locale;

/** How intervals about point forecasts are made. */
public enum IntervalMethod {
  /** Experts, some of which know how other series err, weighed by what they have earned. */
  POOL,
  /** Split conformal prediction: the quantiles of the residuals, by their finite-sample rank. */
  SPLIT,
  /** Conformalised quantile regression (Romano, Patterson and Candès 2019). */
  CQR,
  /** Adaptive conformal inference (Gibbs and Candès 2021) on the residuals. */
  ACI;

  /** With fewer errors the experts say what the reference says. */
  private static final int SOME = 20;

  /** With more errors the reference makes little difference. */
  private static final int MANY = 100;

  /** Two ways to the same level may differ by rounding. */
  private static final double ROUNDING = 1e-9;

  /** The name in machine-readable output: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What bounds that rest on so many errors are made of: for the pool that depends on their number
   * alone; for the others their rank must support the level.
   *
   * @throws IllegalArgumentException if the level is beyond the grid, unless there are no scores
   */
  IntervalBasis basis(int scores, double level) {
    if (scores == 0) {
      return IntervalBasis.PRIOR;
    }
    double asked = PredictiveDistribution.gridLevel(level);
    return switch (this) {
      case POOL -> byNumber(scores);
      case SPLIT, CQR, ACI ->
          asked <= supportedLevel(scores) + ROUNDING ? IntervalBasis.OWN : IntervalBasis.BLEND;
    };
  }

  private static IntervalBasis byNumber(int scores) {
    if (scores < SOME) {
      return IntervalBasis.PRIOR;
    }
    return scores <= MANY ? IntervalBasis.BLEND : IntervalBasis.OWN;
  }

  /**
   * The greatest level that so many errors support without any assumption but their
   * exchangeability: (n-1)/(n+1) for two-sided bounds (Vovk, Gammerman and Shafer, Algorithmic
   * Learning in a Random World, 2005).
   */
  static double supportedLevel(int scores) {
    return scores < 1 ? 0 : (scores - 1.0) / (scores + 1.0);
  }
}
