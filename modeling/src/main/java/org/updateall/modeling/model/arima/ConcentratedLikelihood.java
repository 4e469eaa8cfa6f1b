package org.updateall.modeling.model.arima;

import java.util.Arrays;

/**
 * The likelihood of one form as a function of its ARMA parameters alone: variance, mean or drift,
 * and regression are the best ones for each trial, by generalised least squares.
 *
 * <p>Minus twice the logarithm of that likelihood is n ln S + Σ ln F and a constant, where S is the
 * sum of squared innovations, each over the root of its variance F. Multiplied by the root of the
 * geometric mean of F, the innovations are residuals whose sum of squares has the same minimum.
 */
final class ConcentratedLikelihood implements LeastSquaresProblem {

  private final ArmaPolynomials polynomials;
  private final Whitening whitening;
  private final double[][] innovations;
  private final LinearRegression regression;
  private double sumOfSquares;
  private double logDeterminant;

  /**
   * @param columns of the whitening: the series, then its regressors
   * @param rows how many innovations the whitening can give
   */
  ConcentratedLikelihood(ArmaPolynomials polynomials, Whitening whitening, int columns, int rows) {
    this.polynomials = polynomials;
    this.whitening = whitening;
    innovations = new double[columns][rows];
    regression = new LinearRegression(columns - 1);
  }

  @Override
  public int parameters() {
    return polynomials.orders.coefficients();
  }

  @Override
  public int residuals() {
    return innovations[0].length;
  }

  @Override
  public void evaluate(double[] point, double[] residuals) {
    polynomials.set(point);
    logDeterminant = whitening.whiten(innovations);
    if (Double.isNaN(logDeterminant)) {
      Arrays.fill(residuals, Double.NaN);
      return;
    }
    sumOfSquares = regression.solve(innovations, residuals);
    double root = Math.exp(0.5 * logDeterminant / whitening.terms());
    for (int t = 0; t < residuals.length; t++) {
      residuals[t] *= root;
    }
  }

  /** The coefficients of the regressors in the last evaluation; 0 for a dependent one. */
  double[] regression() {
    return regression.coefficients();
  }

  /** Of the last evaluation, with the variance that makes it largest. */
  double logLikelihood() {
    return logLikelihood(whitening.terms(), sumOfSquares, logDeterminant);
  }

  /** -n/2 (ln(2 π S/n) + 1) - ½ Σ ln F. */
  static double logLikelihood(int n, double S, double logDeterminant) {
    double variance = Math.max(S, Double.MIN_NORMAL) / Math.max(1, n);
    return -0.5 * (n * (Math.log(2 * Math.PI * variance) + 1) + logDeterminant);
  }

  /** Of the last evaluation; dependent regressors do not count as parameters. */
  double aicc() {
    int k = polynomials.orders.coefficients() + 1;
    for (double coefficient : regression.coefficients()) {
      k += coefficient == 0 ? 0 : 1;
    }
    return aicc(logLikelihood(), whitening.terms(), k);
  }

  /** -2 ln L + 2 k n / (n - k - 1); the largest number where n is too small for it. */
  static double aicc(double logLikelihood, int n, int k) {
    return n > k + 1 ? -2 * logLikelihood + 2.0 * k * n / (n - k - 1) : Double.MAX_VALUE;
  }
}
