package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.PredictiveDistribution;

final class StrataTest {

  @Test
  void valuesAreThoseOfTheQuantileFunction() {
    double[] quantiles =
        IntStream.range(0, PredictiveDistribution.levels().length)
            .mapToDouble(i -> Math.exp(0.2 * i))
            .toArray();
    PredictiveDistribution distribution = PredictiveDistribution.of(quantiles);
    for (int count : new int[] {1, 20, 100, 1024}) {
      double[] values = new double[count];
      double[] expected =
          IntStream.range(0, count)
              .mapToDouble(rank -> distribution.quantile((rank + 0.5) / count))
              .toArray();

      new Strata(count).fill(values, distribution);

      assertArrayEquals(expected, values);
    }
  }
}
