package org.updateall.modeling.model.trees;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.ClassicSeries;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What both families of trees promise. */
abstract class TreeFamilyContract {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private final ModelFamily family = family();

  abstract ModelFamily family();

  abstract Map<String, Double> importance(FittedModel model);

  private static List<Occasion> next(TimeSeries window, int horizon) {
    return window.expected(horizon);
  }

  private static double[] forecast(FittedModel model, TimeSeries window, int horizon) {
    return model.forecast(next(window, horizon));
  }

  private static TimeSeries withMissing(TimeSeries window, int... places) {
    double[] values = window.values();
    Arrays.stream(places).forEach(place -> values[place] = Double.NaN);
    return new TimeSeries(values, window.occasions(), new BitSet(), 1);
  }

  @Test
  void refusesTooFewObservedValues() {
    int min = family.minObservations();
    TimeSeries enough = Windows.wandering(min, 1);
    assertEquals(3, forecast(family.fit(enough), enough, 3).length);
    assertThrows(IllegalArgumentException.class, () -> family.fit(withMissing(enough, min / 2)));
    assertThrows(IllegalArgumentException.class, () -> family.fit(TimeSeries.of()));
  }

  @Test
  void forecastsAConstantByItself() {
    for (double constant : new double[] {0, 7.25, 1e12, 1e-9, -3}) {
      double[] values = new double[80];
      Arrays.fill(values, constant);
      TimeSeries window = TimeSeries.of(values);
      double[] expected = {constant, constant};
      assertArrayEquals(expected, forecast(family.fit(window), window, 2));
    }
  }

  @Test
  void isFiniteWhateverTheSizeOfTheValues() {
    Random random = new Random(8);
    for (double size : new double[] {1e12, 1e-9, 1e-300, 1e150}) {
      for (int kinds : new int[] {2, 3, 1_000}) {
        double[] values = random.ints(90, 0, kinds).mapToDouble(k -> size * k).toArray();
        TimeSeries window = TimeSeries.of(values);
        double[] forecasts = forecast(family.fit(window), window, 20);
        assertTrue(Arrays.stream(forecasts).allMatch(Double::isFinite));
        assertTrue(Arrays.stream(forecasts).allMatch(f -> Math.abs(f) <= 10 * size * kinds));
      }
    }
  }

  @Test
  void isFiniteAfterOneValueFarBeyondTheOthers() {
    double[] values = Windows.wandering(120, 2).values();
    values[60] = 1e12;
    TimeSeries window = TimeSeries.of(values);
    FittedModel model = family.fit(window).update(next(window, 1).get(0), 1e15);
    assertTrue(Arrays.stream(forecast(model, window, 5)).allMatch(Double::isFinite));
    double[] undisturbed = Windows.wandering(120, 2).values();
    double[] range = Arrays.stream(undisturbed).sorted().toArray();
    for (double value : forecast(family.fit(window), window, 5)) {
      assertTrue(value > range[0] - 20 && value < range[119] + 20, "forecast: " + value);
    }
  }

  @Test
  void isShiftedAndScaledAsTheSeriesIs() {
    for (long seed = 1; seed <= 5; seed++) {
      TimeSeries window = Windows.wandering(150, seed);
      double[] plain = forecast(family.fit(window), window, 4);
      for (double[] map : new double[][] {{1_000, 1}, {0, 1e6}, {-5, 1e-6}, {300, 7.3}}) {
        TimeSeries mapped = window.map(value -> map[0] + map[1] * value);
        double[] expected = Arrays.stream(plain).map(value -> map[0] + map[1] * value).toArray();
        double tolerance = 1e-6 * map[1] * 50 + 1e-9 * Math.abs(map[0]);
        assertArrayEquals(expected, forecast(family.fit(mapped), mapped, 4), tolerance);
      }
    }
  }

  @Test
  void isShiftedAndScaledWhereValuesAreTied() {
    double[] values = new Random(6).ints(200, 0, 4).asDoubleStream().toArray();
    TimeSeries window = TimeSeries.of(values);
    TimeSeries mapped = window.map(value -> 0.1 + 0.3 * value);
    double[] expected =
        Arrays.stream(forecast(family.fit(window), window, 4)).map(f -> 0.1 + 0.3 * f).toArray();
    assertArrayEquals(expected, forecast(family.fit(mapped), mapped, 4), 1e-6);
  }

  @Test
  void givesTheSameModelForTheSameWindowOnAnyThread() {
    TimeSeries window = Windows.withCovariates(160, 2, 3);
    FittedModel model = family.fit(window);
    List<FittedModel> others =
        IntStream.range(0, 8).parallel().mapToObj(i -> family().fit(window)).toList();
    others.forEach(other -> assertEquals(model, other));
  }

  @Test
  void learnsWhatACovariateSays() {
    TimeSeries window = Windows.withCovariates(250, 3, 4);
    FittedModel model = family.fit(window);
    double time = window.occasion(249).time() + Windows.DAY;
    double low = model.forecast(List.of(new Occasion(time, 1, 5, 5)))[0];
    double high = model.forecast(List.of(new Occasion(time, 9, 5, 5)))[0];
    assertTrue(high - low > 15, low + " and " + high);
    assertTrue(high < 80 && low > 10);
    assertEquals("covariate 1", importance(model).keySet().iterator().next());
    double unknown = model.forecast(List.of(new Occasion(time, Double.NaN, 5, 5)))[0];
    assertTrue(Double.isFinite(unknown));
  }

