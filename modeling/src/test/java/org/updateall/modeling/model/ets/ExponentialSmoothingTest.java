package org.updateall.modeling.model.ets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.updateall.modeling.model.ClassicSeries;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

class ExponentialSmoothingTest {

  private final ExponentialSmoothing family = new ExponentialSmoothing();

  static List<EtsForm> forms() {
    return EtsForm.all();
  }

  @Test
  void isOfferedFromFiveObservationsOn() {
    assertEquals("exponential_smoothing", family.name());
    assertEquals(5, family.minObservations());
  }

  @Test
  void refusesAWindowWithFewerThanFiveObservedValues() {
    TimeSeries four = TimeSeries.of(1, 2, Double.NaN, 3, Double.NaN, 4);
    assertThrows(IllegalArgumentException.class, () -> family.fit(four));
    assertThrows(IllegalArgumentException.class, () -> family.fit(TimeSeries.of()));
    TimeSeries unseen = TimeSeries.of(Double.NaN, Double.NaN);
    assertThrows(IllegalArgumentException.class, () -> family.fit(EtsForm.LEVEL, unseen));
  }

  @Test
  void smoothsFewValuesByOneHalfFromTheMeanOfThree() {
    assertEquals(8, nextOf(family.fit(EtsForm.LEVEL, TimeSeries.of(7, 9, 2, 10))), 1e-12);
    EtsModel model = family.fit(TimeSeries.of(7, 9, 2, 10, 4));
    assertEquals(6, nextOf(model), 1e-12);
    assertEquals(7, nextOf(model.update(new Occasion(0), 8)), 1e-12);
    assertEquals("ETS(A,N,N)", model.form());
  }

  @Test
  void forecastsAConstantByItself() {
    for (double constant : new double[] {0, -3, 0.1, 42, 1e12}) {
      for (int length = 5; length <= 30; length++) {
        double[] window = new double[length];
        Arrays.fill(window, constant);
        EtsModel model = family.fit(TimeSeries.of(window).withPeriod(4));
        assertArrayEquals(new double[] {constant, constant}, forecasts(model, 2));
        assertEquals(0, model.sigmaSquared());
        assertFinite(model);
      }
    }
  }

  @Test
  void isFiniteAtEveryLengthAndSize() {
    Random random = new Random(1);
    for (int length = 5; length <= 45; length++) {
      for (double size : new double[] {1e-9, 1, 1e12}) {
        double[] window = random.doubles(length).map(value -> size * (1 + value)).toArray();
        EtsModel model = family.fit(TimeSeries.of(window).withPeriod(1 + length % 9));
        assertFinite(model);
        assertTrue(model.smoothing().alpha() > 0 && model.smoothing().alpha() < 1);
        assertEquals(length, model.observations());
      }
    }
  }

