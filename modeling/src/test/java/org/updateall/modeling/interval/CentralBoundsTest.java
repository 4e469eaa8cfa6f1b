package org.updateall.modeling.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class CentralBoundsTest {

  private static final double[] LOWER = {-1, -2, -3, -4, -5};
  private static final double[] UPPER = {2, 4, 6, 8, 10};

  @Test
  void areFoundAgainAmongTheQuantiles() {
    double[] quantiles = CentralBounds.nested(LOWER, UPPER).quantiles();

    assertEquals(0, quantiles[Levels.MEDIAN]);
    for (int place = 0; place < CentralBounds.COUNT; place++) {
      int distance = Levels.distance(CentralBounds.level(place));
      assertEquals(LOWER[place], quantiles[Levels.MEDIAN - distance], 1e-12);
      assertEquals(UPPER[place], quantiles[Levels.MEDIAN + distance], 1e-12);
    }
  }

  @Test
  void growBetweenAndBeyondTheirLevels() {
    double[] quantiles = CentralBounds.nested(LOWER, UPPER).quantiles();

    for (int place = 1; place < Levels.COUNT; place++) {
      assertTrue(quantiles[place] > quantiles[place - 1]);
    }
  }

  /** Quantiles of a logistic distribution are logits. */
  @Test
  void giveALogisticDistributionBack() {
    double[] lower = new double[CentralBounds.COUNT];
    double[] upper = new double[CentralBounds.COUNT];
    for (int place = 0; place < CentralBounds.COUNT; place++) {
      upper[place] = logit((1 + CentralBounds.level(place)) / 2);
      lower[place] = -upper[place];
    }
    double[] quantiles = CentralBounds.nested(lower, upper).quantiles();

    for (int place = 0; place < Levels.COUNT; place++) {
      assertEquals(logit(Levels.at(place)), quantiles[place], 1e-12);
    }
  }

  private static double logit(double level) {
    return Math.log(level / (1 - level));
  }

  @Test
  void holdZeroAndEachOther() {
    CentralBounds crossed =
        CentralBounds.nested(new double[] {1, -2, -1, -4, -3}, new double[] {-1, 3, 2, 2, 5});

    double[] quantiles = crossed.quantiles();
    assertEquals(0, quantiles[Levels.MEDIAN - Levels.distance(0.5)]);
    assertEquals(-2, quantiles[Levels.MEDIAN - Levels.distance(0.9)], 1e-12);
    assertEquals(-4, quantiles[Levels.MEDIAN - Levels.distance(0.98)], 1e-12);
    assertEquals(3, quantiles[Levels.MEDIAN + Levels.distance(0.95)], 1e-12);
  }

  @Test
  void sayByHowMuchTheyMissAnError() {
    CentralBounds bounds = CentralBounds.nested(LOWER, UPPER);

    assertEquals(3, bounds.missing(0, 5));
    assertEquals(1.5, bounds.missing(1, -3.5));
    assertEquals(-2, bounds.missing(4, -3));
    assertEquals(0, bounds.widened(new double[] {3, 3, 3, 3, 3}).missing(0, 5));
  }
}