  @Test
  void learnsFromTheAbsenceOfACovariate() {
    Random random = new Random(5);
    List<Occasion> occasions = new ArrayList<>();
    double[] values = new double[200];
    for (int i = 0; i < values.length; i++) {
      boolean absent = random.nextInt(3) == 0;
      occasions.add(new Occasion(i * Windows.DAY, absent ? Double.NaN : random.nextDouble()));
      values[i] = (absent ? 100 : 20) + random.nextGaussian();
    }
    FittedModel model = family.fit(new TimeSeries(values, occasions, new BitSet(), 1));
    double time = 200 * Windows.DAY;
    double absent = model.forecast(List.of(new Occasion(time, Double.NaN)))[0];
    double present = model.forecast(List.of(new Occasion(time, 0.5)))[0];
    assertTrue(absent - present > 50, absent + " and " + present);
  }

  @Test
  void beatsTheLastValueWhereWeekdaysDiffer() {
    Random random = new Random(7);
    double[] values = new double[260];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 7 < 2 ? 80 : 20) + random.nextGaussian();
    }
    TimeSeries whole = TimeSeries.of(values);
    FittedModel model = family.fit(whole.first(200));
    double error = 0;
    double ofLast = 0;
    for (int i = 200; i < 260; i++) {
      error += Math.abs(values[i] - model.forecast(List.of(whole.occasion(i)))[0]);
      ofLast += Math.abs(values[i] - values[i - 1]);
      model = model.update(whole.occasion(i), values[i]);
    }
    assertTrue(error < 0.5 * ofLast, error + " of " + ofLast);
  }

  @Test
  void takesCensoredValuesForMissing() {
    TimeSeries window = Windows.wandering(130, 9);
    BitSet censored = new BitSet();
    censored.set(10);
    censored.set(77);
    TimeSeries cut = new TimeSeries(window.values(), window.occasions(), censored, 1);
    assertEquals(family.fit(withMissing(window, 10, 77)), family.fit(cut));
  }

  @Test
  void leavesOutWhatIsMissingBeforeTheFirstValue() {
    TimeSeries window = Windows.wandering(130, 10);
    FittedModel model = family.fit(withMissing(window, 0, 1, 2));
    assertEquals(family.fit(window.last(127)), model);
  }

  @Test
  void goesOnWithFrozenParametersAsOverTheLongerSeries() {
    TimeSeries whole = Windows.withCovariates(220, 1, 11);
    TimeSeries longer = withMissing(whole, 150, 217);
    FittedModel model = family.fit(longer.first(200));
    Past past = Past.startingWith(longer.occasion(0), longer.value(0));
    for (int i = 1; i < 220; i++) {
      past.add(longer.occasion(i), longer.value(i));
      model = i < 200 ? model : model.update(longer.occasion(i), longer.value(i));
    }
    assertEquals(past.recent(), past(model));
    assertEquals(family.fit(longer.first(200)).form(), model.form());
  }

  abstract RecentPast past(FittedModel model);

  @Test
  void forecastsSeveralStepsByTakingEachForThePastOfTheNext() {
    TimeSeries window = ClassicSeries.named("lynx");
    FittedModel model = family.fit(window);
    List<Occasion> future = next(window, 6);
    double[] forecasts = model.forecast(future);
    for (int step = 0; step < 6; step++) {
      assertEquals(model.forecast(List.of(future.get(step)))[0], forecasts[step], 1e-9);
      model = model.update(future.get(step), forecasts[step]);
    }
  }

  @Test
  void isKeptAsShortJsonThatForecastsTheSame() {
    TimeSeries longest = Windows.withCovariates(family.maxWindow(), 4, 12);
    TimeSeries missing = withMissing(Windows.wandering(99, 13), 3, 98);
    double[] constant = new double[60];
    for (TimeSeries window : List.of(longest, missing, TimeSeries.of(constant))) {
      FittedModel model = family.fit(window);
      String json = MAPPER.writeValueAsString(model);
      FittedModel read = MAPPER.readValue(json, model.getClass());
      assertEquals(model, read);
      assertArrayEquals(forecast(model, window, 10), forecast(read, window, 10));
      assertTrue(json.length() < 40_000, "bytes: " + json.length());
    }
  }

  @Test
  void tellsNobodysLogAnything() {
    List<String> heard = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            heard.add(entry.getLoggerName() + ": " + entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try {
      family.fit(Windows.wandering(100, 14));
    } finally {
      root.removeHandler(handler);
    }
    assertEquals(List.of(), heard);
  }

  @Test
  void learnsFromNoMoreThanTheNewestValues() {
    int max = family.maxWindow();
    TimeSeries longer = Windows.withCovariates(max + 300, 1, 15);
    double[] values = longer.values();
    Arrays.fill(values, 0, 200, 1e6);
    TimeSeries broken = new TimeSeries(values, longer.occasions(), new BitSet(), 1);
    double[] forecasts = forecast(family.fit(broken), broken, 3);
    double[] expected = forecast(family.fit(longer), longer, 3);
    assertArrayEquals(expected, forecasts, 2.5);
    double[] sparse = new double[40_000];
    Arrays.fill(sparse, Double.NaN);
    for (int i = 0; i < sparse.length; i += 400) {
      sparse[i] = i % 1_200;
    }
    assertEquals(2, forecast(family.fit(TimeSeries.of(sparse)), TimeSeries.of(sparse), 2).length);
  }

  @Test
  void fitsTheClassics() {
    for (String name : List.of("Nile", "lynx", "WWWusage", "AirPassengers", "wineind")) {
      TimeSeries window = ClassicSeries.named(name);
      double[] forecasts = forecast(family.fit(window), window, 12);
      double least = Arrays.stream(window.values()).min().orElseThrow();
      double greatest = Arrays.stream(window.values()).max().orElseThrow();
      double range = greatest - least;
      for (double value : forecasts) {
        assertTrue(value > least - range && value < greatest + range, name + ": " + value);
      }
    }
  }
}
