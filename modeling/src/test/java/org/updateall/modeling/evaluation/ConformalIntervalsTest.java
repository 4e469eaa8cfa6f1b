package org.updateall.modeling.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.scale.Power;

final class ConformalIntervalsTest {

  private static final List<Power> POWERS =
      List.of(Power.SQUARE_ROOT, Power.IDENTITY, Power.LOGARITHM);

  private final ConformalIntervals plain = of(Power.IDENTITY);

  @Test
  void hasNoneBeforeTheFirstError() {
    assertTrue(bounds(plain, 10, 0.9).length == 0);

    plain.observe(7, new double[] {0});
    assertTrue(bounds(plain, 10, 0.9).length == 0, "the first value has no forecast");
    assertEquals(0, plain.scores());

    plain.observe(8, new double[] {7});
    assertEquals(1, plain.scores());
    assertEquals(2, bounds(plain, 10, 0.9).length);
  }

  /** Errors -9 to 9: of twenty ranks the second and the nineteenth. */
  @Test
  void takesRanksOfTheErrors() {
    observe(plain, 100, IntStream.rangeClosed(-9, 9).toArray());

    assertArrayEquals(new double[] {41, 59}, bounds(plain, 50, 0.9), 1e-12);
    assertArrayEquals(new double[] {45, 55}, bounds(plain, 50, 0.5), 1e-12);
  }

  @Test
  void widensWithTheGrowthOfErrors() {
    observe(plain, 100, IntStream.rangeClosed(-9, 9).toArray());

    assertArrayEquals(
        new double[] {32, 50, 68},
        plain.quantiles(50, 2, new double[] {0.05, 0.5, 0.95}).get(),
        1e-12);
  }

  @Test
  void isNeverBelowZero() {
    observe(plain, 100, IntStream.rangeClosed(-9, 9).toArray());

    assertArrayEquals(new double[] {0, 11}, bounds(plain, 2, 0.9), 1e-12);
  }

  /** The way over the logarithm costs the last digits, and yet the bounds are values seen. */
  @Test
  void snapsToValuesSeen() {
    for (Power power : Power.values()) {
      ConformalIntervals intervals = of(power);
      observe(intervals, 100, IntStream.rangeClosed(-9, 9).toArray());
      double[] bounds = bounds(intervals, 100, 0.9);
      assertEquals(91, bounds[0], power.name());
      assertEquals(109, bounds[1], power.name());
    }
  }

  @Test
  void holdsZerosInsideBoundsThatZerosMade() {
    ConformalIntervals intervals = new ConformalIntervals(POWERS, false);
    observeAll(intervals, 3, 8, 5, 2, 6);
    observeAll(intervals, new double[60]);

    double[] bounds = bounds(intervals, 1e-18, 0.8);
    assertEquals(0, bounds[0]);
    assertTrue(bounds[1] < 1e-15);
  }

  @Test
  void nestsQuantilesOnEveryScale() {
    Random random = new Random(1);
    for (boolean recentring : new boolean[] {false, true}) {
      ConformalIntervals intervals = new ConformalIntervals(POWERS, recentring);
      for (int t = 0; t < 150; t++) {
        double forecast = 20 * random.nextDouble();
        intervals.observe(
            t % 7 == 0 ? 0 : Math.floor(forecast * Math.exp(random.nextGaussian())),
            new double[] {forecast, forecast + 1, forecast / 2});
        double[] levels = IntStream.range(1, 200).mapToDouble(p -> p / 200.0).toArray();
        double previous = 0;
        for (double q : intervals.quantiles(forecast, 1.5, levels).getOrElse(new double[0])) {
          assertTrue(q >= previous && Double.isFinite(q), q + " after " + previous);
          previous = q;
        }
      }
    }
  }

  /** Nominal levels of exchangeable errors, within four binomial standard errors. */
  @Test
  void coversWhatItSays() {
    Random random = new Random(2);
    for (double level : new double[] {0.5, 0.8, 0.9}) {
      int inside = 0;
      int trials = 0;
      ConformalIntervals intervals = of(Power.LOGARITHM);
      for (int t = 0; t < 2_500; t++) {
        double value = 50 * Math.exp(0.5 * random.nextGaussian());
        if (t >= 100) {
          double[] bounds = bounds(intervals, 50, level);
          inside += value >= bounds[0] && value <= bounds[1] ? 1 : 0;
          trials++;
        }
        intervals.observe(value, new double[] {50});
      }
      double limit = 4 * Math.sqrt(level * (1 - level) / trials);
      assertEquals(level, (double) inside / trials, limit + 0.01);
    }
  }

  @Test
  void measuresErrorsInProportionWhereTheyAreInProportion() {
    assertEquals(Power.LOGARITHM, chosenFor(forecast -> forecast * 0.3));
    assertEquals(Power.IDENTITY, chosenFor(forecast -> 4));
    assertEquals(Power.SQUARE_ROOT, chosenFor(forecast -> 2 * Math.sqrt(forecast)));
  }

