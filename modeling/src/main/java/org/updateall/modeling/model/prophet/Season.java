package org.updateall.modeling.model.prophet;

import java.util.List;
import org.updateall.modeling.numbers.Require;

/**
 * A season with what was estimated of it.
 *
 * @param seasonality which season
 * @param coefficients of its functions of time, in their order
 */
public record Season(Seasonality seasonality, List<Double> coefficients) {

  /**
   * @throws IllegalArgumentException if the seasonality is missing, or the coefficients are not as
   *     many finite numbers as it has functions
   */
  public Season {
    Require.present("seasonality", seasonality);
    coefficients = Require.allFinite("coefficients", coefficients);
    Require.that(coefficients.size() == seasonality.size(), "coefficients", coefficients);
  }

  double at(double time) {
    double[] functions = new double[seasonality.size()];
    seasonality.write(time, functions, 0);
    double value = 0;
    for (int i = 0; i < functions.length; i++) {
      value += coefficients.get(i) * functions[i];
    }
    return value;
  }
}
