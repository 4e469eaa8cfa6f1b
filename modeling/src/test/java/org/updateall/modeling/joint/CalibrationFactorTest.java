package org.updateall.modeling.joint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationFactorTest {

  private static final double[] QUANTILES = {4, 8, 10, 16, 30};

  @Test
  void measuresTheDistanceInProportionToTheBoundOnThatSide() {
    assertEquals(0.5, CalibrationFactor.exceedance(13, 10, 8, 16));
    assertEquals(1, CalibrationFactor.exceedance(8, 10, 8, 16));
    assertEquals(0, CalibrationFactor.exceedance(10, 10, 10, 10));
    assertEquals(Double.POSITIVE_INFINITY, CalibrationFactor.exceedance(11, 10, 10, 10));
  }

  @Test
  void changesNothingBeforeThereAreTwentyTotals() {
    double[] far = new double[20];
    Arrays.fill(far, 2);

    assertEquals(1, CalibrationFactor.of(Arrays.copyOf(far, 19), 0.9));
    assertEquals(Math.pow(2, 20 / 70.0), CalibrationFactor.of(far, 0.9), 1e-12);
  }

  /** Of 1 to 29 tenths the 27th, for 30 times 0.9 is 27. */
  @Test
  void takesTheConformalQuantile() {
    double[] exceedances = new double[29];
    Arrays.setAll(exceedances, i -> (29 - i) / 10.0);

    assertEquals(Math.pow(2.7, 29 / 79.0), CalibrationFactor.of(exceedances, 0.9), 1e-12);
  }

  @Test
  void narrowsWhatWasTooWideAndNeverByMoreThanThree() {
    double[] near = new double[200];
    double[] none = new double[2000];
    double[] infinite = new double[30];
    Arrays.fill(near, 0.5);
    Arrays.fill(infinite, Double.POSITIVE_INFINITY);

    assertEquals(Math.pow(0.5, 0.8), CalibrationFactor.of(near, 0.9), 1e-12);
    assertEquals(1 / 3.0, CalibrationFactor.of(none, 0.9), 1e-12);
    assertEquals(3, CalibrationFactor.of(infinite, 0.9));
  }

  @Test
  void staysNearOneWhereIntervalsAreRight() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 50; trial++) {
      double[] right =
          random.doubles(150).map(u -> Math.abs(random.nextGaussian()) / 1.645).toArray();
      double factor = CalibrationFactor.of(right, 0.9);
      assertTrue(factor > 0.8 && factor < 1.25, "factor " + factor);
    }
  }

  @Test
  void movesQuantilesAwayFromTheMedianButNotBelowZero() {
    assertArrayEquals(QUANTILES, CalibrationFactor.apply(1, QUANTILES));
    assertArrayEquals(
        new double[] {0, 6, 10, 22, 50}, CalibrationFactor.apply(2, QUANTILES), 1e-12);
    assertArrayEquals(
        new double[] {7, 9, 10, 13, 20}, CalibrationFactor.apply(0.5, QUANTILES), 1e-12);
  }
}
