package org.updateall.modeling.pooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.numbers.Median;
import org.updateall.modeling.numbers.Require;

/**
 * What series of one kind on many hosts say beforehand of a new host's: of its values above 0 on
 * the logarithmic scale, how often a value is 0, and how to put what is predicted right.
 *
 * <pre>
 * x_j    level of the series of host j, m their median
 * d    = 1.4826 median |x_j - m|                             normal-consistent; Hampel 1974
 * w_j    x_j, at most 3 d from m                             winsorized
 * mean = the mean of w_j, s^2 their variance
 * tau^2 = ( K V0 + (n - 1) s^2 ) / ( K + n - 1 )             K = 1, V0 the stated variance of hosts
 * var  = tau^2 (1 + 1/n)                                     of the level of a host that is new
 * </pre>
 *
 * @param levelMean what is expected of the level
 * @param levelVariance the variance of a new host's level about it
 * @param spreadMean of the logarithm of the standard deviation, as {@link SpreadPrior}
 * @param spreadVariance of the same
 * @param zeros how often a value is 0
 * @param recalibrations by the number of own values above 0, the last for all greater numbers
 */
public record HostPrior(
    double levelMean,
    double levelVariance,
    double spreadMean,
    double spreadVariance,
    ZeroShare zeros,
    List<Recalibration> recalibrations) {

  private static final double NORMAL_CONSISTENT = 1.4826;
  private static final double MOST_DEVIATIONS = 3;
  private static final double WEIGHT = 1;
  private static final double STATED =
      LevelComponents.STATED.column() + LevelComponents.STATED.rest();

  /** Of so many own values recalibrations are learned. */
  private static final int OWN = 5;

  /** What all pieces of one host's series count together: they are much alike. */
  private static final double HOST_WEIGHT = 5;

  private static final int MOST_HOSTS = 300;
  private static final double LEAST_LEVEL = 5e-4;

  /**
   * @throws IllegalArgumentException if a figure is missing or not finite, or a variance is not
   *     above 0
   */
  public HostPrior {
    Require.finite("levelMean", levelMean);
    Require.finite("spreadMean", spreadMean);
    Require.that(
        levelVariance > 0 && Double.isFinite(levelVariance), "levelVariance", levelVariance);
    Require.that(
        spreadVariance > 0 && Double.isFinite(spreadVariance), "spreadVariance", spreadVariance);
    Require.present("zeros", zeros);
    recalibrations = Require.whole("recalibrations", recalibrations);
    Require.that(!recalibrations.isEmpty(), "recalibrations", recalibrations.size());
  }

  /**
   * @param summaries of the values above 0 of each series
   * @param first the first values of each series, in the same order
   * @throws IllegalArgumentException if there is no series
   */
  public static HostPrior of(List<SeriesSummary> summaries, List<double[]> first) {
    Require.that(!summaries.isEmpty(), "series", summaries.size());
    HostPrior plain = plain(summaries, ZeroShare.of(first));
    int all = summaries.size();
    List<List<Double>> places = new ArrayList<>();
    for (int own = 0; own < OWN; own++) {
      places.add(new ArrayList<>());
    }
    int asked = Math.min(MOST_HOSTS, all);
    for (int i = 0; i < asked; i++) {
      int place = (int) ((long) i * all / asked);
      addPlaces(places, plain.values(), positive(first.get(place)));
    }
    return new HostPrior(
        plain.levelMean,
        plain.levelVariance,
        plain.spreadMean,
        plain.spreadVariance,
        plain.zeros,
        places.stream().map(of -> recalibration(of, asked)).toList());
  }

  private static Recalibration recalibration(List<Double> places, int hosts) {
    return places.isEmpty()
        ? Recalibration.NONE
        : Recalibration.of(places, HOST_WEIGHT * hosts / places.size());
  }

  /** Where each value lay in what the ones right before it would have predicted. */
  private static void addPlaces(List<List<Double>> places, FirstValues said, double[] values) {
    for (int own = 0; own < OWN; own++) {
      for (int end = own; end < values.length; end++) {
        double[] before = Arrays.copyOfRange(values, end - own, end);
        places.get(own).add(said.place(before, values[end]));
      }
    }
  }

  private static HostPrior plain(List<SeriesSummary> summaries, ZeroShare zeros) {
    double[] ordinary = winsorized(summaries.stream().mapToDouble(SeriesSummary::level).toArray());
    int n = ordinary.length;
    double mean = Arrays.stream(ordinary).average().orElseThrow();
    double squares = Arrays.stream(ordinary).map(level -> (level - mean) * (level - mean)).sum();
    double between = (WEIGHT * STATED + squares) / (WEIGHT + n - 1);
    SpreadPrior spread = SpreadPrior.of(summaries);
    return new HostPrior(
        mean,
        between * (1 + 1.0 / n),
        spread.mean(),
        spread.variance(),
        zeros,
        List.of(Recalibration.NONE));
  }

  private static double[] winsorized(double[] levels) {
    double median = Median.sorting(levels.clone());
    double[] distances = Arrays.stream(levels).map(level -> Math.abs(level - median)).toArray();
    double most = MOST_DEVIATIONS * NORMAL_CONSISTENT * Median.sorting(distances);
    return Arrays.stream(levels)
        .map(level -> Math.max(median - most, Math.min(median + most, level)))
        .toArray();
  }

  private FirstValues values() {
    return new FirstValues(
        new SpreadPrior(spreadMean, spreadVariance), new LevelPrior(levelMean, levelVariance));
  }

  /** The values above 0. */
  public static double[] positive(double[] values) {
    return Arrays.stream(values).filter(value -> value > 0).toArray();
  }

  /**
   * The quantiles of a new host's next value at these levels: 0 up to the share of zeros, beyond
   * that those of the values above 0.
   *
   * @param values the host's own so far
   * @param levels between 0 and 1, ascending
   */
  public double[] quantiles(double[] values, double[] levels) {
    double[] own = positive(values);
    double zero = zeros.after(values);
    Recalibration put = recalibrations.get(Math.min(own.length, recalibrations.size() - 1));
    double[] asked =
        Arrays.stream(levels)
            .map(level -> put.at(Math.max(0, level - zero) / (1 - zero)))
            .map(level -> Math.max(LEAST_LEVEL, Math.min(1 - LEAST_LEVEL, level)))
            .toArray();
    double[] quantiles = values().quantiles(own, asked).get();
    for (int i = 0; i < levels.length && levels[i] <= zero; i++) {
      quantiles[i] = 0;
    }
    return quantiles;
  }
}
