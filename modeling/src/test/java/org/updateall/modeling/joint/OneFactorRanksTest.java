package org.updateall.modeling.joint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

final class OneFactorRanksTest {

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  @Test
  void everyQuantityTakesEveryStratumOnceAndItsOpposite() {
    for (double correlation : new double[] {0, 0.3, 1}) {
      int[] ranks = new OneFactorRanks(256, correlation).ranks(42);

      assertArrayEquals(IntStream.range(0, 256).toArray(), Arrays.stream(ranks).sorted().toArray());
      for (int draw = 0; draw < 128; draw++) {
        assertEquals(255, ranks[draw] + ranks[128 + draw]);
      }
    }
  }

  @Test
  void anyTwoHaveTheCorrelation() {
    for (double correlation : new double[] {0, 0.2, 0.7}) {
      OneFactorRanks ranks = new OneFactorRanks(4096, correlation);
      double sum = 0;
      for (int pair = 0; pair < 40; pair++) {
        double[] first = ranks.values(2L * pair, NORMAL::inverseCumulativeProbability);
        double[] second = ranks.values(2L * pair + 1, NORMAL::inverseCumulativeProbability);
        sum += new PearsonsCorrelation().correlation(first, second);
      }
      assertEquals(correlation, sum / 40, 0.015);
    }
  }

  @Test
  void allAreTheSameWhereEverythingIsCommon() {
    OneFactorRanks ranks = new OneFactorRanks(1024, 1);

    assertArrayEquals(ranks.ranks(1), ranks.ranks(2));
  }

  @Test
  void refusesWhatItCannotDraw() {
    assertThrows(IllegalArgumentException.class, () -> new OneFactorRanks(1000, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new OneFactorRanks(2, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new OneFactorRanks(16, -0.1));
    assertThrows(IllegalArgumentException.class, () -> new OneFactorRanks(16, 1.1));
  }
}
