package org.updateall.modeling.model.arima;

/**
 * The test of Kwiatkowski, Phillips, Schmidt and Shin (1992) for a level from which a series does
 * not wander off.
 *
 * <table>
 * <caption>Notation, of the paper</caption>
 * <tr><td>e_t</td><td>deviation from the mean</td></tr>
 * <tr><td>S_t</td><td>e_1 + … + e_t</td></tr>
 * <tr><td>l</td><td>lags of the long-run variance, floor(3 √n / 13)</td></tr>
 * <tr><td>s²(l)</td><td>long-run variance with the weights of Bartlett, eq. 10</td></tr>
 * <tr><td>η</td><td>n^-2 Σ S_t² / s²(l), eq. 13</td></tr>
 * </table>
 */
final class Kpss {

  /** η of the level 5 %, table 1 of the paper. */
  private static final double CRITICAL = 0.463;

  private Kpss() {}

  /** Whether the series wanders, at the level 5 %. */
  static boolean wanders(double[] series) {
    return statistic(series) > CRITICAL;
  }

  /** η; 0 for a series without variance. */
  static double statistic(double[] series) {
    int n = series.length;
    double[] e = deviations(series);
    double sum = 0;
    double squares = 0;
    for (double deviation : e) {
      sum += deviation;
      squares += sum * sum;
    }
    double variance = longRunVariance(e, (int) (3 * Math.sqrt(n) / 13));
    return variance > 0 ? squares / ((double) n * n * variance) : 0;
  }

  private static double longRunVariance(double[] e, int l) {
    double sum = autocovariance(e, 0);
    for (int lag = 1; lag <= l; lag++) {
      sum += 2 * (1 - lag / (l + 1.0)) * autocovariance(e, lag);
    }
    return sum;
  }

  private static double autocovariance(double[] e, int lag) {
    double sum = 0;
    for (int t = lag; t < e.length; t++) {
      sum += e[t] * e[t - lag];
    }
    return sum / e.length;
  }

  private static double[] deviations(double[] series) {
    double mean = 0;
    for (double value : series) {
      mean += value / series.length;
    }
    double[] e = new double[series.length];
    for (int t = 0; t < e.length; t++) {
      e[t] = series[t] - mean;
    }
    return e;
  }
}
