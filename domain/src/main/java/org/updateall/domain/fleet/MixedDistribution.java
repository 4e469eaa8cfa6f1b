package org.updateall.domain.fleet;

import java.util.Arrays;
import java.util.List;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.retrieval.SampleQuantile;

/**
 * What is believed of a host of which nothing is known but that it is one of several: the mixture
 * of their distributions, each with the same weight. At every value its distribution function is
 * the mean of theirs. Quantiles are those of a sample that holds as many equally probable values of
 * each.
 */
public final class MixedDistribution {

  private static final int VALUES = 1 << 14;
  private static final int LEAST_OF_EACH = 40;

  private MixedDistribution() {}

  /**
   * The mixture of these, in whatever order they are named.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PredictiveDistribution of(List<PredictiveDistribution> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a mixture of nothing");
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    double[] sample = sample(parts, Math.max(LEAST_OF_EACH, VALUES / parts.size()));
    return PredictiveDistribution.of(
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> SampleQuantile.of(sample, level))
            .toArray());
  }

  private static double[] sample(List<PredictiveDistribution> parts, int ofEach) {
    double[] sample = new double[parts.size() * ofEach];
    int place = 0;
    for (PredictiveDistribution part : parts) {
      for (int i = 0; i < ofEach; i++) {
        sample[place++] = part.quantile((i + 0.5) / ofEach);
      }
    }
    Arrays.sort(sample);
    return sample;
  }
}
