package org.updateall.modeling.interval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ConformalFactorTest {

  private static final double POINT = 100;

  private final ConformalFactor factor = new ConformalFactor();

  @Test
  void changesNothingBelowTwentyValues() {
    observe(factor, 19, 3);

    assertArrayEquals(evenly(10), factor.applied(evenly(10), POINT));
  }

  /** Every error is three times as large as the bound at .9: q = 3, k = 100. */
  @Test
  void isTheConformalQuantileShrunken() {
    observe(factor, 100, 3);

    double atOuter = factor.factors()[Levels.distance(0.9)];
    assertEquals(Math.exp(100.0 / 300 * Math.log(3)), atOuter, 1e-6);
    assertEquals(atOuter, factor.factors()[Levels.MEDIAN], 1e-12);
  }

  @Test
  void forgetsAllButTheNewestHundred() {
    observe(factor, 500, 4);
    observe(factor, 100, 1);

    assertEquals(1, factor.factors()[Levels.distance(0.9)], 1e-6);
  }

  @Test
  void neverMakesABoundMoreThanFiveTimesAsFar() {
    for (int i = 0; i < 100; i++) {
      factor.observe(POINT + 1, POINT, Levels.everywhere(POINT));
    }

    assertEquals(Math.exp(Math.log(5) / 3), factor.factors()[Levels.MEDIAN], 1e-9);
  }

  /**
   * The law of the last stage without its shrinkage: of exchangeable exceedances the next is at or
   * below the ceil((k + 1) level)-th smallest of k with probability ceil((k + 1) level) / (k + 1).
   */
  @Test
  void holdsWhatRanksPromiseOnExchangeableValues() {
    Random random = new Random(11);
    int trials = 4000;
    for (int k : new int[] {20, 37, 100}) {
      for (double level : new double[] {0.5, 0.9}) {
        int inside = 0;
        for (int trial = 0; trial < trials; trial++) {
          inside += isInside(random, k, level) ? 1 : 0;
        }
        double law = Math.ceil((k + 1) * level - 1e-9) / (k + 1);
        double error = Math.sqrt(law * (1 - law) / trials);
        assertEquals(law, (double) inside / trials, 4 * error, k + " at " + level);
      }
    }
  }

  /** Whether the next value is inside the bound that the whole factor makes. */
  private static boolean isInside(Random random, int k, double level) {
    ConformalFactor factor = new ConformalFactor();
    double[] quantiles = evenly(10);
    for (int i = 0; i < k; i++) {
      factor.observe(POINT + 8 * random.nextGaussian(), POINT, quantiles);
    }
    int distance = Levels.distance(level);
    double whole = Math.pow(factor.factors()[distance], (k + 200.0) / k);
    double bound = whole * (quantiles[Levels.MEDIAN + distance] - POINT);
    return Math.abs(8 * random.nextGaussian()) <= bound + 1e-6;
  }

  @Test
  void goesOnFromItsState() {
    Random random = new Random(5);
    for (int i = 0; i < 130; i++) {
      factor.observe(POINT + 9 * random.nextGaussian(), POINT, evenly(10));
    }
    ConformalFactor resumed = new ConformalFactor();
    resumed.restore(factor.state());

    assertArrayEquals(factor.factors(), resumed.factors());
    assertEquals(factor.state(), resumed.state());
  }

  @Test
  void refusesStatesThatAreNone() {
    List<Double> one = List.of(1.0);
    assertThrows(IllegalArgumentException.class, () -> new ConformalFactor.State(one, List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new ConformalFactor.State(List.of(-1.0), one));
    assertThrows(
        IllegalArgumentException.class, () -> new ConformalFactor.State(List.of(Double.NaN), one));
  }

  @Test
  void aValueAtThePointIsInsideAnyBound() {
    for (int i = 0; i < 30; i++) {
      factor.observe(POINT, POINT, Levels.everywhere(POINT));
    }

    assertTrue(Arrays.stream(factor.factors()).allMatch(each -> each < 1));
  }

  /** Bounds that lie so far from the point at the outermost levels, and evenly between. */
  private static double[] evenly(double farthest) {
    double[] quantiles = new double[Levels.COUNT];
    for (int place = 0; place < Levels.COUNT; place++) {
      quantiles[place] = POINT + farthest * (place - Levels.MEDIAN) / Levels.MEDIAN;
    }
    return quantiles;
  }

  private static void observe(ConformalFactor factor, int count, double ofBound) {
    double[] quantiles = evenly(10);
    double bound = quantiles[Levels.MEDIAN + Levels.distance(0.9)] - POINT;
    for (int i = 0; i < count; i++) {
      double side = i % 2 == 0 ? 1 : -1;
      factor.observe(POINT + side * ofBound * bound, POINT, quantiles);
    }
  }
}
