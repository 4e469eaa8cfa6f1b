package org.updateall.modeling.pooling;

import java.util.Arrays;

/**
 * A mixture of Student's t distributions with eight degrees of freedom, whose distribution function
 * is elementary (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.4):
 *
 * <pre>
 * P(T <= t) = 1/2 + s/2 ( 1 + c/2 + 3 c^2/8 + 5 c^3/16 ),   c = 8/(8 + t^2),  s = t / sqrt(8 + t^2)
 * </pre>
 */
final class StudentMixture {

  private static final double FREEDOM = 8;

  /** Every quantile that is asked for lies within so many scales of some component. */
  private static final double REACH = 6;

  private static final int HALVINGS = 60;

  private final double[] weights;
  private final double[] centres;
  private final double[] scales;

  private StudentMixture(double[] weights, double[] centres, double[] scales) {
    this.weights = weights;
    this.centres = centres;
    this.scales = scales;
  }

  /**
   * @param logWeights logarithms of the weights, which need not sum to 1
   * @param variances squares of the scales, above 0
   */
  static StudentMixture of(double[] logWeights, double[] centres, double[] variances) {
    double greatest = Arrays.stream(logWeights).max().orElseThrow();
    double[] weights = Arrays.stream(logWeights).map(each -> Math.exp(each - greatest)).toArray();
    double sum = Arrays.stream(weights).sum();
    return new StudentMixture(
        Arrays.stream(weights).map(each -> each / sum).toArray(),
        centres.clone(),
        Arrays.stream(variances).map(Math::sqrt).toArray());
  }

  /** The same, but with that probability the squared scale is greater by so much. */
  StudentMixture withChange(double probability, double variance) {
    int n = weights.length;
    double[] all = Arrays.copyOf(weights, 2 * n);
    double[] centresOfAll = Arrays.copyOf(centres, 2 * n);
    double[] scalesOfAll = Arrays.copyOf(scales, 2 * n);
    for (int i = 0; i < n; i++) {
      all[i] = weights[i] * (1 - probability);
      all[n + i] = weights[i] * probability;
      centresOfAll[n + i] = centres[i];
      scalesOfAll[n + i] = Math.sqrt(scales[i] * scales[i] + variance);
    }
    return new StudentMixture(all, centresOfAll, scalesOfAll);
  }

  /**
   * @param levels ascending, from 0.0005 to 0.9995
   * @return not decreasing
   */
  double[] quantiles(double[] levels) {
    double lower = Double.POSITIVE_INFINITY;
    double upper = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      lower = Math.min(lower, centres[i] - REACH * scales[i]);
      upper = Math.max(upper, centres[i] + REACH * scales[i]);
    }
    double[] quantiles = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      quantiles[i] = quantile(levels[i], lower, upper);
      lower = quantiles[i];
    }
    return quantiles;
  }

  private double quantile(double level, double least, double greatest) {
    double lower = least;
    double upper = greatest;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = lower + (upper - lower) / 2;
      if (probability(middle) < level) {
        lower = middle;
      } else {
        upper = middle;
      }
    }
    return lower + (upper - lower) / 2;
  }

  /** How much lies below that. */
  double probability(double value) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * student((value - centres[i]) / scales[i]);
    }
    return sum;
  }

  /** P(T <= t). */
  static double student(double t) {
    double c = FREEDOM / (FREEDOM + t * t);
    double s = t / Math.sqrt(FREEDOM + t * t);
    return 0.5 + s / 2 * (1 + c / 2 + 3 * c * c / 8 + 5 * c * c * c / 16);
  }
}
