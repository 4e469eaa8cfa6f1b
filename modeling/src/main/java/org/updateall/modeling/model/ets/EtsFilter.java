package org.updateall.modeling.model.ets;

/**
 * The innovations of a whole series, from given parameters and initial states, and what R reports
 * of them.
 *
 * <pre>
 * symbol  meaning                                          equation
 * y       observation
 * mu      one-step forecast                                see {@link Recursion}
 * e       innovation                                       e = y - mu, or (y - mu) / mu with
 *                                                          multiplicative error
 * S       sum of squared innovations
 * G       sum of ln |mu| with multiplicative error, else 0
 * L       log-likelihood as R reports it                   L = -n/2 ln S - G
 * k       smoothing parameters + initial states + 1        AICc = -2 L + 2 k + 2 k (k+1) / (n-k-1)
 * sigma²  innovation variance                              S / (n - (k-1))
 * </pre>
 *
 * <p>Missing observations count neither in the sums nor in n.
 *
 * <p>Source: Hyndman, Koehler, Ord and Snyder 2008, section 5.1; R forecast 8.20.
 */
final class EtsFilter {

  /** Innovations whose squares are this share of the variance of the series are rounding. */
  private static final double ROUNDING = 1e-24;

  /** The sum of squares that has a finite logarithm, whatever the series. */
  private static final double SMALLEST_SUM = 1e-250;

  /** Forecasts nearer to 0 than this count as this where they divide (R's rule). */
  private static final double SMALLEST_FORECAST = 1e-10;

  private EtsFilter() {}

  /** The model after the series, whose values are NaN where they are missing. */
  static EtsModel run(EtsForm form, Smoothing smoothing, EtsState initial, double[] series) {
    Recursion recursion = new Recursion(form, smoothing, initial);
    double sum = 0;
    double logarithms = 0;
    int n = 0;
    for (double y : series) {
      double mu = recursion.advance();
      if (Double.isNaN(y)) {
        recursion.learn(0);
        continue;
      }
      double e = y - mu;
      recursion.learn(e);
      if (form.hasRelativeError()) {
        double divisor = Math.max(Math.abs(mu), SMALLEST_FORECAST);
        e /= divisor;
        logarithms += Math.log(divisor);
      }
      sum += e * e;
      n++;
    }
    double floored = Math.max(sum, smallestSum(form, series));
    double logLikelihood = -0.5 * n * Math.log(floored) - logarithms;
    return model(form, smoothing, recursion.state(), sum, logLikelihood, n);
  }

  /** The model at that state with that sum of squared innovations and likelihood behind it. */
  static EtsModel model(
      EtsForm form, Smoothing smoothing, EtsState state, double sum, double logLikelihood, int n) {
    int freeParameters = form.freeParameters(state.season().size());
    return new EtsModel(
        form,
        smoothing,
        state,
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

  /**
   * The sum of squared innovations below which they are rounding: a share of the sum of squares
   * about the mean, in units of the squared mean if the error is relative.
   */
  static double smallestSum(EtsForm form, double[] series) {
    double mean = Moments.mean(series);
    double squares = Moments.sumOfSquares(series, mean);
    double rounding = ROUNDING * (form.hasRelativeError() ? squares / (mean * mean) : squares);
    return Double.isFinite(rounding) ? Math.max(rounding, SMALLEST_SUM) : SMALLEST_SUM;
  }
}
