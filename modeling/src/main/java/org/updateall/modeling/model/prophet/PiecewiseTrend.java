package org.updateall.modeling.model.prophet;

import java.util.List;
import java.util.SplittableRandom;
import org.updateall.modeling.numbers.Require;

/**
 * A continuous trend of straight pieces over times scaled so that the window goes from 0 to 1.
 *
 * <p>What comes after the window changes its rate as often, on average, and as much as was found
 * within (Taylor and Letham, section 3.1.4): changepoints come as a Poisson process of {@code
 * candidates} per window, each with a Laplace distributed change whose scale is the mean absolute
 * change within the window.
 *
 * @param rate at the beginning
 * @param offset the value at time 0
 * @param changepoints those at which the rate does change
 * @param candidates at how many places it was allowed to
 */
public record PiecewiseTrend(
    double rate, double offset, List<Changepoint> changepoints, int candidates) {

  /** No trend is taken to be exactly straight for ever. */
  private static final double SMALLEST_CHANGE = 1e-8;

  /**
   * @throws IllegalArgumentException if a figure is not finite, the changepoints are missing, or
   *     there are more of them than candidates
   */
  public PiecewiseTrend {
    Require.finite("rate", rate);
    Require.finite("offset", offset);
    changepoints = Require.whole("changepoints", changepoints);
    Require.that(candidates >= changepoints.size(), "candidates", candidates);
  }

  double at(double time) {
    double value = offset + rate * time;
    for (Changepoint changepoint : changepoints) {
      value += changepoint.rateChange() * Math.max(0, time - changepoint.at());
    }
    return value;
  }

  /**
   * The variance of what changepoints after the window add until that time: 2 λ² S (T - 1)³ / 3,
   * with λ the mean absolute change, S the candidates and T the time; 0 within the window.
   */
  double varianceAt(double time) {
    double ahead = Math.max(0, time - 1);
    double lambda = meanChange();
    return 2 * lambda * lambda * candidates * ahead * ahead * ahead / 3;
  }

  /** One draw of what changepoints after the window add until that time. */
  double sampleAddition(double time, SplittableRandom random) {
    double addition = 0;
    double at = 1 + nextDistance(random);
    while (at < time) {
      addition += laplace(random) * (time - at);
      at += nextDistance(random);
    }
    return addition;
  }

  private double nextDistance(SplittableRandom random) {
    return candidates == 0 ? Double.POSITIVE_INFINITY : exponential(random) / candidates;
  }

  private double laplace(SplittableRandom random) {
    double size = meanChange() * exponential(random);
    return random.nextBoolean() ? size : -size;
  }

  private static double exponential(SplittableRandom random) {
    return -Math.log1p(-random.nextDouble());
  }

  private double meanChange() {
    double sum = changepoints.stream().mapToDouble(c -> Math.abs(c.rateChange())).sum();
    return sum / Math.max(1, candidates) + SMALLEST_CHANGE;
  }
}
