package org.updateall.modeling.model.ets;

/**
 * The innovations recursion over a series, from given parameters and initial states.
 *
 * <pre>
 * symbol  meaning                                          equation
 * y       observation
 * l, b    level, trend
 * e       innovation                                       e = y - (l + phi b)
 *                                                          l = l + phi b + alpha e
 *                                                          b = phi b + beta e
 * S       sum of squared innovations
 * L       log-likelihood as R reports it                   L = -n/2 ln S
 * k       smoothing parameters + initial states + 1        AICc = -2 L + 2 k + 2 k (k+1) / (n-k-1)
 * sigma²  innovation variance                              S / (n - (k-1))
 * </pre>
 *
 * Source: Hyndman, Koehler, Ord and Snyder 2008, table 2.2 and section 5.1; R forecast 8.20.
 */
final class EtsFilter {

  /** Below this a sum of squares counts as this, so that a perfect fit has a finite likelihood. */
  private static final double SMALLEST_SUM = 1e-250;

  private EtsFilter() {}

  static EtsModel run(Smoothing smoothing, double level, double trend, double[] series) {
    double l = level;
    double b = trend;
    double sum = 0;
    for (double y : series) {
      double damped = smoothing.phi() * b;
      double e = y - (l + damped);
      sum += e * e;
      l = l + damped + smoothing.alpha() * e;
      b = damped + smoothing.beta() * e;
    }
    return model(smoothing, l, b, sum, series.length);
  }

  /** The model at these final states, with this sum of squared innovations behind it. */
  static EtsModel model(Smoothing smoothing, double level, double trend, double sum, int n) {
    int freeParameters = smoothing.form().freeParameters();
    double logLikelihood = -0.5 * n * Math.log(Math.max(sum, SMALLEST_SUM));
    return new EtsModel(
        smoothing.form(),
        smoothing.alpha(),
        smoothing.beta(),
        smoothing.phi(),
        level,
        trend,
        sum / Math.max(1, n - freeParameters),
        logLikelihood,
        correctedAkaike(logLikelihood, freeParameters + 1, n),
        n);
  }

  /** Without the correction where the series is too short for it to be defined. */
  private static double correctedAkaike(double logLikelihood, int k, int n) {
    double akaike = -2 * logLikelihood + 2 * k;
    return n > k + 1 ? akaike + 2.0 * k * (k + 1) / (n - k - 1) : akaike;
  }
}
