package org.updateall.modeling.model.arima;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.ClassicSeries;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.model.ets.ExponentialSmoothing;

class AutoArimaTest {

  private static final AutoArima FAMILY = new AutoArima();

  private static TimeSeries series(int length, IntToDoubleFunction value) {
    double[] values = new double[length];
    Arrays.setAll(values, value);
    return TimeSeries.of(values);
  }

  /** An ARMA(1,1) around 50 with a little of everything. */
  private static TimeSeries stationary(int length, long seed) {
    Random random = new Random(seed);
    double[] values = new double[length];
    double state = 0;
    double before = 0;
    for (int t = 0; t < length; t++) {
      double innovation = random.nextGaussian();
      state = 0.7 * state + innovation + 0.4 * before;
      before = innovation;
      values[t] = 50 + state;
    }
    return TimeSeries.of(values);
  }

  private static TimeSeries withCovariates(TimeSeries series, long seed) {
    Random random = new Random(seed);
    double[] values = series.values();
    List<Occasion> occasions = new ArrayList<>();
    for (int t = 0; t < values.length; t++) {
      double bytes = 1e9 * (1 + random.nextInt(50));
      double packages = random.nextInt(30);
      occasions.add(new Occasion(3600.0 * t, bytes, packages, 7));
      values[t] += 2e-9 * bytes + 0.5 * packages;
    }
    return new TimeSeries(values, occasions, new BitSet(), 1);
  }

  private static void assertFinite(FittedModel model, TimeSeries window) {
    for (double forecast : model.forecast(window.expected(30))) {
      assertTrue(Double.isFinite(forecast), model::form);
    }
    assertTrue(model.errorGrowth(30) >= 1);
  }

  @Test
  void saysWhatItNeeds() {
    assertEquals("auto_arima", FAMILY.name());
    assertEquals(20, FAMILY.minObservations());
    assertEquals(400, FAMILY.maxWindow());
  }

  @Test
  void refusesFewerObservationsThanTheMinimum() {
    TimeSeries enough = stationary(21, 1);
    double[] values = enough.values();
    values[3] = Double.NaN;
    BitSet censored = new BitSet();
    censored.set(5);
    TimeSeries few = new TimeSeries(values, enough.occasions(), censored, 1);

    assertThrows(IllegalArgumentException.class, () -> FAMILY.fit(few));
    assertThrows(IllegalArgumentException.class, () -> FAMILY.refit(FAMILY.fit(enough), few));
    assertFinite(FAMILY.fit(enough), enough);
  }

  @Test
  void findsTheParametersOfASimulatedSeries() {
    ArimaModel model =
        AutoArima.fit(stationary(4000, 2), ArimaOrders.of(1, 0, 1).withConstant(true));

    assertEquals(0.7, model.parameters().ar().get(0), 0.04);
    assertEquals(0.4, model.parameters().ma().get(0), 0.05);
    assertEquals(50, model.parameters().constant(), 0.25);
    assertEquals(1, model.sigmaSquared(), 0.06);
  }

  @Test
  void fitsAShiftedAndScaledSeriesAlike() {
    for (TimeSeries series :
        List.of(ClassicSeries.named("Nile"), ClassicSeries.named("lynx"), stationary(60, 3))) {
      for (double[] map : new double[][] {{-7e5, 3}, {0, 1e9}, {12, 1e-9}, {4, -2}}) {
        ArimaModel model = FAMILY.fit(series);
        ArimaModel mapped = FAMILY.fit(series.map(y -> map[0] + map[1] * y));

        double[] expected = model.forecast(series.expected(10));
        double[] actual = mapped.forecast(series.expected(10));
        double deviation = Math.abs(map[1]) * Math.sqrt(model.sigmaSquared());
        assertEquals(model.form(), mapped.form());
        for (int h = 0; h < 10; h++) {
          assertEquals(map[0] + map[1] * expected[h], actual[h], 1e-3 * deviation);
        }
      }
    }
  }

  @Test
  void isTheSameEachTime() {
    TimeSeries series = withCovariates(stationary(80, 4), 4);

    assertEquals(FAMILY.fit(series), FAMILY.fit(series));
  }

  @Test
  void givesAConstantSeriesItsConstant() {
    for (double constant : new double[] {0, 1, -3.7, 1e12, 1e-9}) {
      TimeSeries series = series(25, t -> constant);
      ArimaModel model = FAMILY.fit(series);

      assertEquals("ARIMA(0,0,0) with non-zero mean", model.form());
      assertEquals(constant, model.forecast(series.expected(3))[2], 1e-12 * Math.abs(constant));
      assertEquals(constant, FAMILY.refit(model, series).forecast(series.expected(1))[0], 1e-3);
    }
  }

  @Test
  void goesOnWithALine() {
    TimeSeries line = series(30, t -> 5 + 2 * t);
    ArimaModel model = FAMILY.fit(line);

    assertEquals("ARIMA(0,1,0) with drift", model.form());
    assertArrayEquals(new double[] {65, 67, 69}, model.forecast(line.expected(3)), 1e-9);
  }

