package org.updateall.modeling.progress;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Laws of durations for tests, on the grid that predictions have. */
final class Laws {

  static final double[] LEVELS = levels();

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private Laws() {}

  private static double[] levels() {
    double[] levels = new double[43];
    levels[0] = 0.005;
    levels[1] = 0.01;
    for (int i = 1; i <= 39; i++) {
      levels[i + 1] = i / 40.0;
    }
    levels[41] = 0.99;
    levels[42] = 0.995;
    return levels;
  }

  /** Quantiles of a lognormal law. */
  static double[] lognormal(double median, double deviation) {
    return Arrays.stream(LEVELS)
        .map(level -> median * Math.exp(deviation * normal(level)))
        .toArray();
  }

  static double normal(double level) {
    return NORMAL.inverseCumulativeProbability(level);
  }

  /** The law as predicted, which never stalls. */
  static DurationLaw withoutStalls(double[] quantiles) {
    return new DurationLaw(new PredictedLaw(LEVELS, quantiles), 0);
  }

  static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }
}
