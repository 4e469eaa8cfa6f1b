package org.updateall.modeling.model.arima;

/**
 * A linear filter that turns a series of an ARMA process into independent innovations of equal
 * variance, and treats columns of regressors the same. A workspace for one set of columns and the
 * polynomials that it was made with.
 */
interface Whitening {

  /**
   * Filters all columns with the polynomials as they are set now.
   *
   * @param innovations receives a row for each column; 0 where there is no innovation
   * @return the logarithm of the determinant of the covariance, Σ ln F; NaN, and no innovations, if
   *     the process is too near to not being stationary
   */
  double whiten(double[][] innovations);

  /** How many innovations there were in the last call. */
  int terms();
}
