package org.updateall.modeling;

import org.updateall.domain.forecast.PredictiveDistribution;

/**
 * The values of distributions in the middle of equally probable strata, as {@link
 * PredictiveDistribution#quantile} gives them. Where each lies between the levels of the grid is
 * looked up once for all distributions. Immutable.
 */
final class Strata {

  private final int[] below;
  private final int[] above;
  private final double[] shares;

  Strata(int count) {
    below = new int[count];
    above = new int[count];
    shares = new double[count];
    double[] levels = PredictiveDistribution.levels();
    int place = 0;
    for (int rank = 0; rank < count; rank++) {
      double level = (rank + 0.5) / count;
      while (place < levels.length && levels[place] < level) {
        place++;
      }
      boolean beside = place == 0 || place == levels.length || levels[place] == level;
      above[rank] = Math.min(place, levels.length - 1);
      below[rank] = beside ? above[rank] : place - 1;
      shares[rank] = beside ? 0 : (level - levels[place - 1]) / (levels[place] - levels[place - 1]);
    }
  }

  /**
   * @param values one for each stratum, ascending; are overwritten
   */
  void fill(double[] values, PredictiveDistribution distribution) {
    double[] quantiles = distribution.quantiles();
    for (int rank = 0; rank < values.length; rank++) {
      double lower = quantiles[below[rank]];
      values[rank] = lower + shares[rank] * (quantiles[above[rank]] - lower);
    }
  }
}