  @Test
  void goesOnWithAParabola() {
    TimeSeries parabola = series(40, t -> t * t);
    ArimaModel model = FAMILY.fit(parabola);

    assertEquals("ARIMA(0,2,0)", model.form());
    assertEquals(2 * 39 * 39 - 38 * 38, model.forecast(parabola.expected(1))[0], 1e-6);
  }

  @Test
  void repeatsAPureSeason() {
    TimeSeries season = series(35, t -> t % 7 == 2 ? 9 : t % 7).withPeriod(7);
    ArimaModel model = FAMILY.fit(season);

    assertArrayEquals(
        new double[] {0, 1, 9, 3, 4, 5, 6, 0}, model.forecast(season.expected(8)), 1e-9);
    assertTrue(model.form().endsWith("(0,1,0)[7] with drift"), model::form);
  }

  @Test
  void survivesOddSeries() {
    Random random = new Random(6);
    List<IntToDoubleFunction> shapes =
        List.of(
            t -> t % 2,
            t -> Math.sin(0.7 * t),
            t -> Math.sin(0.3 * t) + 1e-6 * random.nextGaussian(),
            t -> random.nextInt(10) == 0 ? 1 : 0,
            t -> t == 20 ? 1e6 : 0,
            t -> t < 20 ? 0 : 1,
            t -> Math.exp(0.3 * t),
            t -> 1 + 1e-15 * random.nextGaussian(),
            t -> t % 7 == 0 ? 3 : random.nextInt(2));
    for (IntToDoubleFunction shape : shapes) {
      for (double scale : new double[] {1e-9, 1, 1e12}) {
        for (int period : new int[] {1, 7}) {
          TimeSeries series = series(41, t -> scale * shape.applyAsDouble(t)).withPeriod(period);
          ArimaModel model = FAMILY.fit(series);
          assertFinite(model, series);
          assertFinite(FAMILY.refit(model, series), series);
          assertFinite(model.update(series.occasion(0), Double.NaN), series);
        }
      }
    }
  }

  @Test
  void treatsACensoredValueAsMissing() {
    TimeSeries series = stationary(60, 7);
    double[] values = series.values();
    BitSet censored = new BitSet();
    censored.set(30);
    censored.set(59);
    TimeSeries timedOut = new TimeSeries(values, series.occasions(), censored, 1);
    values[30] = Double.NaN;
    values[59] = Double.NaN;

    assertEquals(FAMILY.fit(TimeSeries.of(values)), FAMILY.fit(timedOut));
  }

  @Test
  void doesNotCareForMissingValuesBeforeTheFirst() {
    TimeSeries series = stationary(60, 8);
    double[] later = new double[65];
    Arrays.fill(later, 0, 5, Double.NaN);
    System.arraycopy(series.values(), 0, later, 5, 60);

    assertArrayEquals(
        FAMILY.fit(series).forecast(series.expected(5)),
        FAMILY.fit(TimeSeries.of(later)).forecast(series.expected(5)));
  }

  @Test
  void fitsAcrossGaps() {
    for (int period : new int[] {1, 6}) {
      Random random = new Random(9);
      double[] season = random.doubles(6, 0, 8).toArray();
      double[] values = stationary(150, 9).values();
      for (int t = 0; t < values.length; t++) {
        values[t] += period == 1 ? 0 : season[t % 6];
      }
      double[] complete = values.clone();
      for (int t = 1; t < 149; t++) {
        values[t] = random.nextInt(12) == 0 ? Double.NaN : values[t];
      }
      TimeSeries gapped = TimeSeries.of(values).withPeriod(period);
      double[] expected =
          FAMILY.fit(TimeSeries.of(complete).withPeriod(period)).forecast(gapped.expected(6));

      assertArrayEquals(expected, FAMILY.fit(gapped).forecast(gapped.expected(6)), 1);
    }
  }

  @Test
  void fitsASeasonWithGapsAndCovariates() {
    TimeSeries series = withCovariates(stationary(90, 10), 10);
    double[] values = series.values();
    for (int t = 0; t < values.length; t++) {
      values[t] += t % 10 == 4 ? Double.NaN : 5 * (t % 5);
    }
    TimeSeries gapped = new TimeSeries(values, series.occasions(), new BitSet(), 5);

    ArimaModel model = FAMILY.fit(gapped);

    assertTrue(model.form().contains("[5]"), model::form);
    assertEquals(2e-9, model.parameters().regression().get(0), 2e-10);
  }

  @Test
  void usesCovariatesOfAnySize() {
    TimeSeries series = withCovariates(stationary(120, 11), 11);

    ArimaModel model = FAMILY.fit(series);

    assertTrue(model.form().startsWith("Regression with ARIMA("), model::form);
    assertEquals(2e-9, model.parameters().regression().get(0), 1e-10);
    assertEquals(0.5, model.parameters().regression().get(1), 0.05);
    assertEquals(0, model.parameters().regression().get(2));
  }

