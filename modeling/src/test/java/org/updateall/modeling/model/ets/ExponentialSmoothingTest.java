package org.updateall.modeling.model.ets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.TimeSeries;

class ExponentialSmoothingTest {

  private final ExponentialSmoothing family = new ExponentialSmoothing();

  @Test
  void isOfferedFromFiveObservationsOn() {
    assertEquals("exponential_smoothing", family.name());
    assertEquals(5, family.minObservations());
  }

  @Test
  void forecastsThreeValuesByTheirMeanAndSmoothsTheNext() {
    assertEquals(
        7, family.fit(TimeSeries.of(new double[] {7})).forecast(TimeSeries.of().expected(1))[0]);
    assertEquals(
        8,
        family.fit(TimeSeries.of(new double[] {7, 9})).forecast(TimeSeries.of().expected(1))[0],
        1e-12);
    assertEquals(
        6,
        family.fit(TimeSeries.of(new double[] {7, 9, 2})).forecast(TimeSeries.of().expected(1))[0],
        1e-12);
    assertEquals(
        8,
        family
            .fit(TimeSeries.of(new double[] {7, 9, 2}))
            .update(TimeSeries.of().expected(1).get(0), 10)
            .forecast(TimeSeries.of().expected(1))[0],
        1e-12);
    assertEquals(
        8,
        family.fit(TimeSeries.of(new double[] {7, 9, 2, 10}))
            .forecast(TimeSeries.of().expected(1))[0],
        1e-12);
  }

  @Test
  void forecastsAConstantByItself() {
    for (double constant : new double[] {0, 0.1, 42, 1e12}) {
      for (int length = 1; length <= 30; length++) {
        double[] window = new double[length];
        Arrays.fill(window, constant);
        EtsModel model = family.fit(TimeSeries.of(window));
        assertArrayEquals(
            new double[] {constant, constant}, model.forecast(TimeSeries.of().expected(2)));
        assertEquals(0, model.sigmaSquared());
        assertFinite(model);
      }
    }
  }

  @Test
  void isFiniteAtEveryLengthAndSize() {
    Random random = new Random(1);
    for (int length = 1; length <= 40; length++) {
      for (double size : new double[] {1e-9, 1, 1e12}) {
        double[] window = random.doubles(length).map(value -> size * (1 + value)).toArray();
        EtsModel model = family.fit(TimeSeries.of(window));
        assertFinite(model);
        assertTrue(model.alpha() > 0 && model.alpha() < 1);
        assertEquals(length, model.observations());
      }
    }
  }

  @Test
  void followsAStraightLine() {
    double[] line = IntStream.range(0, 40).mapToDouble(t -> 5 + 3 * t).toArray();
    EtsModel model = family.fit(TimeSeries.of(line));
    assertArrayEquals(
        new double[] {125, 128, 131}, model.forecast(TimeSeries.of().expected(3)), 1e-3);
    assertEquals(EtsForm.TREND, model.components());
  }

  @Test
  void theFitIsEquivariantUnderShiftAndScale() {
    Random random = new Random(2);
    for (int trial = 0; trial < 20; trial++) {
      double[] window = walk(random, 10 + 5 * trial);
      double scale = Math.exp(8 * random.nextGaussian());
      double shift = scale * 100 * random.nextGaussian();
      double[] moved = Arrays.stream(window).map(y -> shift + scale * y).toArray();
      EtsModel model = family.fit(TimeSeries.of(window));
      EtsModel movedModel = family.fit(TimeSeries.of(moved));
      assertEquals(model.form(), movedModel.form());
      assertEquals(
          shift + scale * model.forecast(TimeSeries.of().expected(1))[0],
          movedModel.forecast(TimeSeries.of().expected(1))[0],
          1e-3 * scale);
      assertEquals(model.sigmaSquared(), movedModel.sigmaSquared() / scale / scale, 1e-3);
    }
  }

  @Test
  void parametersStayInTheAdmissibleRegion() {
    Random random = new Random(3);
    for (int trial = 0; trial < 30; trial++) {
      EtsModel model = family.fit(TimeSeries.of(walk(random, 9 + 3 * trial)));
      assertTrue(model.alpha() >= 1e-4 && model.alpha() <= 0.9999);
      assertTrue(model.beta() >= 0 && model.beta() <= model.alpha());
      assertTrue(model.phi() == 1 || (model.phi() >= 0.8 && model.phi() <= 0.98));
    }
  }

  @Test
  void errorsGrowWithTheHorizon() {
    FittedModel model = family.fit(TimeSeries.of(walk(new Random(4), 60)));
    assertEquals(1, model.errorGrowth(1));
    for (int horizon = 2; horizon < 20; horizon++) {
      assertTrue(model.errorGrowth(horizon) > model.errorGrowth(horizon - 1));
    }
  }

  @Test
  void refusesWhatCannotBeFitted() {
    assertThrows(IllegalArgumentException.class, () -> family.fit(TimeSeries.of(new double[0])));
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

  private static void assertFinite(EtsModel model) {
    double[] figures = {
      model.level(), model.trend(), model.sigmaSquared(), model.logLikelihood(), model.aicc()
    };
    assertTrue(Arrays.stream(figures).allMatch(Double::isFinite), model::toString);
    assertTrue(
        Arrays.stream(model.forecast(TimeSeries.of().expected(10))).allMatch(Double::isFinite),
        model::toString);
  }
}
