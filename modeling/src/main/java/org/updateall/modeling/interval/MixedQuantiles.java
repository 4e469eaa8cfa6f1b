package org.updateall.modeling.interval;

/** Quantiles of a mixture of two discrete distributions. */
final class MixedQuantiles {

  private static final double ROUNDING = 1e-12;

  private MixedQuantiles() {}

  /**
   * The least atom of either at which the distribution function of the mixture reaches each level.
   *
   * @param own ascending atoms of equal weight; may be none
   * @param share that they have together; without effect if there are none
   * @param other ascending atoms of equal weight, at least one
   * @param levels ascending, at most 1
   */
  static double[] of(double[] own, double share, double[] other, double[] levels) {
    double ownShare = own.length == 0 ? 0 : share;
    double ownWeight = own.length == 0 ? 0 : ownShare / own.length;
    double otherWeight = (1 - ownShare) / other.length;
    double[] quantiles = new double[levels.length];
    double atom = other[0];
    double below = 0;
    int i = 0;
    int j = 0;
    int found = 0;
    while (found < levels.length && i + j < own.length + other.length) {
      boolean ownIsNext = j == other.length || (i < own.length && own[i] <= other[j]);
      atom = ownIsNext ? own[i++] : other[j++];
      below += ownIsNext ? ownWeight : otherWeight;
      while (found < levels.length && below >= levels[found] - ROUNDING) {
        quantiles[found++] = atom;
      }
    }
    while (found < levels.length) {
      quantiles[found++] = atom;
    }
    return quantiles;
  }
}
