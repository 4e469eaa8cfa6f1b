package org.updateall.modeling.conformal;

import java.util.OptionalDouble;

/**
 * Quantiles of the next score that hold for any distribution, if the next score is exchangeable
 * with the n seen so far: it lies at or below the r-th smallest of them with probability at least r
 * / (n + 1).
 */
public final class ConformalQuantile {

  /** (n + 1) p may miss a whole number by rounding alone. */
  private static final double ROUNDING = 1e-9;

  private ConformalQuantile() {}

  /**
   * The upper quantile at level p: the ceil((n + 1) p)-th smallest score; empty beyond the last.
   */
  public static OptionalDouble upper(double[] sortedScores, double p) {
    int rank = (int) Math.ceil((sortedScores.length + 1) * p - ROUNDING);
    return ranked(sortedScores, rank);
  }

  /**
   * The lower quantile at level p: the floor((n + 1) p)-th smallest score; empty below the first.
   */
  public static OptionalDouble lower(double[] sortedScores, double p) {
    int rank = (int) Math.floor((sortedScores.length + 1) * p + ROUNDING);
    return ranked(sortedScores, rank);
  }

  private static OptionalDouble ranked(double[] sortedScores, int rank) {
    boolean exists = rank >= 1 && rank <= sortedScores.length;
    return exists ? OptionalDouble.of(sortedScores[rank - 1]) : OptionalDouble.empty();
  }
}
