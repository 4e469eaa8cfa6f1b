package org.updateall.modeling;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.modeling.numbers.Median;
import org.updateall.modeling.scale.Power;
import org.updateall.modeling.scale.PowerScale;

/**
 * What is believed of the next value after too few for a model: that on the logarithmic scale it
 * lies about the median of those seen, with a spread that was assumed beforehand and is corrected
 * by them (normal distribution with a scaled inverse chi-squared prior of its variance; Gelman et
 * al., Bayesian Data Analysis, 3rd edition, section 2.6). The predictive law is Student's t.
 *
 * <pre>
 * n      number of values
 * m      median of the values on the logarithmic scale
 * nu0    weight of the assumption, in values; s0 the assumed standard deviation
 * nu   = nu0 + n - 1
 * s^2  = (nu0 s0^2 + sum (z - m)^2) / nu
 * Q(p) = g^-1( m + s sqrt(1 + 1/n) t_nu(p) )
 * </pre>
 *
 * <p>On 229 series of recurring jobs, nu0 = 4 and s0 = 0.5 gave 90 % intervals that held in 92, 92,
 * 89 and 90 % of all cases after 1, 2, 3 and 4 values. Averaged over the ten sources that these
 * series come from, so that each source weighs the same, it is 92, 90, 76 and 83 %. A lighter
 * assumption (nu0 = 2, s0 = 0.4) holds a little better at that level, but its tails are so heavy
 * that totals of several such plugins lose all meaning.
 */
final class FewRuns {

  private static final double PRIOR_WEIGHT = 4;
  private static final double PRIOR_DEVIATION = 0.5;

  private FewRuns() {}

  /**
   * @param values at least one
   */
  static PredictiveDistribution predict(double[] values) {
    PowerScale scale = PowerScale.of(Power.LOGARITHM, values);
    double[] scaled = scale.toScale(values);
    double median = Median.sorting(scaled.clone());
    double squares = Arrays.stream(scaled).map(z -> (z - median) * (z - median)).sum();
    double freedom = PRIOR_WEIGHT + values.length - 1;
    double variance = (PRIOR_WEIGHT * PRIOR_DEVIATION * PRIOR_DEVIATION + squares) / freedom;
    double spread = Math.sqrt(variance * (1 + 1.0 / values.length));
    TDistribution student = new TDistribution(null, freedom);
    return PredictiveDistribution.of(
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> median + spread * student.inverseCumulativeProbability(level))
            .map(scale::fromScale)
            .toArray());
  }
}
