package org.updateall.modeling.interval;

import org.updateall.modeling.numbers.Require;
import org.updateall.modeling.scale.Power;

/**
 * How large errors are at present on the scale of one power.
 *
 * <pre>
 * r         error                            g(y) - g(yhat), cut at 6 s
 * A, B      slow and fast sums of squares    A = .99 A + r^2,  B = .8 B + r^2
 * W, V      their weights                    W = .99 W + 1,    V = .8 V + 1
 * s0        what is assumed beforehand       .2 |g(yhat)|, .1 |g(yhat)|, .2 for powers 1, 1/2, 0
 * w         share of the own errors          W / (W + .5)
 * s         ln s = w (ln(A / W) + ln(B / V)) / 4 + (1 - w) ln s0,  at least s0 / 1000
 * </pre>
 *
 * The discounts, .5 and the cut have flat optima on the development series.
 */
final class ErrorScale {

  private static final double SLOW = 0.99;
  private static final double FAST = 0.8;
  private static final double ASSUMED_VARIATION = 0.2;
  private static final double ASSUMED_WEIGHT = 0.5;
  private static final double CUT = 6;
  private static final double LEAST_SHARE = 1e-3;
  private static final double SMALLEST = 1e-300;

  /** The square of anything more would leave the numbers. */
  private static final double LARGEST = 1e150;

  private final Power power;
  private double slow;
  private double slowWeight;
  private double fast;
  private double fastWeight;

  ErrorScale(Power power) {
    this.power = power;
  }

  ErrorScale(Power power, State state) {
    this(power);
    slow = state.slow;
    slowWeight = state.slowWeight;
    fast = state.fast;
    fastWeight = state.fastWeight;
  }

  /**
   * What it remembers.
   *
   * @param slow slowly discounted sum of squares
   * @param slowWeight its weight
   * @param fast quickly discounted sum of squares
   * @param fastWeight its weight
   */
  record State(double slow, double slowWeight, double fast, double fastWeight) {

    /**
     * @throws IllegalArgumentException if a number is negative or not finite
     */
    State {
      requireSum("slow", slow);
      requireSum("slowWeight", slowWeight);
      requireSum("fast", fast);
      requireSum("fastWeight", fastWeight);
    }

    private static void requireSum(String name, double sum) {
      Require.that(sum >= 0 && Double.isFinite(sum), name, sum);
    }
  }

  State state() {
    return new State(slow, slowWeight, fast, fastWeight);
  }

  /**
   * The present size of errors; above 0.
   *
   * @param scaledPoint the forecast on this scale
   */
  double at(double scaledPoint) {
    double assumed = Math.max(1e-12 * (1 + Math.abs(scaledPoint)), assumed(scaledPoint));
    if (slowWeight == 0) {
      return assumed;
    }
    double own = (logOfMean(slow, slowWeight) + logOfMean(fast, fastWeight)) / 4;
    double share = slowWeight / (slowWeight + ASSUMED_WEIGHT);
    double size = Math.exp(share * own + (1 - share) * Math.log(assumed));
    return Math.max(size, LEAST_SHARE * assumed);
  }

  private double assumed(double scaledPoint) {
    return switch (power) {
      case IDENTITY -> ASSUMED_VARIATION * Math.abs(scaledPoint);
      case SQUARE_ROOT -> ASSUMED_VARIATION / 2 * Math.abs(scaledPoint);
      case LOGARITHM -> ASSUMED_VARIATION;
    };
  }

  private static double logOfMean(double sum, double weight) {
    return Math.log(Math.max(SMALLEST, sum / weight));
  }

  /**
   * Takes in an error.
   *
   * @param size that errors were thought to have
   */
  void add(double error, double size) {
    double cut = slowWeight == 0 ? LARGEST : Math.min(LARGEST, CUT * size);
    double r = Math.min(Math.abs(error), cut);
    slow = SLOW * slow + r * r;
    slowWeight = SLOW * slowWeight + 1;
    fast = FAST * fast + r * r;
    fastWeight = FAST * fastWeight + 1;
  }
}
