package org.updateall.modeling.progress;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The law of a duration of which one in a hundred stalls: the predicted law D, mixed with that of a
 * stalled duration D / U, where U is uniform between 0 and 1. It goes on for ever: however long
 * something has taken, it may take longer. Immutable.
 *
 * <pre>
 * S, I      of the predicted law: P(D > x), E[min(D, x)]
 * eps       probability of a stall
 * S*(x)   = (1 - eps) S(x) + eps I(x) / x          P(T > x);  P(D / U > x) = E[min(D, x)] / x
 * z(x)    = -Phi^-1(S*(x))                         normal score of a duration
 * S*(x)  ~  eps E[D] / x                           beyond the last knot
 * </pre>
 *
 * <p>Beyond the last knot half of all that last so long last twice as long. Why this law of the
 * stall and no other: docs/decisions.md.
 */
final class DurationLaw {

  static final double STALL_PROBABILITY = 0.01;

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** Scores beyond it are not told apart by double numbers. */
  private static final double LEAST_SURVIVAL = 1e-14;

  /** Knots beyond the predicted quantiles: first by parts of the scale of the end, ... */
  private static final int END_KNOTS = 12;

  private static final double END_STEP = 0.5;

  /** ... then each so many times as far as the one before. */
  private static final int STALL_KNOTS = 20;

  private static final double STALL_STEP = 1.25;

  private final PredictedLaw predicted;
  private final double stall;
  private final double[] knots;
  private final double[] scores;
  private final double bound;

  DurationLaw(PredictedLaw predicted, double stall) {
    this.predicted = predicted;
    this.stall = stall;
    knots = knots(predicted);
    scores = Arrays.stream(knots).map(this::score).toArray();
    bound = score(predicted.highest());
  }

  /**
   * @param levels strictly ascending, between 0 and 1
   * @param quantiles one for each level: finite, not negative, not decreasing
   */
  static DurationLaw of(double[] levels, double[] quantiles) {
    return new DurationLaw(new PredictedLaw(levels, quantiles), STALL_PROBABILITY);
  }

  private static double[] knots(PredictedLaw predicted) {
    double[] end =
        DoubleStream.iterate(1, i -> i + 1)
            .limit(END_KNOTS)
            .map(i -> predicted.highest() + i * END_STEP * predicted.endScale())
            .toArray();
    DoubleStream stalled =
        DoubleStream.iterate(end[END_KNOTS - 1] * STALL_STEP, x -> x * STALL_STEP)
            .limit(STALL_KNOTS);
    return DoubleStream.concat(
            DoubleStream.concat(Arrays.stream(predicted.knots()), Arrays.stream(end)), stalled)
        .toArray();
  }

  /** The last of the predicted quantiles: what lasts longer was hardly ever seen. */
  double highest() {
    return predicted.highest();
  }

  /** The places between which the law may be taken as linear, ascending. */
  double[] knots() {
    return knots.clone();
  }

  /** P(T > x), for x at or above 0. */
  double survival(double x) {
    double stalled = x > 0 ? predicted.integral(x) / x : 1;
    return (1 - stall) * predicted.survival(x) + stall * stalled;
  }

  /** The normal score of a duration. */
  double score(double x) {
    double survival = Math.max(LEAST_SURVIVAL, Math.min(1 - LEAST_SURVIVAL, survival(x)));
    return -NORMAL.inverseCumulativeProbability(survival);
  }

  /** The normal score of a duration that came; of one of several equal quantiles their middle. */
  double scoreOfOutcome(double x) {
    double resolution = 1e-6 * Math.max(x, 0.1 * highest());
    return (score(x + resolution) + score(Math.max(0, x - resolution))) / 2;
  }

  /** The score, or if it lies beyond that of the last predicted quantile or as far below, that. */
  double bounded(double score) {
    return Math.max(-bound, Math.min(bound, score));
  }

  /** The duration of that normal score. */
  double duration(double score) {
    int last = knots.length - 1;
    if (score >= scores[last]) {
      return knots[last] * survival(knots[last]) / NormalTail.above(score);
    }
    int place = Arrays.binarySearch(scores, score);
    int k = place < 0 ? -place - 2 : place;
    if (k < 0) {
      return knots[0];
    }
    return knots[k] + (knots[k + 1] - knots[k]) * (score - scores[k]) / (scores[k + 1] - scores[k]);
  }
}
