package org.updateall.modeling.model.ets;

import java.util.List;
import java.util.Random;

/** Series made by a form, with seasons of four steps. */
final class Simulation {

  private Simulation() {}

  static EtsState begin(EtsForm form) {
    List<Double> season =
        switch (form.season()) {
          case NONE -> List.of();
          case ADDITIVE -> List.of(10.0, -5.0, 5.0, -10.0);
          case MULTIPLICATIVE -> List.of(1.1, 0.95, 1.05, 0.9);
        };
    return new EtsState(100, form.hasTrend() ? 0.5 : 0, season);
  }

  static double[] of(EtsForm form, Smoothing smoothing, EtsState begin, int length, Random random) {
    Recursion recursion = new Recursion(form, smoothing, begin);
    double[] series = new double[length];
    for (int t = 0; t < length; t++) {
      double mean = recursion.advance();
      double innovation = 0.02 * random.nextGaussian();
      double error = form.hasRelativeError() ? mean * innovation : 100 * innovation;
      recursion.learn(error);
      series[t] = mean + error;
    }
    return series;
  }
}
