package org.updateall.modeling.joint;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Correlations from few occasions, in which not everything took part: each pair's own correlation
 * is drawn towards the mean of all pairs, and that mean towards 0.
 *
 * <pre>
 * u_ir   level at which outcome i of occasion r lay in what had been predicted for it
 * z_ir   its normal score, Phi^-1(u_ir)
 * n_ij   on how many occasions both i and j took part; N the mean of n_ij over all pairs
 * R_ij   correlation of z_ir and z_jr over these occasions
 * D      how many quantities there are
 * r    = sum n_ij R_ij / sum n_ij * N / (N + 5 / sqrt(D - 1)), at least 0 and at most 0.95
 * S_ij = n_ij / (n_ij + 12) R_ij + 12 / (n_ij + 12) r
 * </pre>
 *
 * <p>The more pairs there are, the better known is their mean: eight quantities have 28. With a
 * shrinkage of 8 whatever their number, 90 % intervals of eight plugins with a strong common shock
 * held in 84 % after 8 runs, and with this one in 88 %.
 */
final class ShrunkenCorrelation {

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final double MEAN_SHRINKAGE = 5;
  private static final double PAIR_SHRINKAGE = 12;
  private static final double MAX_MEAN = 0.95;

  private final int[][] common;
  private final double[][] own;

  /** The mean of each quantity over all occasions; NaN if it missed one. */
  private final double[] means;

  private ShrunkenCorrelation(double[][] scores) {
    int size = scores.length;
    means = Arrays.stream(scores).mapToDouble(ShrunkenCorrelation::mean).toArray();
    common = new int[size][size];
    own = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        compare(scores, i, j);
      }
    }
  }

  /**
   * @param levels by quantity, then by occasion; NaN where a quantity took no part
   * @throws IllegalArgumentException if a level is not between 0 and 1, or the lengths differ
   */
  static double[][] of(double[][] levels) {
    return new ShrunkenCorrelation(
            Arrays.stream(levels)
                .map(each -> scores(each, levels[0].length))
                .toArray(double[][]::new))
        .shrunken();
  }

  private static double[] scores(double[] levels, int occasions) {
    if (levels.length != occasions) {
      throw new IllegalArgumentException(
          "%d levels on %d occasions".formatted(levels.length, occasions));
    }
    return Arrays.stream(levels).map(ShrunkenCorrelation::score).toArray();
  }

  private static double score(double level) {
    if (Double.isNaN(level)) {
      return Double.NaN;
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level lies between 0 and 1, not at " + level);
    }
    return NORMAL.inverseCumulativeProbability(level);
  }

  private void compare(double[][] scores, int first, int second) {
    double[] x = new double[scores[first].length];
    double[] y = new double[x.length];
    int count = 0;
    for (int r = 0; r < x.length; r++) {
      if (!Double.isNaN(scores[first][r]) && !Double.isNaN(scores[second][r])) {
        x[count] = scores[first][r];
        y[count] = scores[second][r];
        count++;
      }
    }
    common[first][second] = count;
    own[first][second] =
        count == x.length
            ? correlation(x, y, means[first], means[second])
            : correlation(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
  }

  private static double mean(double[] scores) {
    return Arrays.stream(scores).average().orElse(0);
  }

  private static double correlation(double[] x, double[] y) {
    return correlation(x, y, mean(x), mean(y));
  }

  /** Pearson's; 0 if one of them does not vary. */
  private static double correlation(double[] x, double[] y, double meanX, double meanY) {
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int r = 0; r < x.length; r++) {
      xx += (x[r] - meanX) * (x[r] - meanX);
      yy += (y[r] - meanY) * (y[r] - meanY);
      xy += (x[r] - meanX) * (y[r] - meanY);
    }
    double spread = Math.sqrt(xx * yy);
    return spread > 0 ? Math.max(-1, Math.min(1, xy / spread)) : 0;
  }

  private double[][] shrunken() {
    int size = own.length;
    double mean = shrunkenMean();
    double[][] shrunken = new double[size][size];
    for (int i = 0; i < size; i++) {
      shrunken[i][i] = 1;
      for (int j = 0; j < i; j++) {
        double weight = common[i][j] / (common[i][j] + PAIR_SHRINKAGE);
        shrunken[i][j] = weight * own[i][j] + (1 - weight) * mean;
        shrunken[j][i] = shrunken[i][j];
      }
    }
    return shrunken;
  }

  private double shrunkenMean() {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < own.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += common[i][j] * own[i][j];
        weights += common[i][j];
      }
    }
    if (weights == 0) {
      return 0;
    }
    double pairs = own.length * (own.length - 1) / 2.0;
    double occasions = weights / pairs;
    double shrinkage = MEAN_SHRINKAGE / Math.sqrt(own.length - 1);
    double mean = sum / weights * occasions / (occasions + shrinkage);
    return Math.max(0, Math.min(MAX_MEAN, mean));
  }
}
