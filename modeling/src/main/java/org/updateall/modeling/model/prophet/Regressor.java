package org.updateall.modeling.model.prophet;

import org.updateall.modeling.numbers.Require;

/**
 * What a covariate adds.
 *
 * @param scale on which its coefficient stands
 * @param mean of the covariate on that scale, which is taken where it is not known
 * @param coefficient what 1 on that scale adds
 */
public record Regressor(LinearScale scale, double mean, double coefficient) {

  /**
   * @throws IllegalArgumentException if the scale is missing or a figure not finite
   */
  public Regressor {
    Require.present("scale", scale);
    Require.finite("mean", mean);
    Require.finite("coefficient", coefficient);
  }

  /** The covariate on its scale, or its mean where it is NaN. */
  double scaled(double covariate) {
    return Double.isNaN(covariate) ? mean : scale.to(covariate);
  }

  double at(double covariate) {
    return coefficient * scaled(covariate);
  }

  Regressor withCoefficient(double estimated) {
    return new Regressor(scale, mean, estimated);
  }

  /**
   * The regressor for such values of a covariate, its coefficient yet 0: 0 and 1 as they are, all
   * else with mean 0 and standard deviation 1. A covariate that does not vary stands at 0 in the
   * window whatever it is.
   */
  static Regressor of(double[] covariate) {
    int known = 0;
    double sum = 0;
    boolean binary = true;
    for (double value : covariate) {
      if (!Double.isNaN(value)) {
        known++;
        sum += value;
        binary &= value == 0 || value == 1;
      }
    }
    double mean = known == 0 ? 0 : sum / known;
    double deviation = deviation(covariate, mean, known);
    if (!(deviation > 1e-12 * Math.abs(mean))) {
      return new Regressor(new LinearScale(mean, 1), 0, 0);
    }
    return binary
        ? new Regressor(new LinearScale(0, 1), mean, 0)
        : new Regressor(new LinearScale(mean, deviation), 0, 0);
  }

  private static double deviation(double[] covariate, double mean, int known) {
    double squares = 0;
    for (double value : covariate) {
      squares += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
    }
    return known < 2 ? 0 : Math.sqrt(squares / (known - 1));
  }
}
