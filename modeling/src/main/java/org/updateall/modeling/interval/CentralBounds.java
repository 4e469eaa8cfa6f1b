package org.updateall.modeling.interval;

/**
 * Bounds about 0 at five central levels, nested, and the whole grid of quantiles that follows from
 * them: between two levels, and beyond the last, a quantile is linear in the logit of its level, as
 * those of a logistic distribution are.
 */
final class CentralBounds {

  private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.95, 0.98};

  static final int COUNT = LEVELS.length;

  private final double[] lower;
  private final double[] upper;

  private CentralBounds(double[] lower, double[] upper) {
    this.lower = lower;
    this.upper = upper;
  }

  /** How much is meant to lie within the bounds at that place. */
  static double level(int place) {
    return LEVELS[place];
  }

  /** Bounds that hold 0 and those of every lesser level; where they did not, they are widened. */
  static CentralBounds nested(double[] lower, double[] upper) {
    double[] below = new double[COUNT];
    double[] above = new double[COUNT];
    double least = 0;
    double most = 0;
    for (int place = 0; place < COUNT; place++) {
      least = Math.min(least, lower[place]);
      most = Math.max(most, upper[place]);
      below[place] = least;
      above[place] = most;
    }
    return new CentralBounds(below, above);
  }

  /** By how much the bounds at that place would have to be widened to hold the error. */
  double missing(int place, double error) {
    return Math.max(lower[place] - error, error - upper[place]);
  }

  /** With both bounds at each place moved outwards by so much, or inwards if that is below 0. */
  CentralBounds widened(double[] by) {
    double[] below = new double[COUNT];
    double[] above = new double[COUNT];
    for (int place = 0; place < COUNT; place++) {
      below[place] = lower[place] - by[place];
      above[place] = upper[place] + by[place];
    }
    return nested(below, above);
  }

  /** The quantiles at {@link Levels}; that of the median is 0. */
  double[] quantiles() {
    double[] quantiles = new double[Levels.COUNT];
    for (int distance = 1; distance <= Levels.MEDIAN; distance++) {
      double logit = logit(Levels.central(distance));
      quantiles[Levels.MEDIAN - distance] = interpolated(lower, logit);
      quantiles[Levels.MEDIAN + distance] = interpolated(upper, logit);
    }
    return quantiles;
  }

  private static double interpolated(double[] bounds, double logit) {
    int outer = 0;
    while (outer < COUNT - 1 && logit(LEVELS[outer]) < logit) {
      outer++;
    }
    double innerLogit = outer == 0 ? 0 : logit(LEVELS[outer - 1]);
    double innerBound = outer == 0 ? 0 : bounds[outer - 1];
    double way = (logit - innerLogit) / (logit(LEVELS[outer]) - innerLogit);
    return innerBound + way * (bounds[outer] - innerBound);
  }

  /** The logit of the level of the upper bound. */
  private static double logit(double central) {
    return Math.log((1 + central) / (1 - central));
  }
}
