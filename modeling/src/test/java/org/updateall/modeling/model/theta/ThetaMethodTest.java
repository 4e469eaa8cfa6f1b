package org.updateall.modeling.model.theta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.modeling.model.ClassicSeries;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.model.ets.SeasonType;

class ThetaMethodTest {

  private static final double NORMAL_95 = 1.6448536269514722;

  private final ThetaMethod family = new ThetaMethod();

  @Test
  void isOfferedFromFourObservationsOn() {
    assertEquals("theta", family.name());
    assertEquals(4, family.minObservations());
  }

  @Test
  void refusesAWindowWithFewerThanFourObservedValues() {
    TimeSeries three = TimeSeries.of(1, Double.NaN, 2, 3);
    assertThrows(IllegalArgumentException.class, () -> family.fit(three));
  }

  /**
   * R 4.2.2, forecast 8.20, {@code thetaf(y, h = 5)}. R's search for alpha ends early, which the
   * forecasts show in the fifth digit: a relative 1e-4.
   */
  @ParameterizedTest
  @CsvSource({
    "Nile,799.811996,798.454844,797.097691,795.740538,794.383385",
    "WWWusage,220.309628,220.619025,220.928422,221.237819,221.547216",
    "AirPassengers,440.078191,428.384281,489.707099,475.704628,479.670389"
  })
  void forecastsAsR(String name, double one, double two, double three, double four, double five) {
    TimeSeries window = ClassicSeries.named(name);
    double[] forecasts = family.fit(window).forecast(window.expected(5));
    double[] golden = {one, two, three, four, five};
    for (int step = 0; step < 5; step++) {
      assertEquals(golden[step], forecasts[step], 1e-4 * golden[step]);
    }
  }

  /** From R's alpha (ets, "ANN", opt.crit = "mse") the golden forecasts and bounds follow. */
  @Test
  void widensAsR() {
    ThetaModel model = family.fit(ClassicSeries.named("WWWusage"));
    double sigma = (229.89871 - 220.309628) / NORMAL_95;
    double[] upper = {229.89871, 234.179356, 237.53609, 240.414543, 242.987337};
    double[] means = model.forecast(TimeSeries.of().expected(5));
    for (int horizon = 1; horizon <= 5; horizon++) {
      double bound = means[horizon - 1] + NORMAL_95 * sigma * model.errorGrowth(horizon);
      assertEquals(upper[horizon - 1], bound, 1e-4 * bound);
    }
  }

  @Test
  void takesOutASeasonOnlyIfItIsSignificantAndThereAreTwoSeasonsOfIt() {
    TimeSeries passengers = ClassicSeries.named("AirPassengers");
    assertEquals("theta with multiplicative season", family.fit(passengers).form());
    assertEquals("theta", family.fit(passengers.withPeriod(1)).form());
    assertEquals("theta", family.fit(passengers.first(24)).form());
    TimeSeries shifted = passengers.map(y -> y - 300);
    assertEquals("theta with additive season", family.fit(shifted).form());
    assertEquals("theta", family.fit(TimeSeries.of(noise(50, 1)).withPeriod(7)).form());
  }

  @Test
  void repeatsASeasonThatRepeatsItself() {
    double[] season = {3, 9, 1, 7, 20};
    double[] window = IntStream.range(0, 42).mapToDouble(t -> season[t % 5]).toArray();
    double[] next = {1, 7, 20, 3, 9, 1};
    for (int missing : new int[] {-1, 17}) {
      if (missing >= 0) {
        window[missing] = Double.NaN;
      }
      TimeSeries series = TimeSeries.of(window).withPeriod(5);
      assertArrayEquals(next, family.fit(series).forecast(series.expected(6)), 0.3);
      TimeSeries lower = series.map(y -> y - 10);
      double[] shifted = Arrays.stream(next).map(y -> y - 10).toArray();
      assertArrayEquals(shifted, family.fit(lower).forecast(series.expected(6)), 0.3);
    }
  }

