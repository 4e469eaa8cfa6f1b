package org.updateall.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.PredictionInterval;

class QuantileOutlineTest {

  private static final QuantileOutline UNIFORM = QuantileOutline.of(Foretellings.uniform(100, 200));

  @Test
  void keepsTheQuantilesOfItsLevels() {
    double[] levels = QuantileOutline.levels();
    for (int i = 0; i < levels.length; i++) {
      assertEquals(100 + 100 * levels[i], UNIFORM.quantiles()[i], 1e-4);
    }
    assertEquals(UNIFORM, QuantileOutline.of(UNIFORM.quantiles()));
    assertEquals(UNIFORM.hashCode(), QuantileOutline.of(UNIFORM.quantiles()).hashCode());
    assertNotEquals(UNIFORM, QuantileOutline.of(Foretellings.uniform(100, 201)));
  }

  @Test
  void theProbabilityBelowAValueIsReadOffTheLineBetweenQuantiles() {
    assertEquals(0.5, UNIFORM.probabilityBelow(150), 1e-6);
    assertEquals(0.15, UNIFORM.probabilityBelow(115), 1e-6);
    assertEquals(0.9, UNIFORM.probabilityBelow(190), 1e-6);
    assertEquals(0.96, UNIFORM.probabilityBelow(196), 1e-6);
  }

  @Test
  void quantilesLieOnTheLineBetweenThoseKept() {
    assertEquals(150, UNIFORM.quantile(0.5), 1e-4);
    assertEquals(125, UNIFORM.quantile(0.25), 1e-4);
    assertEquals(100.5, UNIFORM.quantile(0), 1e-4);
    assertEquals(199.5, UNIFORM.quantile(1), 1e-4);
    PredictionInterval half = UNIFORM.interval(0.5);
    assertEquals(125, half.lower(), 1e-4);
    assertEquals(175, half.upper(), 1e-4);
    assertEquals(0.5, half.level());
    assertThrows(IllegalArgumentException.class, () -> UNIFORM.interval(1));
  }

  @Test
  void beyondTheOutlineItIsHalfway() {
    assertEquals(0.0025, UNIFORM.probabilityBelow(0), 1e-12);
    assertEquals(0.9975, UNIFORM.probabilityBelow(1e300), 1e-12);
  }

  @Test
  void ofAValueWithAProbabilityOfItsOwnHalfCountsAsBelow() {
    assertEquals(0.5, QuantileOutline.of(Foretellings.uniform(7, 7)).probabilityBelow(7), 1e-12);
    float[] often = UNIFORM.quantiles();
    Arrays.fill(often, 3, 8, 130); // from 0.1 to 0.5
    Arrays.fill(often, 0, 3, 120);
    assertEquals(0.3, QuantileOutline.of(often).probabilityBelow(130), 1e-12);
  }

  @Test
  void valuesOfTheDistributionFallEvenlyIntoItsTenths() {
    SplittableRandom random = new SplittableRandom(3);
    int[] tenths = new int[10];
    for (int i = 0; i < 20_000; i++) {
      tenths[(int) (10 * UNIFORM.probabilityBelow(100 + 100 * random.nextDouble()))]++;
    }
    for (int count : tenths) {
      assertEquals(2000, count, 4 * Math.sqrt(20_000 * 0.1 * 0.9));
    }
  }

  @Test
  void aQuantileBeyondSinglePrecisionIsTheGreatestThereIs() {
    QuantileOutline huge = QuantileOutline.of(Foretellings.uniform(1e300, 1e301));
    assertEquals(Float.MAX_VALUE, huge.quantiles()[0]);
    assertEquals(0.5, huge.probabilityBelow(5e300), 1e-12);
  }

  @Test
  void refusesWhatAreNoQuantiles() {
    float[] quantiles = UNIFORM.quantiles();
    assertThrows(IllegalArgumentException.class, () -> QuantileOutline.of(new float[3]));
    quantiles[4] = Float.NaN;
    assertThrows(IllegalArgumentException.class, () -> QuantileOutline.of(quantiles));
    quantiles[4] = 1;
    assertThrows(IllegalArgumentException.class, () -> QuantileOutline.of(quantiles));
    Arrays.fill(quantiles, Float.POSITIVE_INFINITY);
    assertThrows(IllegalArgumentException.class, () -> QuantileOutline.of(quantiles));
    Arrays.fill(quantiles, -1);
    assertThrows(IllegalArgumentException.class, () -> QuantileOutline.of(quantiles));
  }
}
