package org.updateall.modeling.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class BacktestSumsTest {

  private static final BacktestSums NONE = BacktestSums.none(0.8);

  @Test
  void addsUpByHand() {
    BacktestSums sums =
        NONE.plus(10, new double[] {8, 9, 12}, 7, 6)
            .plus(4, new double[] {5, 6, 9}, 10, 8)
            .plus(0, new double[] {0, 3, 4}, 4, 7)
            .plus(30, new double[] {1, 20, 25}, 0, 5);

    assertEquals(
        new BacktestSums(
            0.8, 4, 1, 1, 1 + 2 + 3 + 10, 1 + 4 + 9 + 100, 0.1 + 0.5 + 10 / 30.0, 3, 43, 40, 36, 6),
        sums);
    assertEquals(4, sums.mean(sums.absoluteErrors()));
    assertEquals((36 + 10 * 6) / 4.0, sums.intervalScore(), 1e-12);
  }

  @Test
  void countsAValueOnItsBoundAsInside() {
    BacktestSums sums =
        NONE.plus(5, new double[] {5, 6, 9}, 0, 0).plus(9, new double[] {5, 6, 9}, 0, 0);

    assertEquals(0, sums.below());
    assertEquals(0, sums.above());
    assertEquals(0, sums.distances());
  }

  @Test
  void hasMeansOfZeroBeforeTheFirstForecast() {
    assertEquals(0, NONE.mean(0));
    assertEquals(0, NONE.intervalScore());
  }

  @Test
  void bearsSquaresBeyondTheNumbers() {
    BacktestSums sums = NONE.plus(1e200, new double[] {0, 0, 1}, 0, 0);

    assertEquals(Double.POSITIVE_INFINITY, sums.squaredErrors());
    assertTrue(Double.isFinite(sums.absoluteErrors()));
  }

  @Test
  void refusesFiguresThatAreNone() {
    double[] sound = {0.9, 5, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1};
    assertEquals(5, sums(sound).origins());
    for (int place = 0; place < sound.length; place++) {
      double[] damaged = sound.clone();
      damaged[place] = -1;
      assertThrows(IllegalArgumentException.class, () -> sums(damaged), "place " + place);
    }
    for (int place : new int[] {0, 4, 5, 6, 8, 9, 10, 11}) {
      double[] damaged = sound.clone();
      damaged[place] = Double.NaN;
      assertThrows(IllegalArgumentException.class, () -> sums(damaged), "place " + place);
    }
    for (int place : new int[] {0, 2, 3, 7}) {
      double[] damaged = sound.clone();
      damaged[place] = 6;
      assertThrows(IllegalArgumentException.class, () -> sums(damaged), "place " + place);
    }
  }

  private static BacktestSums sums(double[] figures) {
    return new BacktestSums(
        figures[0],
        (int) figures[1],
        (int) figures[2],
        (int) figures[3],
        figures[4],
        figures[5],
        figures[6],
        (int) figures[7],
        figures[8],
        figures[9],
        figures[10],
        figures[11]);
  }
}
