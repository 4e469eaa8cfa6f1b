package org.updateall.modeling.joint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShrunkenCorrelationTest {

  private static final double NONE = Double.NaN;

  /** Two that go the same way: 1 drawn to 4/9 by the first shrinkage, and part of that way. */
  @Test
  void drawsThePairTowardsTheMeanAndTheMeanTowardsZero() {
    double[] same = {0.1, 0.4, 0.6, 0.9};

    double[][] shrunken = ShrunkenCorrelation.of(new double[][] {same, same});

    double mean = 4.0 / 9;
    assertEquals(4.0 / 16 * 1 + 12.0 / 16 * mean, shrunken[0][1], 1e-12);
    assertEquals(shrunken[0][1], shrunken[1][0]);
    assertEquals(1, shrunken[0][0]);
  }

  /** Normal scores of 0.1587, 0.5 and 0.8413 are -1, 0 and 1: their correlation is one half. */
  @Test
  void comparesNormalScores() {
    double low = 0.15865525393145707;
    double high = 1 - low;

    double[][] shrunken =
        ShrunkenCorrelation.of(new double[][] {{low, 0.5, high}, {low, high, 0.5}});

    double mean = 0.5 * 3 / 8;
    assertEquals(3.0 / 15 * 0.5 + 12.0 / 15 * mean, shrunken[0][1], 1e-9);
  }

  @Test
  void givesAPairWithoutCommonOccasionsTheMeanOfTheOthers() {
    double[][] levels = {
      {0.1, 0.4, 0.6, 0.9, NONE, NONE},
      {0.1, 0.4, 0.6, 0.9, 0.3, 0.7},
      {NONE, NONE, NONE, NONE, 0.3, 0.7}
    };

    double occasions = (4 + 2 + 0) / 3.0;
    double shrinkage = 5 / Math.sqrt(2);
    assertEquals(occasions / (occasions + shrinkage), ShrunkenCorrelation.of(levels)[0][2], 1e-12);
  }

  @Test
  void doesNotExpectThatOneThingGoesWellBecauseAnotherGoesBadly() {
    double[][] opposite = {{0.1, 0.4, 0.6, 0.9}, {0.9, 0.6, 0.4, 0.1}};

    assertEquals(-4.0 / 16, ShrunkenCorrelation.of(opposite)[0][1], 1e-12);
  }

  @Test
  void findsNoDependenceInWhatDoesNotVary() {
    double[] constant = new double[5];
    Arrays.fill(constant, 0.5);

    assertEquals(0, ShrunkenCorrelation.of(new double[][] {constant, constant})[0][1]);
  }

  @Test
  void refusesLevelsOutOfRangeAndOccasionsThatDoNotMatch() {
    for (double wrong : new double[] {0, 1, -0.1, 1.1, Double.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> ShrunkenCorrelation.of(new double[][] {{wrong}, {0.5}}));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> ShrunkenCorrelation.of(new double[][] {{0.5}, {0.5, 0.6}}));
  }
}
