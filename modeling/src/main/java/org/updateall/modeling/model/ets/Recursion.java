package org.updateall.modeling.model.ets;

import java.util.ArrayList;
import java.util.List;

/**
 * The innovations recursion, one step after another. Mutable.
 *
 * <pre>
 * symbol  meaning                                 equation
 * y       observation
 * l, b    level, trend
 * s       the season of this step; last of a      without a season 0
 *         round it is the next round's
 * q       level that is expected                  q = l + phi b
 * mu      forecast                                mu = q + s       or q s
 * u       error as the level takes it             u = y - mu       or (y - mu) / s
 * v       error as the season takes it            v = y - mu       or (y - mu) / q
 *                                                 l = q + alpha u
 *                                                 b = phi b + beta u
 *                                                 s = s + gamma v
 * </pre>
 *
 * <p>Where there is a second equation, it is that of a multiplicative season. With multiplicative
 * error, whose innovation is e = (y - mu) / mu, table 2.3 of the source adds alpha q e = alpha u to
 * the level and gamma s e = gamma v to the season: the states move just as with additive error.
 *
 * <p>After a missing observation the states are those that were expected. Factors stay between 0.01
 * and 100, and keep their value while the expected level is not positive.
 *
 * <p>Source: Hyndman, Koehler, Ord and Snyder 2008, tables 2.2 and 2.3.
 */
final class Recursion {

  static final double SMALLEST_FACTOR = 0.01;
  static final double LARGEST_FACTOR = 100;

  private final Smoothing smoothing;
  private final boolean seasonal;
  private final boolean factors;
  private final double[] season;
  private int now;
  private double level;
  private double trend;
  private double expected;

  Recursion(EtsForm form, Smoothing smoothing, EtsState state) {
    this.smoothing = smoothing;
    this.seasonal = form.hasSeason();
    this.factors = form.hasSeasonFactors();
    this.season = state.season().stream().mapToDouble(Double::doubleValue).toArray();
    this.level = state.level();
    this.trend = state.trend();
  }

  /** Goes to the next step and forecasts it. */
  double advance() {
    double survivingTrend = smoothing.phi() * trend;
    expected = level + survivingTrend;
    level = expected;
    trend = survivingTrend;
    if (!seasonal) {
      return expected;
    }
    return factors ? expected * season[now] : expected + season[now];
  }

  /**
   * Lets that much error of the step's forecast into the states.
   *
   * @param error observation less forecast, 0 if the observation is missing
   */
  void learn(double error) {
    double u = factors ? error / season[now] : error;
    level = expected + smoothing.alpha() * u;
    trend += smoothing.beta() * u;
    if (seasonal) {
      learnSeason(error);
      now = (now + 1) % season.length;
    }
  }

  private void learnSeason(double error) {
    if (!factors) {
      season[now] += smoothing.gamma() * error;
    } else if (expected > 0) {
      double factor = season[now] + smoothing.gamma() * (error / expected);
      season[now] = Math.max(SMALLEST_FACTOR, Math.min(factor, LARGEST_FACTOR));
    }
  }

  EtsState state() {
    List<Double> next = new ArrayList<>(season.length);
    for (int step = 0; step < season.length; step++) {
      next.add(season[(now + step) % season.length]);
    }
    return new EtsState(level, trend, next);
  }
}
