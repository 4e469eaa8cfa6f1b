package org.updateall.modeling.pooling;

import java.util.List;
import org.updateall.modeling.numbers.Require;

/**
 * How often a value is 0, such as a download where everything is at hand: a beta distribution over
 * the hosts of a kind, by its moments, so that a host's own values correct it.
 *
 * <pre>
 * z_j, n_j     zeros and values of host j
 * m          = (1/2 + sum z_j) / (1 + sum n_j)
 * v          = the variance of z_j / n_j between hosts
 * M          = m (1 - m) / v - 1, from 2 to 50               strength, in values
 * share      = (m M + z) / (M + n)                           after z zeros among n own values
 * </pre>
 *
 * @param mean m
 * @param strength M
 */
public record ZeroShare(double mean, double strength) {

  private static final double WEAKEST = 2;
  private static final double STRONGEST = 50;

  /**
   * @throws IllegalArgumentException if the mean is not between 0 and 1, or the strength not above
   *     0
   */
  public ZeroShare {
    Require.that(mean > 0 && mean < 1, "mean", mean);
    Require.that(strength > 0 && Double.isFinite(strength), "strength", strength);
  }

  /**
   * @param values the latest of each host
   */
  static ZeroShare of(List<double[]> values) {
    double zeros = 0.5;
    double all = 1;
    for (double[] each : values) {
      zeros += count(each);
      all += each.length;
    }
    double mean = zeros / all;
    double squares = 0;
    for (double[] each : values) {
      double difference = (double) count(each) / each.length - mean;
      squares += difference * difference;
    }
    double strength = mean * (1 - mean) * values.size() / squares - 1;
    return new ZeroShare(mean, Math.max(WEAKEST, Math.min(STRONGEST, strength)));
  }

  /** How probable it is that the next value is 0. */
  double after(double[] values) {
    return (mean * strength + count(values)) / (strength + values.length);
  }

  private static int count(double[] values) {
    int zeros = 0;
    for (double value : values) {
      zeros += value > 0 ? 0 : 1;
    }
    return zeros;
  }
}
