package org.updateall.modeling.pooling;

import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * What is believed beforehand of the standard deviation of a series on the logarithmic scale: that
 * its logarithm is normally distributed. Estimated by moments from other series, with stated
 * constants that count as three series more.
 *
 * <pre>
 * s_j^2   variance of series j, nu_j = n_j - 1 its degrees of freedom, at least 2
 * L_j   = ln s_j - ( psi(nu_j/2) - ln(nu_j/2) ) / 2      unbiased for ln sigma_j
 * T_j   = psi'(nu_j/2) / 4                               its variance
 * e_j   = V0 / (V0 + T_j)                                what the series counts
 * mean  = ( K M0 + sum e_j L_j ) / ( K + sum e_j )
 * var   = ( K V0 + sum e_j max(0, (L_j - mean)^2 - T_j) ) / ( K + sum e_j )
 * </pre>
 *
 * @param mean of the logarithm of the standard deviation
 * @param variance of the same
 */
record SpreadPrior(double mean, double variance) {

  /** What is assumed without other series: as among ten sources, each weighing the same. */
  static final SpreadPrior STATED = new SpreadPrior(Math.log(0.3), 1);

  private static final double WEIGHT = 3;
  private static final int MIN_COUNT = 3;

  /** Series without any spread were measured coarsely. */
  private static final double LEAST_DEVIATION = 0.002;

  private static final double LEAST_VARIANCE = 0.05;

  static SpreadPrior of(List<SeriesSummary> others) {
    List<SeriesSummary> telling =
        others.stream().filter(other -> other.count() >= MIN_COUNT).toList();
    double weights = WEIGHT;
    double sum = WEIGHT * STATED.mean;
    for (SeriesSummary other : telling) {
      weights += weight(other);
      sum += weight(other) * logarithm(other);
    }
    double mean = sum / weights;
    double squares = WEIGHT * STATED.variance;
    for (SeriesSummary other : telling) {
      double deviation = logarithm(other) - mean;
      squares += weight(other) * Math.max(0, deviation * deviation - error(other));
    }
    return new SpreadPrior(mean, Math.max(LEAST_VARIANCE, squares / weights));
  }

  private static double weight(SeriesSummary other) {
    return STATED.variance / (STATED.variance + error(other));
  }

  private static double logarithm(SeriesSummary other) {
    double half = (other.count() - 1) / 2.0;
    double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(other.variance()));
    return Math.log(deviation) - (Gamma.digamma(half) - Math.log(half)) / 2;
  }

  private static double error(SeriesSummary other) {
    return Gamma.trigamma((other.count() - 1) / 2.0) / 4;
  }
}
