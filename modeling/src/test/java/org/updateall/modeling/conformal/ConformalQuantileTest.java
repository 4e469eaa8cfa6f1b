package org.updateall.modeling.conformal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConformalQuantileTest {

  @Test
  void takesTheFiniteSampleRank() {
    double[] nineteen = new Random(1).doubles(19).sorted().toArray();
    assertEquals(OptionalDouble.of(nineteen[18]), ConformalQuantile.upper(nineteen, 0.95));
    assertEquals(OptionalDouble.of(nineteen[0]), ConformalQuantile.lower(nineteen, 0.05));
    assertEquals(OptionalDouble.of(nineteen[9]), ConformalQuantile.upper(nineteen, 0.5));
    assertEquals(OptionalDouble.of(nineteen[10]), ConformalQuantile.upper(nineteen, 0.51));
    assertEquals(OptionalDouble.of(nineteen[8]), ConformalQuantile.lower(nineteen, 0.49));
  }

  @Test
  void hasNoQuantileBeyondTheScores() {
    double[] eighteen = new double[18];
    assertTrue(ConformalQuantile.upper(eighteen, 0.95).isEmpty());
    assertTrue(ConformalQuantile.lower(eighteen, 0.05).isEmpty());
    assertTrue(ConformalQuantile.upper(new double[0], 0.5).isEmpty());
  }

  /** The law r / (n + 1), within four standard errors of a binomial share. */
  @Test
  void coversTheNextExchangeableScoreAsOftenAsItsRankSays() {
    Random random = new Random(2);
    int trials = 20_000;
    for (int n : new int[] {4, 9, 19, 50}) {
      for (double p : new double[] {0.5, 0.75, 0.8}) {
        int covered = 0;
        for (int trial = 0; trial < trials; trial++) {
          double[] scores = random.doubles(n).map(Math::sqrt).sorted().toArray();
          double bound = ConformalQuantile.upper(scores, p).orElseThrow();
          covered += Math.sqrt(random.nextDouble()) <= bound ? 1 : 0;
        }
        double expected = Math.ceil((n + 1) * p - 1e-9) / (n + 1);
        double standardError = Math.sqrt(expected * (1 - expected) / trials);
        assertEquals(expected, (double) covered / trials, 4 * standardError);
      }
    }
  }

  @Test
  void theOrderOfScoresDoesNotMatter() {
    double[] scores = {3, -1, 2, 0.5, -4};
    double[] permuted = {-4, 0.5, 3, 2, -1};
    for (double level : new double[] {0.01, 0.2, 0.5, 0.7, 0.99}) {
      assertEquals(
          SplitConformal.from(scores).get().quantile(level),
          SplitConformal.from(permuted).get().quantile(level));
    }
  }
}
