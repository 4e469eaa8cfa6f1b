package org.updateall.modeling.model.arima;

import java.util.List;

/** Ordinary or whitened least squares with few regressors, of which some may depend on others. */
final class LinearRegression {

  /** A regressor of which less than this is left by those before it depends on them. */
  private static final double DEPENDENT = 1e-10;

  private final double[][] gram;
  private final double[] coefficients;

  LinearRegression(int regressors) {
    gram = new double[regressors][regressors];
    coefficients = new double[regressors];
  }

  /**
   * Regresses the first column on the others.
   *
   * @param residuals receives what is left of the first column
   * @return the sum of their squares
   */
  double solve(double[][] columns, double[] residuals) {
    for (int i = 0; i < coefficients.length; i++) {
      double[] regressor = columns[i + 1];
      coefficients[i] = product(regressor, columns[0]);
      for (int j = i; j < coefficients.length; j++) {
        gram[i][j] = product(regressor, columns[j + 1]);
      }
    }
    Cholesky.solve(gram, coefficients, DEPENDENT);
    return subtract(columns, residuals);
  }

  private double subtract(double[][] columns, double[] residuals) {
    System.arraycopy(columns[0], 0, residuals, 0, residuals.length);
    for (int i = 0; i < coefficients.length; i++) {
      double coefficient = coefficients[i];
      double[] regressor = columns[i + 1];
      for (int t = 0; t < residuals.length; t++) {
        residuals[t] -= coefficient * regressor[t];
      }
    }
    return product(residuals, residuals);
  }

  /** Of the last solution; 0 for a regressor that depends on those before it. */
  double[] coefficients() {
    return coefficients.clone();
  }

  /**
   * The residuals of a regression on these covariates, all of which have mean 0 like the values.
   *
   * @param values NaN where there is a gap, as in the covariates
   */
  static double[] residuals(double[] values, List<double[]> covariates) {
    double[][] columns = new double[covariates.size() + 1][];
    columns[0] = withoutGaps(values);
    for (int i = 0; i < covariates.size(); i++) {
      columns[i + 1] = withoutGaps(covariates.get(i));
    }
    double[] residuals = new double[values.length];
    new LinearRegression(covariates.size()).solve(columns, residuals);
    for (int t = 0; t < residuals.length; t++) {
      residuals[t] = Double.isNaN(values[t]) ? Double.NaN : residuals[t];
    }
    return residuals;
  }

  private static double[] withoutGaps(double[] values) {
    double[] filled = values.clone();
    for (int t = 0; t < filled.length; t++) {
      filled[t] = Double.isNaN(filled[t]) ? 0 : filled[t];
    }
    return filled;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int t = 0; t < one.length; t++) {
      sum += one[t] * other[t];
    }
    return sum;
  }
}
