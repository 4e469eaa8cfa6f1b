package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Limits are those that a true coverage of 0.87 to 0.94 would miss once in a thousand cases. */
class JointSimulationTest {

  private static final int REPLICATIONS = 100;
  private static final double LEAST = 0.87 - 3.1 * Math.sqrt(0.87 * 0.13 / REPLICATIONS);
  private static final double MOST = 0.94 + 3.1 * Math.sqrt(0.94 * 0.06 / REPLICATIONS);

  @Test
  void coversTotalsAfterFewRunsThatAllWentWellOrBadlyTogether() {
    assertCovers(new JointSimulation(8, 0.6).coverage(REPLICATIONS, true));
  }

  @Test
  void coversTotalsAfterManyRunsThatAllWentWellOrBadlyTogether() {
    assertCovers(new JointSimulation(60, 0.6).coverage(REPLICATIONS, true));
  }

  @Test
  void coversTotalsOfPluginsThatHaveNothingToDoWithOneAnother() {
    assertCovers(new JointSimulation(30, 0).coverage(REPLICATIONS, true));
  }

  /** Which it would not do by itself: the simulation tells right from wrong. */
  @Test
  void wouldCoverTooLittleAsIfPluginsHadNothingToDoWithOneAnother() {
    double[] coverage = new JointSimulation(60, 0.6).coverage(REPLICATIONS, false);

    assertTrue(coverage[0] < 0.8, Arrays.toString(coverage));
  }

  private static void assertCovers(double[] coverage) {
    for (double share : coverage) {
      assertTrue(share > LEAST && share < MOST, Arrays.toString(coverage));
    }
  }
}