  @Test
  void usesTheForecasterThatHasServedBest() {
    ConformalIntervals intervals =
        new ConformalIntervals(List.of(Power.IDENTITY, Power.IDENTITY), false);
    Random random = new Random(3);
    for (int t = 0; t < 40; t++) {
      double value = 10 + random.nextDouble();
      intervals.observe(value, new double[] {15 + 3 * random.nextGaussian(), value});
    }

    assertEquals(1, intervals.chosen());
    assertArrayEquals(new double[] {20, 20}, bounds(intervals, 20, 0.9), 0.1);
  }

  @Test
  void restsOnTheNewestHundredErrors() {
    observe(plain, 1_000, IntStream.range(0, 100).map(i -> 500).toArray());
    observe(plain, 1_000, IntStream.range(0, 100).map(i -> i % 2).toArray());

    assertEquals(100, plain.scores());
    assertEquals(1_001, bounds(plain, 1_000, 0.9)[1], 1e-12);
  }

  @Test
  void putsAForecastRightThatErrsToOneSide() {
    ConformalIntervals recentring = new ConformalIntervals(List.of(Power.IDENTITY), true);
    observe(recentring, 100, IntStream.range(0, 45).map(i -> 9 + i % 3).toArray());
    observe(plain, 100, IntStream.range(0, 45).map(i -> 9 + i % 3).toArray());

    double[] half = {0.5};
    assertEquals(100 + 10 * 45 / 50.0, recentring.quantiles(100, 1, half).get()[0], 1e-12);
    assertEquals(100, plain.quantiles(100, 1, half).get()[0], 1e-12);
  }

  @Test
  void goesOnFromItsStateToTheLastBit() {
    Random random = new Random(4);
    ConformalIntervals whole = new ConformalIntervals(POWERS, true);
    for (int t = 0; t < 320; t++) {
      double value = t % 5 == 0 ? 0 : 30 * random.nextDouble();
      double[] forecasts = {10 * random.nextDouble(), 15, t % 9};
      ConformalIntervals restored = ConformalIntervals.of(whole.state(), true);
      whole.observe(value, forecasts);
      restored.observe(value, forecasts);
      assertEquals(whole.state(), restored.state());
      assertEquals(whole.chosen(), restored.chosen());
      assertEquals(whole.chosenScale(), restored.chosenScale());
      assertArrayEquals(bounds(whole, 12, 0.9), bounds(restored, 12, 0.9));
    }
  }

  @Test
  void refusesStatesThatAreNone() {
    IntervalState.Track track = new IntervalState.Track(Power.IDENTITY, List.of(1.0), List.of(2.0));
    IntervalState.Track longer =
        new IntervalState.Track(Power.IDENTITY, List.of(1.0, 1.0), List.of(2.0, 2.0));
    List<Double> one = List.of(1.0);
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      List<Double> bad = List.of(wrong);
      refuses(() -> new IntervalState.Track(Power.IDENTITY, bad, one));
      refuses(() -> new IntervalState.Track(Power.IDENTITY, one, bad));
      refuses(() -> new IntervalState(bad, one, List.of(track), 1, one, one));
      refuses(() -> new IntervalState(one, bad, List.of(track), 1, one, one));
      refuses(() -> new IntervalState(one, one, List.of(track), 1, bad, one));
      refuses(() -> new IntervalState(one, one, List.of(track), 1, one, bad));
    }
    refuses(() -> new IntervalState.Track(Power.IDENTITY, one, List.of()));
    refuses(() -> new IntervalState(one, one, List.of(), 1, List.of(), one));
    refuses(() -> new IntervalState(one, one, List.of(track), 1, List.of(1.0, 1.0), one));
    refuses(() -> new IntervalState(one, one, List.of(track), -1, one, one));
    refuses(() -> new IntervalState(one, one, List.of(track, longer), 1, List.of(1.0, 1.0), one));
  }

  private static void refuses(Runnable construction) {
    assertThrows(IllegalArgumentException.class, construction::run);
  }

  private static Power chosenFor(DoubleUnaryOperator deviation) {
    Random random = new Random(5);
    ConformalIntervals intervals = new ConformalIntervals(POWERS, false);
    for (int t = 0; t < 1_500; t++) {
      double forecast = Math.exp(3 + 3 * random.nextDouble());
      double error = deviation.applyAsDouble(forecast) * random.nextGaussian();
      double value = Math.max(0, forecast + error);
      intervals.observe(value, new double[] {forecast, forecast, forecast});
    }
    return intervals.chosenScale().power();
  }

  private static ConformalIntervals of(Power power) {
    return new ConformalIntervals(List.of(power), false);
  }

  /** Values that err by so much from a forecast; the first is seen twice, since it is no error. */
  private static void observe(ConformalIntervals intervals, double forecast, int... errors) {
    if (intervals.scores() == 0) {
      intervals.observe(forecast + errors[0], new double[] {forecast});
    }
    for (int error : errors) {
      intervals.observe(forecast + error, new double[] {forecast});
    }
  }

  private static void observeAll(ConformalIntervals intervals, double... values) {
    for (double value : values) {
      intervals.observe(
          value, Collections.nCopies(3, 1e-18).stream().mapToDouble(f -> f).toArray());
    }
  }

  private static double[] bounds(ConformalIntervals intervals, double forecast, double level) {
    double[] levels = {(1 - level) / 2, (1 + level) / 2};
    return intervals.quantiles(forecast, 1, levels).getOrElse(new double[0]);
  }
}
