package org.updateall.modeling.evaluation;

import java.util.List;

/**
 * Which scale served best up to each origin: that of the least discounted mean pinball loss of its
 * predictive quantiles, measured in units of the series. Single losses are cut at eight times their
 * running median, so that one outlier does not decide.
 */
final class ScaleChoice {

  /** Until so many values have been judged, the first candidate stands. */
  private static final int MIN_ORIGINS = 10;

  /** .98 to 1 made no difference on the development series. */
  private static final double DISCOUNT = 0.99;

  private static final double CUT = 8;
  private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

  private final List<ScaledForecasts> candidates;
  private final ScaledForecasts fallback;
  private final double[] losses;
  private final RunningMedian typicalLoss = new RunningMedian();
  private int judged;

  private ScaleChoice(List<ScaledForecasts> candidates, ScaledForecasts fallback) {
    this.candidates = candidates;
    this.fallback = fallback;
    this.losses = new double[candidates.size()];
  }

  /**
   * The candidate to be used at each origin from 0 to the length of the series, both inclusive.
   *
   * @param candidates in order of preference
   * @param fallback stands in while no candidate is settled
   */
  static ScaledForecasts[] atEachOrigin(
      List<ScaledForecasts> candidates, ScaledForecasts fallback, double[] series) {
    ScaleChoice choice = new ScaleChoice(candidates, fallback);
    ScaledForecasts[] chosen = new ScaledForecasts[series.length + 1];
    for (int origin = 0; origin <= series.length; origin++) {
      chosen[origin] = choice.best(origin);
      if (origin >= 2 && origin < series.length) {
        choice.judge(origin, series[origin]);
      }
    }
    return chosen;
  }

  private ScaledForecasts best(int origin) {
    ScaledForecasts best = fallback;
    double least = Double.POSITIVE_INFINITY;
    for (int index = 0; index < losses.length; index++) {
      double loss = judged < MIN_ORIGINS ? 0 : losses[index];
      if (candidates.get(index).isSettledAt(origin) && loss < least) {
        least = loss;
        best = candidates.get(index);
      }
    }
    return best;
  }

  private void judge(int origin, double value) {
    double cut = typicalLoss.median() > 0 ? CUT * typicalLoss.median() : Double.POSITIVE_INFINITY;
    for (int index = 0; index < losses.length; index++) {
      double loss = loss(candidates.get(index), origin, value);
      losses[index] = DISCOUNT * losses[index] + Math.min(cut, loss);
      typicalLoss.add(loss);
    }
    judged++;
  }

  private static double loss(ScaledForecasts candidate, int origin, double value) {
    double[] quantiles = candidate.quantiles(origin, LEVELS).get();
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
