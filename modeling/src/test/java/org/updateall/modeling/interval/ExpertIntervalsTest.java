package org.updateall.modeling.interval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.forecast.PredictiveDistribution;

final class ExpertIntervalsTest {

  private static final int LOWER = Levels.MEDIAN - Levels.distance(0.9);
  private static final int UPPER = Levels.MEDIAN + Levels.distance(0.9);

  private final ReferenceErrors reference = ReferenceErrors.shipped();

  @Test
  void theGridIsThatOfPredictiveDistributions() {
    assertArrayEquals(PredictiveDistribution.levels(), Levels.all());
  }

  @Test
  void knowsNothingBeforeTheFirstValue() {
    assertArrayEquals(Levels.everywhere(7), ExpertIntervals.of(reference).quantiles(7, 1));
    assertEquals(0, ExpertIntervals.of(reference).scores());
  }

  @Test
  void theReferenceCarriesTheFirstIntervals() {
    ExpertIntervals intervals = ExpertIntervals.of(reference);
    intervals.observe(60, 0);
    double[] quantiles = intervals.quantiles(60, 1);

    assertEquals(0, intervals.scores(), "the first value has no forecast");
    assertTrue(quantiles[LOWER] < 40 && quantiles[UPPER] > 90, Arrays.toString(quantiles));
  }

  /** 90 % of exchangeable values, within four binomial standard errors. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void coversWhatItSays(int shape) {
    Random random = new Random(3 + shape);
    DoubleSupplier draw = shape(shape, random);
    int inside = 0;
    int below = 0;
    int origins = 0;
    for (int trial = 0; trial < 12; trial++) {
      ExpertIntervals intervals = ExpertIntervals.of(reference);
      for (int i = 0; i < 150; i++) {
        double value = draw.getAsDouble();
        double[] quantiles = intervals.quantiles(50, 1);
        if (i >= 20) {
          inside += value >= quantiles[LOWER] && value <= quantiles[UPPER] ? 1 : 0;
          below += value < quantiles[LOWER] ? 1 : 0;
          origins++;
        }
        intervals.observe(value, 50);
      }
    }

    double error = Math.sqrt(0.09 / origins);
    assertEquals(0.9, (double) inside / origins, 4 * error + 0.01);
    assertTrue(below < 0.08 * origins, below + " below");
  }

  private static DoubleSupplier shape(int shape, Random random) {
    return switch (shape) {
      case 0 -> () -> 50 + 8 * random.nextGaussian();
      case 1 -> () -> 30 + 20 * Math.exp(0.7 * random.nextGaussian());
      default -> () -> random.nextInt(4) == 0 ? 90 + random.nextInt(5) : 45 + random.nextInt(9);
    };
  }

  @Test
  void quantilesAreFiniteAndInOrderWhateverComes() {
    Random random = new Random(9);
    double[][] strange = {
      {0, 0, 0, 0, 5, 0, 0, 1e12, 0, 0, 3, 3, 3, 3, 3, 3, 3, 3},
      {1e-300, 1e300, 1, 1e300, 1e-300, 0, 1.7e308, 1.7e308, 2, 1},
      DoubleStream.generate(() -> Math.exp(9 * random.nextGaussian())).limit(200).toArray(),
      DoubleStream.generate(() -> random.nextInt(2)).limit(200).toArray()
    };
    for (double[] series : strange) {
      ExpertIntervals intervals = ExpertIntervals.of(reference);
      double point = 0;
      for (double value : series) {
        for (double growth : new double[] {1, 2.5}) {
          requireOrder(intervals.quantiles(point, growth));
          requireOrder(intervals.quantiles(3 * point + 1, growth));
        }
        intervals.observe(value, point);
        intervals.state();
        point = Math.min(1e300, (point + value) / 2);
      }
    }
  }

  private static void requireOrder(double[] quantiles) {
    double least = 0;
    for (double quantile : quantiles) {
      assertTrue(quantile >= least && Double.isFinite(quantile), Arrays.toString(quantiles));
      least = quantile;
    }
  }

  /** Powers of two, so that only offsets and stored digits can differ. */
  @Test
  void growsWithTheSeries() {
    ExpertIntervals small = ExpertIntervals.of(reference);
    ExpertIntervals large = ExpertIntervals.of(reference);
    Random random = new Random(2);
    for (int i = 0; i < 120; i++) {
      double value = 40 * Math.exp(0.5 * random.nextGaussian());
      double[] expected = small.quantiles(40, 1);
      double[] quantiles = large.quantiles(40 * 1024, 1);
      for (int place = 0; place < Levels.COUNT; place++) {
        assertEquals(1024 * expected[place], quantiles[place], 1e-6 * quantiles[place] + 1e-6);
      }
      small.observe(value, 40);
      large.observe(1024 * value, 40 * 1024);
    }
  }

