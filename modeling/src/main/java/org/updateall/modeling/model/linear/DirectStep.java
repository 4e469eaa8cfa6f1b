package org.updateall.modeling.model.linear;

import java.util.List;
import org.updateall.modeling.numbers.Require;

/**
 * The regression for one step ahead, of what is added to the last value.
 *
 * @param coefficients of the values before the last, less the last; oldest first
 * @param lambda the ridge
 * @param squaredError the mean squared error to be expected of a forecast
 */
public record DirectStep(List<Double> coefficients, double lambda, double squaredError) {

  /**
   * @throws IllegalArgumentException if a coefficient is missing or not finite, or the ridge or the
   *     error negative or not finite
   */
  public DirectStep {
    coefficients = Require.allFinite("coefficients", coefficients);
    Require.that(lambda >= 0 && Double.isFinite(lambda), "lambda", lambda);
    Require.that(squaredError >= 0 && Double.isFinite(squaredError), "squaredError", squaredError);
  }

  /** What is added to the last of the values, of which there is one more than coefficients. */
  double addition(double[] values) {
    double last = values[values.length - 1];
    double sum = 0;
    for (int i = 0; i < coefficients.size(); i++) {
      sum += coefficients.get(i) * (values[i] - last);
    }
    return sum;
  }
}
