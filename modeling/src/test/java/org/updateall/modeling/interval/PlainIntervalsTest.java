package org.updateall.modeling.interval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.updateall.modeling.conformal.SplitConformal;

/** Quantile regression and adaptive intervals. */
final class PlainIntervalsTest {

  /** The methods under test. */
  enum Plain {
    CQR,
    ACI;

    IntervalMethod create() {
      return this == CQR ? QuantileRegressionIntervals.create() : AdaptiveIntervals.create();
    }
  }

  /** What was inside at one central level. */
  private static final class Tally {
    private int inside;
    private int count;

    void add(double value, double[] quantiles, double level) {
      int distance = Levels.distance(level);
      double lower = quantiles[Levels.MEDIAN - distance];
      double upper = quantiles[Levels.MEDIAN + distance];
      inside += value >= lower && value <= upper ? 1 : 0;
      count++;
    }

    /** Within four binomial standard errors and so much more. */
    void assertCovers(double level, double more) {
      double limit = 4 * Math.sqrt(level * (1 - level) / count) + more;
      assertEquals(level, (double) inside / count, limit);
    }
  }

  @ParameterizedTest
  @EnumSource
  void coverWhatTheySayOfExchangeableErrors(Plain plain) {
    Random random = new Random(7);
    Tally half = new Tally();
    Tally most = new Tally();
    for (int trial = 0; trial < 8; trial++) {
      IntervalMethod method = plain.create();
      for (int t = 0; t < 400; t++) {
        double value = 100 * Math.exp(0.5 * random.nextGaussian());
        if (t > 60) {
          double[] quantiles = method.quantiles(100, 1);
          half.add(value, quantiles, 0.5);
          most.add(value, quantiles, 0.9);
        }
        method.observe(value, 100);
      }
    }

    half.assertCovers(0.5, 0.01);
    most.assertCovers(0.9, 0.01);
  }

  /** From the second error on: the assumed tail is wider than normal errors need. */
  @ParameterizedTest
  @EnumSource
  void coverEnoughAfterFewErrors(Plain plain) {
    Random random = new Random(8);
    Tally most = new Tally();
    for (int trial = 0; trial < 200; trial++) {
      IntervalMethod method = plain.create();
      for (int t = 0; t < 20; t++) {
        double value = 100 + 10 * random.nextGaussian();
        if (t > 2) {
          most.add(value, method.quantiles(100, 1), 0.9);
        }
        method.observe(value, 100);
      }
    }

    assertTrue(most.inside >= 0.87 * most.count, most.inside + " of " + most.count);
  }

  /** Errors in proportion to the forecast, which jumps between a small and a large one. */
  @Test
  void quantileRegressionFindsHowErrorsGrowWithTheForecast() {
    Random random = new Random(9);
    Tally small = new Tally();
    Tally large = new Tally();
    for (int trial = 0; trial < 6; trial++) {
      IntervalMethod method = QuantileRegressionIntervals.create();
      for (int t = 0; t < 500; t++) {
        boolean isLarge = random.nextBoolean();
        double point = isLarge ? 10_000 : 100;
        double value = point * Math.max(0, 1 + 0.15 * random.nextGaussian());
        if (t > 100) {
          (isLarge ? large : small).add(value, method.quantiles(point, 1), 0.9);
        }
        method.observe(value, point);
      }
    }

    small.assertCovers(0.9, 0.02);
    large.assertCovers(0.9, 0.02);
  }

  /** Errors that double in size every 150 values: the long run is what adapting is for. */
  @ParameterizedTest
  @EnumSource
  void coverWhileErrorsGrow(Plain plain) {
    Random random = new Random(10);
    Tally most = new Tally();
    for (int trial = 0; trial < 6; trial++) {
      IntervalMethod method = plain.create();
      for (int t = 0; t < 600; t++) {
        double value = 1e6 + Math.pow(2, t / 150.0) * random.nextGaussian();
        if (t > 100) {
          most.add(value, method.quantiles(1e6, 1), 0.9);
        }
        method.observe(value, 1e6);
      }
    }

    most.assertCovers(0.9, 0.015);
  }

  @Test
  void adaptiveIntervalsAskForLessWhereTheyMissed() {
    AdaptiveIntervals method = AdaptiveIntervals.create();
    for (int t = 0; t < 30; t++) {
      method.observe(t % 2 == 0 ? 90 : 110, 100);
    }
    double before = method.state().asked().get(2);
    method.observe(500, 100);
    assertEquals(before - 0.009, method.state().asked().get(2), 1e-12);

    for (int t = 0; t < 40; t++) {
      method.observe(1000 * (t + 1) * (t + 1), 100);
    }
    assertEquals(0.02, method.state().asked().get(2), 1e-12);
    for (int t = 0; t < 5000; t++) {
      method.observe(100, 100);
    }
    assertEquals(0.82, method.state().asked().get(2), 1e-12);
  }

  @ParameterizedTest
  @EnumSource
  void followTheResidualsWhileTheyAreFew(Plain plain) {
    IntervalMethod method = plain.create();
    method.observe(100, 100);
    for (int t = 0; t < 12; t++) {
      method.observe(100 + (t % 5) - 2, 100);
    }

    double[] quantiles = method.quantiles(100, 1);
    assertEquals(12, method.scores());
    assertEquals(100, quantiles[Levels.MEDIAN]);
    int distance = Levels.distance(0.8);
    assertEquals(98, quantiles[Levels.MEDIAN - distance], 1.1);
    assertEquals(102, quantiles[Levels.MEDIAN + distance], 1.1);
  }