  @Test
  void leavesOutASeasonThatWasNeverObservedWhole() {
    double[] window = IntStream.range(0, 60).mapToDouble(t -> 1 + t % 5).toArray();
    for (int t = 3; t < 60; t += 5) {
      window[t] = Double.NaN;
    }
    assertEquals("theta", family.fit(TimeSeries.of(window).withPeriod(5)).form());
  }

  @Test
  void forecastsAConstantByItself() {
    for (double constant : new double[] {0, -3, 0.1, 1e12}) {
      double[] window = new double[30];
      Arrays.fill(window, constant);
      for (int length = 4; length <= 30; length++) {
        TimeSeries series = TimeSeries.of(window).first(length).withPeriod(4);
        double[] forecasts = family.fit(series).forecast(series.expected(2));
        assertArrayEquals(
            new double[] {constant, constant}, forecasts, 1e-12 * Math.abs(constant) + 1e-300);
      }
    }
  }

  @Test
  void isFiniteAtEveryLengthAndSize() {
    Random random = new Random(1);
    for (int length = 4; length <= 45; length++) {
      for (double size : new double[] {1e-9, 1, 1e12}) {
        double[] window = random.doubles(length).map(y -> size * Math.rint(3 * y)).toArray();
        TimeSeries series = TimeSeries.of(window).withPeriod(1 + length % 5);
        ThetaModel model = family.fit(series).update(new Occasion(0), 0);
        double[] forecasts = model.forecast(series.expected(30));
        assertTrue(Arrays.stream(forecasts).allMatch(Double::isFinite), model::toString);
      }
    }
  }

  @Test
  void theFitIsEquivariantUnderShiftAndScale() {
    for (int trial = 0; trial < 20; trial++) {
      TimeSeries window = TimeSeries.of(noise(8 + 5 * trial, trial)).withPeriod(1 + trial % 4);
      double scale = Math.exp(trial - 10);
      double shift = 100 * scale * (trial % 3 - 1);
      double expected = shift + scale * next(family.fit(window));
      double actual = next(family.fit(window.map(y -> shift + scale * y)));
      assertEquals(expected, actual, 1e-5 * scale);
    }
  }

  @Test
  void updatingEqualsFilteringTheLongerSeries() {
    TimeSeries all = ClassicSeries.named("AirPassengers").map(y -> y == 180 ? Double.NaN : y);
    ThetaModel model = family.fit(all.first(100));
    ThetaModel updated = model;
    double level = model.level();
    double lag = model.lag();
    for (int t = 100; t < 144; t++) {
      double value = t == 120 ? Double.NaN : all.value(t);
      double index = model.season().get((t - 100) % 12);
      updated = updated.update(all.occasion(t), value);
      level += t == 120 ? 0 : model.alpha() * (value / index - level);
      lag = t == 120 ? lag + 1 : 1 + (1 - model.alpha()) * lag;
    }
    double next = (level + model.drift() * lag) * model.season().get(44 % 12);
    assertEquals(next, updated.forecast(all.expected(1))[0], 1e-9);
  }

  /** With nothing missing, the closed form of Hyndman and Billah. */
  @Test
  void theLagOfTheLevelIsThatOfTheClosedForm() {
    ThetaModel model = family.fit(ClassicSeries.named("Nile"));
    double closed = (1 - Math.pow(1 - model.alpha(), 100)) / model.alpha();
    assertEquals(closed, model.lag(), 1e-12);
    assertEquals(SeasonType.NONE, model.seasonType());
    assertEquals(List.of(), model.season());
  }

  @Test
  void aMissingValueLetsTheLevelLag() {
    double[] line = IntStream.range(0, 30).mapToDouble(t -> 5 + 3 * t).toArray();
    ThetaModel model = family.fit(TimeSeries.of(line));
    ThetaModel after = model.update(new Occasion(0), Double.NaN);
    assertEquals(model.forecast(TimeSeries.of().expected(2))[1], next(after), 1e-12);
  }

  private static double[] noise(int length, long seed) {
    return new Random(seed).doubles(length).map(y -> y - 0.5).toArray();
  }

  private static double next(ThetaModel model) {
    return model.forecast(TimeSeries.of().expected(1))[0];
  }
}
