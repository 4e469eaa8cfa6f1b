package org.updateall.modeling.joint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JointRanksTest {

  private static final int DRAWS = JointRanks.DRAWS;
  private static final long[] SEEDS = {11, 22, 33};
  private static final double[][] CHAIN = {{1, 0.8, 0.4}, {0.8, 1, 0.5}, {0.4, 0.5, 1}};

  @Test
  void takesEveryStratumOnce() {
    JointRanks ranks = JointRanks.of(GaussianCopula.of(CHAIN), SEEDS);

    for (int quantity = 0; quantity < 3; quantity++) {
      double[] sorted = ranks.values(quantity, level -> level);
      Arrays.sort(sorted);
      for (int rank = 0; rank < DRAWS; rank++) {
        assertEquals((rank + 0.5) / DRAWS, sorted[rank]);
      }
    }
  }

  @Test
  void hasForEveryDrawTheOppositeOne() {
    double[] values = JointRanks.of(GaussianCopula.of(CHAIN), SEEDS).values(1, level -> level);

    for (int draw = 0; draw < DRAWS / 2; draw++) {
      assertEquals(1, values[draw] + values[DRAWS / 2 + draw], 1e-12);
    }
  }

  /** Spearman's correlation of two normal scores is 6/pi asin(rho/2). */
  @Test
  void dependsAsTheCopulaSays() {
    JointRanks ranks = JointRanks.of(GaussianCopula.of(CHAIN), SEEDS);

    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double expected = 6 / Math.PI * Math.asin(CHAIN[i][j] / 2);
        double rankCorrelation =
            12 * covariance(ranks.values(i, level -> level), ranks.values(j, level -> level));
        assertEquals(expected, rankCorrelation, 0.02, i + ", " + j);
      }
    }
  }

  private static double covariance(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - 0.5) * (y[i] - 0.5);
    }
    return sum / x.length;
  }

  @Test
  void drawsTheSameForTheSameSeedInAnotherPlace() {
    GaussianCopula none = GaussianCopula.independent(2);

    assertArrayEquals(
        JointRanks.of(none, new long[] {1, 2}).values(0, level -> level),
        JointRanks.of(none, new long[] {2, 1}).values(1, level -> level));
  }
}