  @Test
  void isFiniteForValuesThatAreTiedOrZeroOrFarApart() {
    Random random = new Random(7);
    for (int trial = 0; trial < 60; trial++) {
      double[] window = new double[20 + trial];
      for (int t = 0; t < window.length; t++) {
        window[t] =
            switch (trial % 4) {
              case 0 -> random.nextInt(3);
              case 1 -> Math.exp(6 * random.nextGaussian());
              case 2 -> random.nextInt(10) == 0 ? 1e12 : 1;
              default -> t < 10 ? 1e-9 : 1e9;
            };
      }
      EtsModel model = family.fit(TimeSeries.of(window).withPeriod(1 + trial % 8));
      assertFinite(model);
      for (double value : new double[] {0, 1e12, -5, 1e-9, Double.NaN, 0, 0}) {
        model = model.update(new Occasion(0), value);
        assertFinite(model);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormCanBeFittedAloneToASeriesItSuits(EtsForm form) {
    EtsModel model = family.fit(form, ClassicSeries.named("AirPassengers"));
    assertEquals(form, model.components());
    assertEquals(form.hasSeason() ? 12 : 0, model.state().season().size());
    assertFinite(model);
    EtsModel best = family.fit(ClassicSeries.named("AirPassengers"));
    assertTrue(best.aicc() <= model.aicc());
  }

  /** Simulated from the form itself: the search must beat the true parameters. */
  @ParameterizedTest
  @MethodSource("forms")
  void isMoreLikelyThanTheTrueParameters(EtsForm form) {
    Random random = new Random(11);
    Smoothing truth =
        new Smoothing(
            0.3,
            form.hasTrend() ? 0.05 : 0,
            form.hasSeason() ? 0.1 : 0,
            form.hasDamping() ? 0.9 : 1);
    EtsState begin = Simulation.begin(form);
    for (int trial = 0; trial < 5; trial++) {
      double[] series = Simulation.of(form, truth, begin, 120, random);
      TimeSeries window = TimeSeries.of(series).withPeriod(4);
      EtsModel fitted = family.fit(form, window);
      EtsModel simulated = EtsModel.filtered(form, truth, begin, window);
      assertEquals(form, fitted.components());
      assertTrue(
          fitted.logLikelihood() >= simulated.logLikelihood() - 1e-3,
          () -> fitted + " against " + simulated);
    }
  }

  @Test
  void followsAStraightLine() {
    double[] line = IntStream.range(0, 40).mapToDouble(t -> 5 + 3 * t).toArray();
    EtsModel model = family.fit(TimeSeries.of(line));
    assertArrayEquals(new double[] {125, 128, 131}, forecasts(model, 3), 1e-3);
    assertEquals("ETS(A,A,N)", model.form());
    assertFinite(model);
  }

  @Test
  void followsASeasonThatRepeatsItself() {
    double[] season = {3, 9, 1, 7, 20};
    double[] window = IntStream.range(0, 40).mapToDouble(t -> season[t % 5]).toArray();
    EtsModel model = family.fit(TimeSeries.of(window).withPeriod(5));
    assertArrayEquals(new double[] {3, 9, 1, 7, 20, 3}, forecasts(model, 6), 1e-6);
    assertEquals("ETS(A,N,A)", model.form());
    assertFinite(model);
  }

  @Test
  void leavesTheSeasonAsideWhereThePeriodIsTooLongOrTheWindowTooShort() {
    double[] season = {3, 9, 1, 7, 20};
    double[] window = IntStream.range(0, 100).mapToDouble(t -> season[t % 5]).toArray();
    TimeSeries series = TimeSeries.of(window);
    for (TimeSeries each : List.of(series, series.withPeriod(25), series.last(11).withPeriod(5))) {
      assertFalse(family.fit(each).components().hasSeason());
    }
    assertTrue(family.fit(series.last(12).withPeriod(5)).components().hasSeason());
  }

  @Test
  void multiplicativeErrorCompetesOnlyOverPositiveValues() {
    double[] values = ClassicSeries.values("Nile");
    assertTrue(family.fit(TimeSeries.of(values)).components().hasRelativeError());
    values[50] = 0;
    assertFalse(family.fit(TimeSeries.of(values)).components().hasRelativeError());
    EtsModel refused = family.fit(EtsForm.labelled("ETS(M,N,N)"), TimeSeries.of(values));
    assertEquals("ETS(A,N,N)", refused.form());
  }

  @Test
  void theFitIsEquivariantUnderScale() {
    Random random = new Random(2);
    for (int trial = 0; trial < 20; trial++) {
      TimeSeries window = TimeSeries.of(walk(random, 10 + 5 * trial)).withPeriod(1 + trial % 5);
      double scale = Math.exp(8 * random.nextGaussian());
      EtsModel model = family.fit(window);
      EtsModel scaled = family.fit(window.map(y -> scale * y));
      assertEquals(model.form(), scaled.form());
      assertEquals(scale * nextOf(model), nextOf(scaled), 1e-6 * scale);
    }
  }

  @Test
  void theFitOfAdditiveFormsIsEquivariantUnderShiftToo() {
    Random random = new Random(2);
    for (EtsForm form : EtsForm.all()) {
      if (form.hasRelativeError()) {
        continue;
      }
      for (int trial = 0; trial < 5; trial++) {
        TimeSeries window = TimeSeries.of(walk(random, 20 + 10 * trial)).withPeriod(3);
        double scale = Math.exp(8 * random.nextGaussian());
        double shift = scale * 100 * random.nextGaussian();
        EtsModel model = family.fit(form, window);
        EtsModel moved = family.fit(form, window.map(y -> shift + scale * y));
        assertEquals(shift + scale * nextOf(model), nextOf(moved), 1e-5 * scale);
        assertEquals(model.sigmaSquared(), moved.sigmaSquared() / scale / scale, 1e-6);
      }
    }
  }

  @Test
  void parametersStayInTheRegionThatRUses() {
    Random random = new Random(3);
    for (EtsForm form : EtsForm.all()) {
      for (int trial = 0; trial < 5; trial++) {
        TimeSeries window = TimeSeries.of(walk(random, 30 + 10 * trial)).withPeriod(4);
        Smoothing smoothing = family.fit(form, window).smoothing();
        assertTrue(smoothing.alpha() >= 1e-4 && smoothing.alpha() <= 0.9999);
        assertTrue(smoothing.beta() >= 0 && smoothing.beta() <= smoothing.alpha());
        assertTrue(smoothing.gamma() >= 0 && smoothing.gamma() <= 1 - smoothing.alpha() + 1e-12);
        assertTrue(smoothing.phi() == 1 || (smoothing.phi() >= 0.8 && smoothing.phi() <= 0.98));
      }
    }
  }

  @Test
  void aMissingOrCensoredValueMovesOnlyWhatTimeMoves() {
    double[] line = IntStream.range(0, 30).mapToDouble(t -> 5 + 3 * t).toArray();
    line[12] = Double.NaN;
    line[29] = Double.NaN;
    assertEquals(95, nextOf(family.fit(TimeSeries.of(line))), 1e-6);
    assertEquals(28, family.fit(TimeSeries.of(line)).observations());

    line[12] = 10_000;
    BitSet bound = new BitSet();
    bound.set(12);
    TimeSeries days = TimeSeries.of(line);
    TimeSeries censored = new TimeSeries(line, days.occasions(), bound, 1);
    assertEquals(95, nextOf(family.fit(censored)), 1e-6);
  }

  @Test
  void theSameWindowGivesTheSameModel() {
    TimeSeries window = ClassicSeries.named("AirPassengers");
    assertEquals(family.fit(window), family.fit(window));
  }

  private static double[] walk(Random random, int length) {
    double[] walk = new double[length];
    double level = 50;
    for (int t = 0; t < length; t++) {
      level += random.nextGaussian();
      walk[t] = level + random.nextGaussian();
    }
    return walk;
  }

  private static double nextOf(EtsModel model) {
    return forecasts(model, 1)[0];
  }

  private static double[] forecasts(EtsModel model, int horizon) {
    return model.forecast(TimeSeries.of().expected(horizon));
  }

  private static void assertFinite(EtsModel model) {
    double[] figures = {model.sigmaSquared(), model.logLikelihood(), model.aicc()};
    assertTrue(Arrays.stream(figures).allMatch(Double::isFinite), model::toString);
    assertTrue(Arrays.stream(forecasts(model, 30)).allMatch(Double::isFinite), model::toString);
    for (int horizon = 1; horizon < 30; horizon++) {
      assertTrue(Double.isFinite(model.errorGrowth(horizon)), model::toString);
    }
  }
}
