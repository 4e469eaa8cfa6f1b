package org.updateall.modeling.model.theta;

import java.util.Arrays;

/**
 * Whether a series repeats itself from season to season.
 *
 * <pre>
 * symbol  meaning                                    equation
 * m       steps of a season
 * n       number of observed values
 * r_k     autocorrelation at lag k, over the pairs   sum of d_t d_(t+k) / sum of d_t²,
 *         that are both observed                     d the deviation from the mean
 * z       test statistic (Bartlett)                  |r_m| / (1/n (1 + 2 sum over k < m of r_k²))^½
 * </pre>
 *
 * <p>Source: Fiorucci et al. 2016, Int. J. Forecasting 32, section 3.1; R forecast 8.20.
 */
final class SeasonalitySignificance {

  /** The standard normal distribution at 0.95. */
  private static final double CRITICAL = 1.6448536269514722;

  /** Deviations below this share of the mean are rounding, and the series constant. */
  private static final double CONSTANT = 1e-13;

  private SeasonalitySignificance() {}

  /**
   * False for fewer than two seasons and one value, and for a constant.
   *
   * @param series NaN where a value is missing
   */
  static boolean holds(double[] series, int m) {
    double[] observed = Arrays.stream(series).filter(y -> !Double.isNaN(y)).toArray();
    int n = observed.length;
    if (m < 2 || n <= 2 * m) {
      return false;
    }
    double mean = Arrays.stream(observed).average().orElseThrow();
    double[] d = Arrays.stream(series).map(y -> Double.isNaN(y) ? 0 : y - mean).toArray();
    double squares = product(d, 0);
    if (squares <= n * CONSTANT * CONSTANT * mean * mean) {
      return false;
    }
    double sum = 0;
    for (int k = 1; k < m; k++) {
      double r = product(d, k) / squares;
      sum += r * r;
    }
    double z = Math.abs(product(d, m) / squares) / Math.sqrt((1 + 2 * sum) / n);
    return z > CRITICAL;
  }

  private static double product(double[] d, int lag) {
    double product = 0;
    for (int t = lag; t < d.length; t++) {
      product += d[t] * d[t - lag];
    }
    return product;
  }
}
