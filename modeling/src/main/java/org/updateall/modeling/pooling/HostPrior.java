package org.updateall.modeling.pooling;

import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.numbers.Median;
import org.updateall.modeling.numbers.Require;

/**
 * What series of one kind on many hosts say beforehand of a new host's, on the logarithmic scale.
 *
 * <pre>
 * x_j    level of the series of host j, m their median
 * d    = 1.4826 median |x_j - m|                             normal-consistent; Hampel 1974
 * w_j    x_j, at most 3 d from m                             winsorized
 * mean = the mean of w_j, s^2 their variance
 * tau^2 = ( K V0 + (n - 1) s^2 ) / ( K + n - 1 )             K = 2, V0 the stated variance of hosts
 * var  = tau^2 (1 + 1/n)                                     of the level of a host that is new
 * </pre>
 *
 * @param levelMean what is expected of the level
 * @param levelVariance the variance of a new host's level about it
 * @param spreadMean of the logarithm of the standard deviation, as {@link SpreadPrior}
 * @param spreadVariance of the same
 */
public record HostPrior(
    double levelMean, double levelVariance, double spreadMean, double spreadVariance) {

  private static final double NORMAL_CONSISTENT = 1.4826;
  private static final double MOST_DEVIATIONS = 3;
  private static final double WEIGHT = 2;
  private static final double STATED =
      LevelComponents.STATED.column() + LevelComponents.STATED.rest();

  /**
   * @throws IllegalArgumentException if a figure is not finite, or a variance is not above 0
   */
  public HostPrior {
    Require.finite("levelMean", levelMean);
    Require.finite("spreadMean", spreadMean);
    Require.that(
        levelVariance > 0 && Double.isFinite(levelVariance), "levelVariance", levelVariance);
    Require.that(
        spreadVariance > 0 && Double.isFinite(spreadVariance), "spreadVariance", spreadVariance);
  }

  /**
   * @param hosts at least one series, each of another host
   * @throws IllegalArgumentException if there is none
   */
  public static HostPrior of(List<SeriesSummary> hosts) {
    double[] levels = hosts.stream().mapToDouble(SeriesSummary::level).toArray();
    Require.that(levels.length > 0, "hosts", levels.length);
    double[] ordinary = winsorized(levels);
    int n = ordinary.length;
    double mean = Arrays.stream(ordinary).average().orElseThrow();
    double squares = Arrays.stream(ordinary).map(level -> (level - mean) * (level - mean)).sum();
    double between = (WEIGHT * STATED + squares) / (WEIGHT + n - 1);
    SpreadPrior spread = SpreadPrior.of(hosts);
    return new HostPrior(mean, between * (1 + 1.0 / n), spread.mean(), spread.variance());
  }

  private static double[] winsorized(double[] levels) {
    double median = Median.sorting(levels.clone());
    double[] distances = Arrays.stream(levels).map(level -> Math.abs(level - median)).toArray();
    double most = MOST_DEVIATIONS * NORMAL_CONSISTENT * Median.sorting(distances);
    return Arrays.stream(levels)
        .map(level -> Math.max(median - most, Math.min(median + most, level)))
        .toArray();
  }

  SpreadPrior spread() {
    return new SpreadPrior(spreadMean, spreadVariance);
  }

  LevelPrior level() {
    return new LevelPrior(levelMean, levelVariance);
  }
}
