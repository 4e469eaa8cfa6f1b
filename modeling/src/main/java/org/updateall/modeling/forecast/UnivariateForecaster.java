package org.updateall.modeling.forecast;

import org.updateall.modeling.evaluation.CausalRun;
import org.updateall.modeling.model.ModelFamily;

/** Makes forecasts of single series of non-negative values by one model family. Thread-safe. */
public final class UnivariateForecaster {

  private final ModelFamily family;
  private final ForecasterOptions options;

  public UnivariateForecaster(ModelFamily family) {
    this(family, ForecasterOptions.defaults());
  }

  public UnivariateForecaster(ModelFamily family, ForecasterOptions options) {
    this.family = family;
    this.options = options;
  }

  /**
   * Runs the family over the series, oldest value first.
   *
   * @throws IllegalArgumentException if the series is empty, or holds a value that is negative or
   *     not finite
   */
  public EvaluatedForecaster evaluate(double[] series) {
    requireNonNegative(series);
    CausalRun run = CausalRun.of(family, series, options.powers(), options.scoreWindow());
    return new EvaluatedForecaster(family, series, run);
  }

  private static void requireNonNegative(double[] series) {
    if (series.length == 0) {
      throw new IllegalArgumentException("series is empty");
    }
    for (double value : series) {
      if (!(value >= 0 && Double.isFinite(value))) {
        throw new IllegalArgumentException("series holds a value that is not allowed: " + value);
      }
    }
  }
}
