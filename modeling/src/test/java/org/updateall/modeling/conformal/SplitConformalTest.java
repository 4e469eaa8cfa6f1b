package org.updateall.modeling.conformal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitConformalTest {

  @Test
  void isNotAvailableWithoutScores() {
    assertTrue(SplitConformal.from(new double[0]).isEmpty());
  }

  @Test
  void isTheConformalQuantileWhereTheScoresSupportIt() {
    double[] scores = new Random(1).doubles(99, -1, 1).sorted().toArray();
    SplitConformal conformal = SplitConformal.from(scores).get();
    assertEquals(scores[94], conformal.quantile(0.95));
    assertEquals(scores[4], conformal.quantile(0.05));
  }

  /** t with 4 degrees of freedom at .95 is 2.131847 (R 4.2.2, qt; six digits). */
  @Test
  void hasStudentsTailBeyondTheScores() {
    SplitConformal conformal = SplitConformal.from(new double[] {1, -1, 1, -1}).get();
    assertEquals(2.131847 * Math.sqrt(1.25), conformal.quantile(0.95), 1e-6);
    assertEquals(-2.131847 * Math.sqrt(1.25), conformal.quantile(0.05), 1e-6);
  }

  @Test
  void quantilesAreFiniteOrderedAndOnTheirSideOfZero() {
    Random random = new Random(2);
    for (int n = 1; n <= 60; n++) {
      double bias = 3 * random.nextGaussian();
      double[] scores = random.doubles(n).map(u -> bias + Math.log(u)).toArray();
      SplitConformal aboutForecast = SplitConformal.from(scores).get();
      SplitConformal recentred = SplitConformal.recentred(scores).get();
      assertOrderedOnTheirSide(aboutForecast);
      assertOrderedOnTheirSide(recentred);
      assertEquals(0, aboutForecast.quantile(0.5));
      Arrays.sort(scores);
      double median = (scores[(n - 1) / 2] + scores[n / 2]) / 2;
      assertEquals(median * n / (n + 5), recentred.quantile(0.5), 1e-12);
    }
  }

  private static void assertOrderedOnTheirSide(SplitConformal conformal) {
    double previous = Double.NEGATIVE_INFINITY;
    for (int percent = 1; percent <= 99; percent++) {
      double quantile = conformal.quantile(percent / 100.0);
      assertTrue(Double.isFinite(quantile) && quantile >= previous);
      assertTrue(percent == 50 || (percent - 50) * quantile >= 0);
      previous = quantile;
    }
  }

  /** So that an interval holds the forecast, too, even if that has always been too low. */
  @Test
  void quantilesOfARecentredForecastAreOnTheSideOfTheirMedian() {
    SplitConformal recentred = SplitConformal.recentred(new double[] {5, 6, 7, 8, 9}).get();

    assertEquals(3.5, recentred.quantile(0.5));
    assertEquals(0, recentred.quantile(0.45));
    assertEquals(7, recentred.quantile(0.51), 1);
    assertTrue(SplitConformal.recentred(new double[0]).isEmpty());
  }

  @Test
  void equalScoresOfZeroGiveZeroEverywhere() {
    SplitConformal conformal = SplitConformal.from(new double[7]).get();
    assertEquals(0, conformal.quantile(0.999));
    assertEquals(0, Math.abs(conformal.quantile(0.001)));
  }

  /** Nominal 90 % of normal scores; few of them rest on Student's tail, many on their ranks. */
  @Test
  void coversNormalScoresAtTheNominalLevelForEveryNumberOfThem() {
    Random random = new Random(3);
    int trials = 4_000;
    for (int n : new int[] {1, 2, 5, 9, 18, 19, 39, 100}) {
      int covered = 0;
      for (int trial = 0; trial < trials; trial++) {
        SplitConformal conformal = SplitConformal.from(normals(random, n)).get();
        double next = random.nextGaussian();
        boolean inside = next >= conformal.quantile(0.05) && next <= conformal.quantile(0.95);
        covered += inside ? 1 : 0;
      }
      double share = (double) covered / trials;
      double limit = 4 * Math.sqrt(0.09 / trials);
      assertTrue(share >= 0.9 - limit && share <= 0.96 + limit, n + " scores covered " + share);
    }
  }

  @Test
  void refusesALevelThatIsNone() {
    SplitConformal conformal = SplitConformal.from(new double[] {1}).get();
    for (double level : new double[] {0, 1, -1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> conformal.quantile(level));
    }
  }

  private static double[] normals(Random random, int n) {
    double[] normals = new double[n];
    for (int index = 0; index < n; index++) {
      normals[index] = random.nextGaussian();
    }
    return normals;
  }
}
