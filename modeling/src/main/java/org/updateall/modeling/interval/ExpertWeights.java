package org.updateall.modeling.interval;

import java.util.Arrays;
import java.util.List;

/**
 * What experts have earned by their predictive quantiles, and the weights that follow. One weight
 * holds for all levels, so that quantiles of the mixture never cross.
 *
 * <pre>
 * l_k       loss of one value             min(sum over p of v_p rho_p(y - Q_k(p)), 8 median over k)
 * rho_p     pinball loss                  max(p x, (p - 1) x)
 * v_p       weight of a level             3 at .025, 2 at .05, 1.5 at .075, 1 inside, 0 beyond
 * L_k, n    discounted sum and count      L = .985 L + l,  n = .985 n + 1
 * pi_k      prior weight
 * w_k       weight                        proportional to pi_k (L_k / n)^(-max(0, n - 5))
 * </pre>
 *
 * Levels beyond .025 and .975 do not count: after few errors they are as far out as the reference
 * says, and one such bound would decide everything.
 */
final class ExpertWeights {

  private static final double DISCOUNT = 0.985;
  private static final double WARM_UP = 5;
  private static final double CUT = 8;
  private static final double SMALLEST_SHARE = 1e-6;
  private static final double SMALLEST = 1e-300;
  private static final double LARGEST = 1e300;
  private static final double[] EMPHASIS = emphasis();

  private final double[] logPriors;
  private final double[] losses;
  private double count;

  ExpertWeights(double[] priors) {
    logPriors = Arrays.stream(priors).map(Math::log).toArray();
    losses = new double[priors.length];
  }

  double count() {
    return count;
  }

  List<Double> losses() {
    return Arrays.stream(losses).boxed().toList();
  }

  void restore(double steps, List<Double> sums) {
    count = steps;
    Arrays.setAll(losses, sums::get);
  }

  /** The weights, in the order of the experts; their sum is 1. */
  double[] weights() {
    double middle = upperMedian(losses) / Math.max(1, count);
    double smallest = Math.max(SMALLEST, SMALLEST_SHARE * middle);
    double sharpness = Math.max(0, count - WARM_UP);
    double[] weights = new double[losses.length];
    for (int k = 0; k < weights.length; k++) {
      double mean = count == 0 ? smallest : Math.max(smallest, losses[k] / count);
      weights[k] = logPriors[k] - sharpness * Math.log(mean);
    }
    double greatest = Arrays.stream(weights).max().orElseThrow();
    double sum = Arrays.stream(weights).map(each -> Math.exp(each - greatest)).sum();
    return Arrays.stream(weights).map(each -> Math.exp(each - greatest) / sum).toArray();
  }

  /** Takes in a value that the experts had said so much of. */
  void judge(double value, double[][] quantiles) {
    double[] single = Arrays.stream(quantiles).mapToDouble(each -> loss(value, each)).toArray();
    double middle = upperMedian(single);
    double cut = middle > 0 ? CUT * middle : Double.MAX_VALUE;
    for (int k = 0; k < losses.length; k++) {
      losses[k] = DISCOUNT * losses[k] + Math.min(cut, single[k]);
    }
    count = DISCOUNT * count + 1;
  }

  private static double loss(double value, double[] quantiles) {
    double sum = 0;
    for (int place = 0; place < Levels.COUNT; place++) {
      if (EMPHASIS[place] == 0) {
        continue;
      }
      double excess = value - quantiles[place];
      double p = Levels.at(place);
      sum += EMPHASIS[place] * Math.max(p * excess, (p - 1) * excess);
    }
    return Math.min(LARGEST, sum);
  }

  private static double upperMedian(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double[] emphasis() {
    return Arrays.stream(Levels.all()).map(level -> emphasis(Math.min(level, 1 - level))).toArray();
  }

  private static double emphasis(double tail) {
    if (tail < 0.02) {
      return 0;
    }
    if (tail < 0.03) {
      return 3;
    }
    if (tail < 0.06) {
      return 2;
    }
    return tail < 0.08 ? 1.5 : 1;
  }
}
