package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.forecast.Distributions.certain;
import static org.updateall.domain.forecast.Distributions.uniform;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.Refusal;

class PredictiveDistributionTest {

  private static final double TOLERANCE = 1e-9;
  private static final PredictiveDistribution ZERO_TO_HUNDRED = uniform(0, 100);

  /** Skewed as elapsed times are: the quantiles of an exponential distribution of mean 60. */
  private static PredictiveDistribution skewed() {
    return PredictiveDistribution.of(
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> -60 * Math.log1p(-level))
            .toArray());
  }

  private static double[] quantilesWith(int place, double value) {
    double[] quantiles = ZERO_TO_HUNDRED.quantiles();
    quantiles[place] = value;
    return quantiles;
  }

  @Test
  void hasFortyThreeLevelsThatAscend() {
    double[] levels = PredictiveDistribution.levels();
    double[] ascending = levels.clone();
    Arrays.sort(ascending);

    assertEquals(43, levels.length);
    assertEquals(43, Arrays.stream(levels).distinct().count());
    assertArrayEquals(ascending, levels);
    assertArrayEquals(
        new double[] {0.005, 0.01, 0.025, 0.05}, Arrays.copyOfRange(levels, 0, 4), TOLERANCE);
  }

  @Test
  void hasLevelsSymmetricAboutOneHalf() {
    double[] levels = PredictiveDistribution.levels();

    assertEquals(0.5, levels[21]);
    for (int i = 0; i < levels.length; i++) {
      assertEquals(1, levels[i] + levels[levels.length - 1 - i], 1e-15);
    }
  }

  @Test
  void keepsTheQuantileOfEachLevel() {
    double[] levels = PredictiveDistribution.levels();
    double[] quantiles = skewed().quantiles();
    for (int i = 0; i < levels.length; i++) {
      assertEquals(quantiles[i], skewed().quantile(levels[i]));
    }
  }

  @Test
  void hasTheMiddleQuantileAsItsMedian() {
    assertEquals(50, ZERO_TO_HUNDRED.median(), TOLERANCE);
    assertEquals(60 * Math.log(2), skewed().median(), TOLERANCE);
    assertEquals(skewed().quantile(0.5), skewed().median());
  }

  @Test
  void interpolatesBetweenTwoLevels() {
    PredictiveDistribution steep = PredictiveDistribution.of(quantilesWith(42, 1099));

    assertEquals(33.3, ZERO_TO_HUNDRED.quantile(0.333), TOLERANCE);
    assertEquals(0.75, ZERO_TO_HUNDRED.quantile(0.0075), TOLERANCE);
    assertEquals(599, steep.quantile(0.9925), TOLERANCE);
  }

  @Test
  void isFlatBeyondTheGrid() {
    assertEquals(0.5, ZERO_TO_HUNDRED.quantile(0), TOLERANCE);
    assertEquals(0.5, ZERO_TO_HUNDRED.quantile(0.004), TOLERANCE);
    assertEquals(99.5, ZERO_TO_HUNDRED.quantile(0.996), TOLERANCE);
    assertEquals(99.5, ZERO_TO_HUNDRED.quantile(1), TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99})
  void leavesTheSameProbabilityOnEitherSideOfAnInterval(double level) {
    PredictionInterval interval = ZERO_TO_HUNDRED.interval(level);

    assertEquals(50 * (1 - level), interval.lower(), TOLERANCE);
    assertEquals(50 * (1 + level), interval.upper(), TOLERANCE);
    assertEquals(level, interval.level());
  }

  @Test
  void readsBoundsOfTheUsualLevelsOffTheGridExactly() {
    PredictiveDistribution skewed = skewed();
    double[] quantiles = skewed.quantiles();

    assertEquals(new PredictionInterval(quantiles[5], quantiles[37], 0.8), skewed.interval(0.8));
    assertEquals(new PredictionInterval(quantiles[3], quantiles[39], 0.9), skewed.interval(0.9));
    assertEquals(new PredictionInterval(quantiles[2], quantiles[40], 0.95), skewed.interval(0.95));
    assertEquals(new PredictionInterval(quantiles[0], quantiles[42], 0.99), skewed.interval(0.99));
  }

  @ParameterizedTest
  @CsvSource({
    "1e-6, 0.05",
    "0.05, 0.05",
    "0.333, 0.35",
    "0.68, 0.7",
    "0.8000001, 0.85",
    "0.899, 0.9",
    "0.9, 0.9",
    "0.92, 0.95",
    "0.951, 0.98",
    "0.985, 0.99",
    "0.99, 0.99"
  })
  void readsBoundsBetweenTwoLevelsOffTheWiderOne(double level, double wider) {
    PredictionInterval interval = skewed().interval(level);

    assertEquals(wider, PredictiveDistribution.gridLevel(level), TOLERANCE);
    assertEquals(skewed().interval(wider).lower(), interval.lower());
    assertEquals(skewed().interval(wider).upper(), interval.upper());
    assertEquals(level, interval.level());
  }

  @Test
  void takesALevelOfTheGridForItselfHoweverItIsReckoned() {
    for (int fortieths = 2; fortieths <= 38; fortieths += 2) {
      double level = fortieths / 40.0;
      assertEquals(level, PredictiveDistribution.gridLevel(level), TOLERANCE);
      assertEquals(
          level, PredictiveDistribution.gridLevel(1 - (40 - fortieths) * 0.025), TOLERANCE);
    }
  }

  @Test
  void nestsEveryIntervalWithinTheNextGreaterOne() {
    PredictiveDistribution skewed = skewed();
    PredictionInterval inner = skewed.interval(0.001);
    for (int thousandths = 2; thousandths <= 990; thousandths++) {
      PredictionInterval outer = skewed.interval(thousandths / 1000.0);
      assertTrue(outer.contains(inner.lower()), outer.toString());
      assertTrue(outer.contains(inner.upper()), outer.toString());
      inner = outer;
    }
  }

  @Test
  void holdsItsMedianInEveryInterval() {
    PredictiveDistribution skewed = skewed();

    assertTrue(skewed.interval(Double.MIN_VALUE).contains(skewed.median()));
    assertTrue(skewed.interval(0.99).contains(skewed.median()));
  }

  @Test
  void knowsEveryLevelToNinetyNinePercent() {
    assertEquals(0.99, PredictiveDistribution.maxLevel(), TOLERANCE);
    PredictiveDistribution.requireKnownLevel(Double.MIN_VALUE);
    PredictiveDistribution.requireKnownLevel(0.99);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, 0.990001, 0.995, 1, Double.NaN})
  void refusesALevelBeyondTheGrid(double level) {
    String refusal = "a level lies above 0 and at or below 0.99, not at " + level;

    assertEquals(refusal, Refusal.of(() -> ZERO_TO_HUNDRED.interval(level)));
    assertEquals(refusal, Refusal.of(() -> PredictiveDistribution.requireKnownLevel(level)));
  }

  @Test
  void hasTheMeanOfAUniformDistribution() {
    assertEquals(50, ZERO_TO_HUNDRED.mean(), TOLERANCE);
    assertEquals(15, uniform(10, 20).mean(), TOLERANCE);
    assertEquals(7, certain(7).mean(), TOLERANCE);
  }

  /** By hand: 43 quantiles of 0 but for the last of 200, which weighs 0.005 / 2 + 0.005. */
  @Test
  void continuesTheMeanFlatBeyondTheGrid() {
    double[] quantiles = new double[43];
    quantiles[42] = 200;

    assertEquals(1.5, PredictiveDistribution.of(quantiles).mean(), TOLERANCE);
  }

  @Test
  void hasItsMeanAboveItsMedianIfItsUpperTailIsLonger() {
    assertTrue(skewed().mean() > skewed().median());
  }

  @Test
  void equalsAnotherOfTheSameQuantiles() {
    PredictiveDistribution other = PredictiveDistribution.of(quantilesWith(42, 99.75));

    assertEquals(ZERO_TO_HUNDRED, uniform(0, 100));
    assertEquals(ZERO_TO_HUNDRED.hashCode(), uniform(0, 100).hashCode());
    assertNotEquals(ZERO_TO_HUNDRED, other);
    assertNotEquals(ZERO_TO_HUNDRED.hashCode(), other.hashCode());
    assertNotEquals(new Object(), ZERO_TO_HUNDRED);
    assertNotEquals(ZERO_TO_HUNDRED, new Object());
  }

  @Test
  void readsAsItsMedianAndNinetyPercentInterval() {
    assertEquals("7.0 [7.0, 7.0]", certain(7).toString());
  }

  @Test
  void isNotChangedThroughTheFiguresItTakesAndGives() {
    double[] quantiles = ZERO_TO_HUNDRED.quantiles();
    PredictiveDistribution distribution = PredictiveDistribution.of(quantiles);
    Arrays.fill(quantiles, 0);
    Arrays.fill(distribution.quantiles(), 0);
    Arrays.fill(PredictiveDistribution.levels(), 0);

    assertEquals(ZERO_TO_HUNDRED, distribution);
    assertEquals(0.5, PredictiveDistribution.levels()[21]);
  }

  @Test
  void takesQuantilesThatAreAllZeroOrVeryGreat() {
    assertEquals(0, certain(0).interval(0.99).width());
    assertEquals(Double.MAX_VALUE, certain(Double.MAX_VALUE).median());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 42, 44})
  void refusesAnotherNumberOfQuantilesThanLevels(int count) {
    assertEquals(
        count + " quantiles for 43 levels",
        Refusal.of(() -> PredictiveDistribution.of(new double[count])));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 21, 42})
  void refusesQuantilesThatAreNegativeDecreaseOrAreNotFinite(int place) {
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertTrue(
          Refusal.of(() -> PredictiveDistribution.of(quantilesWith(place, wrong)))
              .startsWith("quantiles are finite, not negative and do not decrease: ["));
    }
  }

  @Test
  void refusesQuantilesThatDecreaseByTheLeast() {
    double[] quantiles = certain(7).quantiles();
    quantiles[42] = Math.nextDown(7.0);

    assertTrue(Refusal.of(() -> PredictiveDistribution.of(quantiles)).contains("do not decrease"));
  }
}
