package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictiveDistributionTest {

  private static final double TOLERANCE = 1e-12;

  @Test
  void theGridAscendsAndIsSymmetricAboutOneHalf() {
    double[] levels = PredictiveDistribution.levels();

    assertEquals(43, levels.length);
    assertEquals(0.5, levels[21]);
    for (int i = 0; i < levels.length; i++) {
      assertEquals(1, levels[i] + levels[levels.length - 1 - i], TOLERANCE);
      assertTrue(i == 0 || levels[i] > levels[i - 1]);
    }
    assertEquals(0.99, PredictiveDistribution.maxLevel(), TOLERANCE);
  }

  @Test
  void readsQuantilesOffTheGridAndBetweenItsLevels() {
    PredictiveDistribution uniform = distribution(level -> 100 * level);

    assertEquals(50, uniform.median());
    for (double level : PredictiveDistribution.levels()) {
      assertEquals(100 * level, uniform.quantile(level));
    }
    assertEquals(51.3, uniform.quantile(0.513), TOLERANCE);
    assertEquals(0.75, uniform.quantile(0.0075), TOLERANCE);
  }

  @Test
  void isFlatBeyondTheGrid() {
    PredictiveDistribution uniform = distribution(level -> 100 * level);

    assertEquals(0.5, uniform.quantile(0));
    assertEquals(0.5, uniform.quantile(0.001));
    assertEquals(99.5, uniform.quantile(0.999));
    assertEquals(99.5, uniform.quantile(1));
  }

  @Test
  void expectsTheMeanOfItsQuantiles() {
    assertEquals(50, distribution(level -> 100 * level).mean(), TOLERANCE);
    assertEquals(7, distribution(level -> 7).mean(), TOLERANCE);
    assertTrue(distribution(level -> level * level).mean() > 0.25);
  }

  @Test
  void intervalsAreCentral() {
    PredictionInterval interval = distribution(level -> 100 * level).interval(0.9);

    assertEquals(5, interval.lower(), TOLERANCE);
    assertEquals(95, interval.upper(), TOLERANCE);
    assertEquals(0.9, interval.level());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99})
  void intervalsOnTheGridAreItsQuantilesToTheLastBit(double level) {
    PredictiveDistribution steps = distribution(each -> Math.floor(each * 1000));
    PredictionInterval interval = steps.interval(level);

    assertTrue(contains(steps.quantiles(), interval.lower()));
    assertTrue(contains(steps.quantiles(), interval.upper()));
  }

  @Test
  void intervalsOfASmallerLevelLieWithinThoseOfAGreater() {
    Random random = new Random(7);
    for (int trial = 0; trial < 50; trial++) {
      double[] quantiles =
          random.doubles(PredictiveDistribution.levels().length, 0, 1000).sorted().toArray();
      PredictiveDistribution distribution = PredictiveDistribution.of(quantiles);
      PredictionInterval inner = distribution.interval(0.001);
      for (int percent = 1; percent <= 99; percent++) {
        PredictionInterval outer = distribution.interval(percent / 100.0);
        assertTrue(outer.lower() <= inner.lower() && inner.upper() <= outer.upper());
        inner = outer;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN, 0.991})
  void refusesALevelThatItDoesNotReach(double level) {
    PredictiveDistribution distribution = distribution(each -> each);

    assertThrows(IllegalArgumentException.class, () -> distribution.interval(level));
  }

  @Test
  void refusesQuantilesThatAreNone() {
    double[] good = distribution(level -> 1 + level).quantiles();
    assertRefused(new double[3]);
    assertRefused(with(good, 0, -1));
    assertRefused(with(good, 5, 0));
    assertRefused(with(good, 5, Double.NaN));
    assertRefused(with(good, 42, Double.POSITIVE_INFINITY));
  }

  @Test
  void doesNotChangeWithTheArraysItTakesAndGives() {
    double[] quantiles = distribution(level -> level).quantiles();
    PredictiveDistribution distribution = PredictiveDistribution.of(quantiles);
    Arrays.fill(quantiles, 9);
    Arrays.fill(distribution.quantiles(), 9);
    Arrays.fill(PredictiveDistribution.levels(), 9);

    assertArrayEquals(PredictiveDistribution.levels(), distribution.quantiles());
  }

  @Test
  void isEqualToOneOfTheSameQuantiles() {
    PredictiveDistribution distribution = distribution(level -> level);

    assertEquals(distribution(level -> level), distribution);
    assertEquals(distribution(level -> level).hashCode(), distribution.hashCode());
    assertNotEquals(distribution(level -> 2 * level), distribution);
    assertFalse(distribution.equals(new Object()));
  }

  @Test
  void showsItsMedianAndWhatLiesAroundIt() {
    assertEquals("4.0 [4.0, 4.0]", distribution(level -> 4).toString());
  }

  private static PredictiveDistribution distribution(DoubleUnaryOperator quantile) {
    return PredictiveDistribution.of(
        Arrays.stream(PredictiveDistribution.levels()).map(quantile).toArray());
  }

  private static boolean contains(double[] values, double value) {
    return Arrays.stream(values).anyMatch(each -> each == value);
  }

  private static double[] with(double[] values, int place, double value) {
    double[] changed = values.clone();
    changed[place] = value;
    return changed;
  }

  private static void assertRefused(double[] quantiles) {
    assertThrows(IllegalArgumentException.class, () -> PredictiveDistribution.of(quantiles));
  }
}