  /** Before the regression is used its quantiles are those of split conformal prediction. */
  @Test
  void quantileRegressionFallsBackOnTheAssumedTail() {
    QuantileRegressionIntervals method = QuantileRegressionIntervals.create();
    for (int t = 0; t < 8; t++) {
      method.observe(100 + (t % 3), 101);
    }
    double[] errors = method.state().errors().stream().mapToDouble(each -> each).toArray();
    double distance = SplitConformal.from(errors).get().quantile(0.95);
    double expected = Math.pow(Math.sqrt(101 + 1.01) + distance, 2) - 1.01;

    int place = Levels.MEDIAN + Levels.distance(0.9);
    assertEquals(expected, method.quantiles(101, 1)[place], 1e-3 * expected);
  }

  @ParameterizedTest
  @EnumSource
  void widenWithTheGrowthOfErrors(Plain plain) {
    IntervalMethod method = plain.create();
    Random random = new Random(2);
    for (int t = 0; t < 100; t++) {
      method.observe(1e6 + random.nextInt(100), 1e6 + 50);
    }
    double[] one = method.quantiles(1e6 + 50, 1);
    double[] three = method.quantiles(1e6 + 50, 3);

    for (int place : new int[] {0, 3, 39, 42}) {
      assertEquals(3 * (one[place] - one[21]), three[place] - three[21], 0.5);
    }
  }

  @Test
  void quantileRegressionCountsTheScoresItRestsOn() {
    IntervalMethod method = QuantileRegressionIntervals.create();
    Random random = new Random(2);
    for (int t = 0; t <= 39; t++) {
      method.observe(random.nextInt(100), 50);
    }
    assertEquals(39, method.scores());
    method.observe(50, 50);
    assertEquals(20, method.scores());
    for (int t = 0; t < 200; t++) {
      method.observe(random.nextInt(100), 50);
    }
    assertEquals(100, method.scores());
  }

  @ParameterizedTest
  @EnumSource
  void goOnFromWhatIsKept(Plain plain) {
    IntervalMethod whole = plain.create();
    IntervalMethod kept = plain.create();
    Random random = new Random(3);
    for (int t = 0; t < 330; t++) {
      double point = 10 + random.nextInt(50);
      double value = t % 17 == 0 ? 0 : point * Math.exp(random.nextGaussian());
      assertArrayEquals(whole.quantiles(point, 1), kept.quantiles(point, 1));
      whole.observe(value, point);
      kept.observe(value, point);
      kept = t % 4 == 0 ? kept.state().resumed(ReferenceErrors.shipped()) : kept;
    }

    assertEquals(whole.state(), kept.state());
  }

  @ParameterizedTest
  @EnumSource
  void stayFiniteAtTheEndsOfTheNumbers(Plain plain) {
    IntervalMethod method = plain.create();
    double[] ends = {0, 1e307, Double.MIN_VALUE, 1, 1e-300, 1e300, 5};
    for (int t = 0; t < 150; t++) {
      double point = ends[t * t % ends.length];
      double least = 0;
      for (double quantile : method.quantiles(point, 1 + t % 3)) {
        assertTrue(quantile >= least && quantile <= Double.MAX_VALUE, plain + " " + t);
        least = quantile;
      }
      method.observe(ends[t % ends.length], point);
    }
  }

  @Test
  void refuseStatesThatAreNone() {
    AdaptiveState adaptive = AdaptiveIntervals.create().state();
    RootScale.State scale = adaptive.scale();
    List<Double> none = List.of();
    assertRefused(() -> new AdaptiveState(scale, none, List.of(0.1)));
    assertRefused(() -> new AdaptiveState(scale, none, List.of(0.5, 0.2, 0.1, 0.05, 0.001)));
    assertRefused(() -> new AdaptiveState(scale, Collections.nCopies(101, 1.0), adaptive.asked()));
    assertRefused(() -> new RootScale.State(List.of(-1.0), none));
    assertRefused(() -> new RootScale.State(none, List.of(-1.0)));

    QuantileRegressionState regression = QuantileRegressionIntervals.create().state();
    assertRefused(() -> with(regression, 1, none));
    assertRefused(() -> with(regression, -1, none));
    assertRefused(() -> with(regression, 1, List.of(1.0)));
    assertRefused(() -> new QuantilePlanes(List.of(), List.of(1.0, 1.0), List.of(1.0, 1.0)));
    assertRefused(
        () ->
            new QuantilePlanes(
                Collections.nCopies(10, List.of(1.0)), List.of(1.0, 1.0), List.of(1.0, 1.0)));
  }

  private static void assertRefused(Supplier<?> state) {
    assertThrows(IllegalArgumentException.class, state::get);
  }

  private static QuantileRegressionState with(
      QuantileRegressionState state, int told, List<Double> errors) {
    return new QuantileRegressionState(
        told,
        0,
        state.scale(),
        state.size(),
        List.of(),
        List.of(),
        errors,
        null,
        Stream.generate(() -> List.<Double>of()).limit(CentralBounds.COUNT).toList());
  }
}