  @Test
  void ignoresCovariatesUnlessEveryObservedValueHasThem() {
    TimeSeries series = withCovariates(stationary(60, 12), 12);
    List<Occasion> occasions = new ArrayList<>(series.occasions());
    occasions.set(7, new Occasion(occasions.get(7).time(), 1, Double.NaN, 7));
    TimeSeries holed = new TimeSeries(series.values(), occasions, new BitSet(), 1);
    double[] values = series.values();
    values[7] = Double.NaN;
    TimeSeries missing = new TimeSeries(values, occasions, new BitSet(), 1);

    assertFalse(FAMILY.fit(holed).form().startsWith("Regression"));
    assertTrue(FAMILY.fit(missing).form().startsWith("Regression"));
  }

  @Test
  void doesNotDifferenceATrendThatACovariateExplains() {
    Random random = new Random(13);
    List<Occasion> occasions = new ArrayList<>();
    double[] values = new double[60];
    for (int t = 0; t < 60; t++) {
      occasions.add(new Occasion(t, t));
      values[t] = 3 * t + Math.pow(t / 10.0, 2.2) + random.nextGaussian();
    }

    ArimaModel model = FAMILY.fit(new TimeSeries(values, occasions, new BitSet(), 1));

    assertEquals(0, model.orders().differences());
  }

  @Test
  void takesTheMeanWhereTheNewestValuesAreMissing() {
    double[] values = new double[450];
    Arrays.fill(values, Double.NaN);
    for (int t = 0; t < 30; t++) {
      values[t] = t % 2 == 0 ? 4 : 6;
    }
    values[420] = 8;

    ArimaModel model = FAMILY.fit(TimeSeries.of(values));

    assertEquals("ARIMA(0,0,0) with non-zero mean", model.form());
    assertEquals(158.0 / 31, model.forecast(TimeSeries.of(values).expected(1))[0], 1e-9);
  }

  @Test
  void looksAtTheNewestValuesOnly() {
    TimeSeries series = stationary(500, 14);

    assertEquals(FAMILY.fit(series.last(400)), FAMILY.fit(series));
  }

  @Test
  void findsAFormAsGoodFromAnEarlierOne() {
    for (long seed = 20; seed < 26; seed++) {
      TimeSeries series = stationary(130, seed);
      ArimaModel earlier = FAMILY.fit(series.first(110));

      ArimaModel again = FAMILY.refit(earlier, series);

      assertTrue(again.aicc() <= FAMILY.fit(series).aicc() + 2, again::form);
      assertTrue(again.aicc() <= AutoArima.fit(series, earlier.orders()).aicc() + 1e-3);
    }
  }

  @Test
  void refitsFromAnything() {
    TimeSeries series = stationary(60, 15);
    FittedModel other = new ExponentialSmoothing().fit(series);
    ArimaModel differenced = AutoArima.fit(series, ArimaOrders.of(0, 2, 1));

    assertEquals(FAMILY.fit(series), FAMILY.refit(other, series));
    assertEquals(FAMILY.fit(series), FAMILY.refit(differenced, series));
  }

  @Test
  void fitsGivenOrdersWithoutAMean() {
    TimeSeries series = stationary(200, 16).map(y -> y - 50);

    ArimaModel model = AutoArima.fit(series, ArimaOrders.of(1, 0, 0));

    assertEquals(0, model.parameters().constant());
    assertEquals("ARIMA(1,0,0) with zero mean", model.form());
    assertEquals(0, model.forecast(series.expected(100))[99], 1e-3);
  }

  @Test
  void fitsGivenSeasonalOrders() {
    TimeSeries series = stationary(200, 19);
    ArimaOrders orders = ArimaOrders.of(1, 0, 1).withSeason(1, 0, 1, 4).withConstant(true);

    ArimaModel model = AutoArima.fit(series, orders);
    ArimaModel nested = AutoArima.fit(series, ArimaOrders.of(1, 0, 1).withConstant(true));

    assertEquals("ARIMA(1,0,1)(1,0,1)[4] with non-zero mean", model.form());
    assertTrue(model.logLikelihood() > nested.logLikelihood() - 1e-6);
  }

  @Test
  void refusesAWindowThatDifferencesUseUp() {
    ArimaOrders orders = ArimaOrders.of(0, 1, 0).withSeason(0, 1, 0, 12);

    assertThrows(IllegalArgumentException.class, () -> AutoArima.fit(stationary(13, 17), orders));
  }

  /** Parts of the likelihood that a bad search would get stuck in; twenty random starts. */
  @Test
  void findsNothingMoreLikelyFromRandomStarts() {
    Random random = new Random(18);
    for (TimeSeries series : List.of(ClassicSeries.named("lynx"), stationary(100, 18))) {
      ArimaOrders orders = ArimaOrders.of(2, 0, 3).withConstant(true);
      DifferencedWindow window =
          new DifferencedWindow(new StandardizedWindow(series, true), orders);
      ArimaEstimate found = ArimaEstimate.maximize(window, orders);
      for (int i = 0; i < 20; i++) {
        double[] start = random.doubles(5, -1.5, 1.5).toArray();
        ArimaEstimate other = ArimaEstimate.maximize(window, orders, List.of(start));
        assertTrue(found.logLikelihood() > other.logLikelihood() - 0.1);
      }
    }
  }
}
