package org.updateall.modeling.model.theta;

import org.updateall.modeling.model.ets.SeasonType;

/**
 * The seasonal indices of a series by classical decomposition.
 *
 * <pre>
 * symbol  meaning                                       equation
 * y       value                                         missing ones count nowhere
 * m       steps of a season
 * T       trend: mean of the m values about y; if m is
 *         even, of m + 1, where the outer two count half
 * d       value without trend                           d = y - T        or y / T
 * s_j     index of step j: mean d of that step,         s_j = d_j - mean or d_j / mean
 *         less (or over) the mean of all steps
 * </pre>
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, section 3.4; R 4.2,
 * decompose.
 */
final class ClassicalDecomposition {

  private ClassicalDecomposition() {}

  /**
   * The indices, that of the first value first; NaN for a step that was never observed.
   *
   * @param series NaN where a value is missing; positive if the season is multiplicative
   * @param type additive or multiplicative
   */
  static double[] indices(double[] series, int m, SeasonType type) {
    double[] sums = new double[m];
    int[] counts = new int[m];
    int half = m / 2;
    for (int t = half; t < series.length - half; t++) {
      double trend = trend(series, t, m);
      double d = type == SeasonType.MULTIPLICATIVE ? series[t] / trend : series[t] - trend;
      if (!Double.isNaN(d)) {
        sums[t % m] += d;
        counts[t % m]++;
      }
    }
    double[] s = new double[m];
    double mean = 0;
    for (int j = 0; j < m; j++) {
      s[j] = sums[j] / counts[j];
      mean += s[j] / m;
    }
    for (int j = 0; j < m; j++) {
      s[j] = type == SeasonType.MULTIPLICATIVE ? s[j] / mean : s[j] - mean;
    }
    return s;
  }

  private static double trend(double[] series, int centre, int m) {
    int half = m / 2;
    double outer = m % 2 == 0 ? 0.5 : 1;
    double sum = 0;
    double weights = 0;
    for (int t = centre - half; t <= centre + half; t++) {
      double weight = Math.abs(t - centre) == half ? outer : 1;
      if (!Double.isNaN(series[t])) {
        sum += weight * series[t];
        weights += weight;
      }
    }
    return sum / weights;
  }
}
