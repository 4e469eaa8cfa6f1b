package org.updateall.modeling.pooling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FirstValuesTest {

  private static final double[] LEVELS = {0.005, 0.05, 0.25, 0.5, 0.75, 0.95, 0.995};
  private static final double[] NONE = {};

  private static final double[][] OTHERS = {
    {10, 12, 9, 11}, {200, 250, 180}, {3, 3.1, 2.9, 3, 3.2}, {50}, {0, 0}, {900, 1000}
  };

  @Test
  void multipliesWithEverything() {
    double[] once = quantiles(new double[] {20, 25}, summaries(1, OTHERS));
    double[] often = quantiles(new double[] {20e6, 25e6}, summaries(1e6, OTHERS));

    assertArrayEquals(once, Arrays.stream(often).map(each -> each / 1e6).toArray(), 1e-6);
    assertArrayEquals(
        quantiles(NONE, summaries(1, OTHERS)),
        Arrays.stream(quantiles(NONE, summaries(1e6, OTHERS))).map(each -> each / 1e6).toArray(),
        1e-5);
  }

  @Test
  void dependsOnNoOrderOfTheOthers() {
    List<SeriesSummary> shuffled = new ArrayList<>(summaries(1, OTHERS));
    Collections.shuffle(shuffled, new Random(7));

    assertArrayEquals(
        quantiles(new double[] {20}, summaries(1, OTHERS)),
        quantiles(new double[] {20}, shuffled),
        1e-7);
  }

  @Test
  void restsOnStatedConstantsWithoutOthers() {
    double[] values = {20, 30};

    assertArrayEquals(
        FirstValues.alone().quantiles(values, LEVELS).get(), quantiles(values, List.of()));
    assertTrue(FirstValues.alone().quantiles(NONE, LEVELS).isEmpty());
    assertEquals(SpreadPrior.STATED, SpreadPrior.of(List.of()));
    assertEquals(
        LevelComponents.STATED,
        LevelComponents.of(summaries(1, new double[][] {{5, 6}}), new double[] {0.1}));
  }

  @Test
  void forgetsTheOthersOnceThereAreManyValues() {
    Random random = new Random(11);
    double[] many = random.doubles(400, 90, 110).toArray();

    double[] alone = FirstValues.alone().quantiles(many, LEVELS).get();
    double[] among = quantiles(many, summaries(1, OTHERS));

    for (int i = 0; i < LEVELS.length; i++) {
      assertEquals(1, among[i] / alone[i], 0.01);
    }
  }

  @Test
  void pullsTheFirstValuesTowardsTheOthersTheLessTheMoreThereAre() {
    double[][] alike = {{10, 30}, {9, 35}, {12, 28}, {8, 20}, {11, 40}, {15, 18}};

    double one = quantiles(new double[] {100}, summaries(1, alike))[3];
    double four = quantiles(new double[] {100, 100, 100, 100}, summaries(1, alike))[3];

    assertTrue(one < four && four <= 100.01, one + " and " + four);
    assertTrue(one > 15, Double.toString(one));
  }

  @Test
  void isWiderWithoutAnyValueThanAfterOne() {
    double[] none = quantiles(NONE, summaries(1, OTHERS));
    double[] one = quantiles(new double[] {20}, summaries(1, OTHERS));

    assertTrue(none[5] / none[1] > one[5] / one[1]);
  }

  @Test
  void givesAscendingFiniteFiguresForStrangeSeries() {
    double[][][] histories = {
      {}, {{0, 0, 0}}, {{5}}, {{5, 5, 5, 5}}, {{1e300, 1e-300}, {1e12}}, OTHERS, {{0, 7, 0}, {7, 0}}
    };
    double[][] owns = {{0}, {0, 0, 0}, {7}, {42, 42, 42, 42}, {1e12, 1e-3}, {0, 1e15}, {1e300}};
    for (double[][] history : histories) {
      for (double[] own : owns) {
        assertAscending(quantiles(own, summaries(1, history)));
      }
      FirstValues.among(summaries(1, history), 0, 0)
          .quantiles(NONE, LEVELS)
          .peek(FirstValuesTest::assertAscending);
    }
  }

  /** Of 400 hierarchies; the limits are three standard errors of a share of 0.9. */
  @Test
  void holdsWhatItPromisesWhereLevelsAndSpreadsAreDrawnAsAssumed() {
    Random random = new Random(20261128);
    for (int own = 0; own <= 4; own++) {
      int covered = 0;
      for (int i = 0; i < 400; i++) {
        List<SeriesSummary> others = new ArrayList<>();
        for (int other = 0; other < 12; other++) {
          SeriesSummary.of(other + 1, 0, drawn(random, 15)).peek(others::add);
        }
        double[] series = drawn(random, own + 1);
        double[] quantiles = quantiles(Arrays.copyOf(series, own), others);
        covered += quantiles[1] <= series[own] && series[own] <= quantiles[5] ? 1 : 0;
      }
      assertTrue(covered >= 342 && covered <= 390, own + " values: " + covered);
    }
  }

  private static double[] drawn(Random random, int count) {
    double level = 4 + 1.5 * random.nextGaussian();
    double sigma = Math.exp(-1.2 + 0.7 * random.nextGaussian());
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = Math.exp(level + sigma * random.nextGaussian());
    }
    return values;
  }

  private static void assertAscending(double[] quantiles) {
    double previous = 0;
    for (double quantile : quantiles) {
      assertTrue(quantile >= previous && Double.isFinite(quantile), Arrays.toString(quantiles));
      previous = quantile;
    }
  }

  private static double[] quantiles(double[] values, List<SeriesSummary> others) {
    return FirstValues.among(others, 0, 0).quantiles(values, LEVELS).get();
  }

  private static List<SeriesSummary> summaries(double factor, double[][] series) {
    List<SeriesSummary> summaries = new ArrayList<>();
    for (int row = 0; row < series.length; row++) {
      double[] values = Arrays.stream(series[row]).map(each -> factor * each).toArray();
      SeriesSummary.of(row + 1, 0, values).peek(summaries::add);
    }
    return summaries;
  }
}