  @Test
  void goingOnFromItsStateIsHavingGoneOn() {
    Random random = new Random(8);
    ExpertIntervals whole = ExpertIntervals.of(reference);
    IntervalMethod resumed = ExpertIntervals.of(reference);
    for (int i = 0; i < 400; i++) {
      double value = Math.max(0, 20 + 9 * random.nextGaussian());
      double point = 20 + random.nextGaussian();
      assertArrayEquals(whole.quantiles(point, 1), resumed.quantiles(point, 1));
      whole.observe(value, point);
      resumed.observe(value, point);
      resumed = resumed.state().resumed(reference);
    }
    assertEquals(300, whole.scores());
  }

  @Test
  void aValueEqualToABoundIsInside() {
    ExpertIntervals intervals = ExpertIntervals.of(reference);
    Random random = new Random(12);
    int outside = 0;
    for (int i = 0; i < 420; i++) {
      double value = random.nextInt(5) < 3 ? 0.1 : 0.3;
      double[] quantiles = intervals.quantiles(0.1, 1);
      outside += i >= 20 && (value < quantiles[LOWER] || value > quantiles[UPPER]) ? 1 : 0;
      intervals.observe(value, 0.1);
    }

    assertTrue(outside <= 52, outside + " of 400");
  }

  @Test
  void aSeriesThatNeverErredIsExact() {
    ExpertIntervals intervals = ExpertIntervals.of(reference);
    for (int i = 0; i < 8; i++) {
      intervals.observe(0.1, 0.1);
    }

    assertArrayEquals(Levels.everywhere(0.1), intervals.quantiles(0.1, 1));
  }

  @Test
  void widensWithTheGrowthOfErrors() {
    ExpertIntervals intervals = ExpertIntervals.of(reference);
    Random random = new Random(4);
    for (int i = 0; i < 60; i++) {
      intervals.observe(500 + 20 * random.nextGaussian(), 500);
    }
    double[] one = intervals.quantiles(500, 1);
    double[] later = intervals.quantiles(500, 2);

    double ratio = (later[UPPER] - later[LOWER]) / (one[UPPER] - one[LOWER]);
    assertTrue(ratio > 1.5 && ratio <= 2.1, "ratio " + ratio);
  }

  /** On a logarithm the outermost errors of other series reach beyond all measure. */
  @Test
  void noQuantileIsBeyondAllMeasureAfterAFewValues() {
    Random random = new Random(2);
    for (int trial = 0; trial < 50; trial++) {
      IntervalMethod method = ExpertIntervals.of(ReferenceErrors.shipped());
      double largest = 0;
      for (int i = 0; i < 12; i++) {
        double value = Math.exp(random.nextGaussian());
        method.observe(value, i == 0 ? value : 1);
        largest = Math.max(largest, Math.max(1, value));
        double[] quantiles = method.quantiles(1, 1);
        assertTrue(quantiles[Levels.COUNT - 1] <= 60 * largest, "trial " + trial + ", " + i);
      }
    }
  }
}
