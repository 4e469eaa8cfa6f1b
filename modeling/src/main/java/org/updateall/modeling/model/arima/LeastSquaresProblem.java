package org.updateall.modeling.model.arima;

/** A sum of squares of residuals that is to be made small. */
interface LeastSquaresProblem {

  int parameters();

  int residuals();

  /** Writes the residuals at that point; not all finite where the problem has no meaning. */
  void evaluate(double[] point, double[] residuals);
}
