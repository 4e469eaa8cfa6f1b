package org.updateall.modeling.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * Which scale has served best: that of the least discounted mean pinball loss of its predictive
 * quantiles, measured in units of the series. Single losses are cut at eight times their running
 * median, so that one outlier does not decide.
 */
final class ScaleChoice {

  private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

  /** Until so many values have been judged, the first candidate stands. */
  private static final int MIN_ORIGINS = 10;

  /** .98 to 1 made no difference on the development series. */
  private static final double DISCOUNT = 0.99;

  private static final double CUT = 8;

  private final double[] losses;
  private final RunningMedian typicalLoss = new RunningMedian();
  private int judged;

  ScaleChoice(int candidates) {
    this.losses = new double[candidates];
  }

  int judged() {
    return judged;
  }

  List<Double> losses() {
    return Arrays.stream(losses).boxed().toList();
  }

  List<Double> typical() {
    return typicalLoss.values();
  }

  void restore(int count, List<Double> sums, List<Double> typical) {
    judged = count;
    Arrays.setAll(losses, sums::get);
    typicalLoss.addAll(typical);
  }

  /** The place of the candidate to be used. */
  int best() {
    int best = 0;
    for (int index = 1; index < losses.length; index++) {
      if (judged >= MIN_ORIGINS && losses[index] < losses[best]) {
        best = index;
      }
    }
    return best;
  }

  /** Takes in how the candidates' forecasts did. */
  void judge(List<ScoredForecasts> candidates, double[] forecasts, double value) {
    double cut = typicalLoss.median() > 0 ? CUT * typicalLoss.median() : Double.POSITIVE_INFINITY;
    for (int index = 0; index < losses.length; index++) {
      double[] quantiles = candidates.get(index).quantiles(forecasts[index], 1, LEVELS).get();
      double loss = loss(quantiles, value);
      losses[index] = DISCOUNT * losses[index] + Math.min(cut, loss);
      typicalLoss.add(loss);
    }
    judged++;
  }

  private static double loss(double[] quantiles, double value) {
    double sum = 0;
    for (int index = 0; index < LEVELS.length; index++) {
      sum += pinball(LEVELS[index], value - quantiles[index]);
    }
    return sum;
  }

  private static double pinball(double level, double excess) {
    return Math.max(level * excess, (level - 1) * excess);
  }
}
