package org.updateall.modeling.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.modeling.model.ClassicSeries;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

final class NLinearTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private static final String SOUND =
      """
      {"steps":[{"coefficients":[0.5,-0.25],"lambda":0.0,"squaredError":4.0},
                {"coefficients":[0.25,0.5],"lambda":1.0,"squaredError":9.0}],
       "last":[8.0,4.0,6.0],"lowest":2.0,"highest":10.0,"observations":100}
      """;

  private final NLinear family = new NLinear();

  @Test
  void isOfferedFromAHundredObservationsOnAndTheShortOneFromForty() {
    assertEquals("nlinear", family.name());
    assertEquals(100, family.minObservations());
    assertEquals(800, family.maxWindow());
    assertEquals("nlinear_short", NLinear.ofFewLags().name());
    assertEquals(40, NLinear.ofFewLags().minObservations());
  }

  @Test
  void looksAtNoMoreThanASixthOfTheObservations() {
    Random random = new Random(1);
    TimeSeries noise = series(160, t -> random.nextGaussian());
    assertEquals(16, family.fit(noise.first(100)).last().size());
    assertEquals(24, family.fit(noise).last().size());
    assertEquals(6, NLinear.ofFewLags().fit(noise.first(40)).last().size());
    assertEquals(8, NLinear.ofFewLags().fit(noise).last().size());
  }

  @Test
  void refusesFewerObservedValues() {
    double[] values = IntStream.range(0, 101).mapToDouble(i -> i % 3).toArray();
    values[50] = Double.NaN;
    TimeSeries hundred = TimeSeries.of(values);
    assertEquals(101, family.fit(hundred).observations());
    BitSet censored = new BitSet();
    censored.set(3);
    TimeSeries fewer = new TimeSeries(values, hundred.occasions(), censored, 1);
    assertThrows(IllegalArgumentException.class, () -> family.fit(fewer));
    assertThrows(IllegalArgumentException.class, () -> family.fit(TimeSeries.of()));
  }

  @Test
  void refusesSettingsWithWhichNothingCouldBeEstimated() {
    assertThrows(IllegalArgumentException.class, () -> new NLinear("few", 1, 100));
    assertThrows(IllegalArgumentException.class, () -> new NLinear("early", 8, 18));
    assertEquals(3, new NLinear("least", 8, 19).fit(series(19, t -> t % 2)).last().size());
  }

  @Test
  void recoversAnAutoregressionWithoutNoise() {
    double[] values = new double[140];
    values[0] = 3;
    values[1] = -1;
    for (int t = 2; t < values.length; t++) {
      values[t] = 5 + 1.6 * values[t - 1] - 0.99 * values[t - 2];
    }
    for (ModelFamily each : new ModelFamily[] {family, NLinear.ofFewLags()}) {
      TimeSeries past = TimeSeries.of(values).first(110);
      double[] forecasts = each.fit(past).forecast(past.expected(30));
      assertArrayEquals(Arrays.copyOfRange(values, 110, 140), forecasts, 1e-6);
    }
  }

  @Test
  void withoutARidgeItIsOrdinaryLeastSquares() {
    Random random = new Random(2);
    double[] values = new double[200];
    for (int t = 1; t < values.length; t++) {
      values[t] = 0.8 * values[t - 1] + random.nextGaussian();
    }
    NLinearModel model = new NLinear("three", 3, 40).fit(TimeSeries.of(values));
    for (int ahead = 1; ahead <= 7; ahead++) {
      RidgeRegression.Target unridged = target(values, 3, ahead);
      assertArrayEquals(leastSquares(values, ahead), unridged.coefficients(0), 1e-10);
      DirectStep step = model.steps().get(ahead - 1);
      assertArrayEquals(
          unridged.coefficients(step.lambda()),
          step.coefficients().stream().mapToDouble(Double::doubleValue).toArray(),
          1e-12);
      assertEquals(unridged.crossValidation(step.lambda()), step.squaredError(), 1e-12);
    }
  }

  @Test
  void forecastsWhatHasNoPatternByTheLastValues() {
    Random random = new Random(3);
    TimeSeries noise = series(400, t -> 100 + random.nextGaussian());
    double[] forecasts = family.fit(noise).forecast(noise.expected(40));
    assertTrue(Arrays.stream(forecasts).allMatch(f -> Math.abs(f - 100) < 1.5));
  }

  @Test
  void followsASeasonOfManySteps() {
    IntToDoubleFunction season = t -> 50 + 10 * (t % 7 == 0 ? 1 : 0) + 3 * (t % 3);
    TimeSeries past = series(210, season);
    double[] forecasts = family.fit(past).forecast(past.expected(21));
    assertArrayEquals(IntStream.range(210, 231).mapToDouble(season).toArray(), forecasts, 1e-6);
  }

  @Test
  void missingValuesCountAsThoseBeforeAndAreNoTargets() {
    Random random = new Random(4);
    double[] values = IntStream.range(0, 200).mapToDouble(t -> random.nextGaussian()).toArray();
    double[] gaps = values.clone();
    BitSet censored = new BitSet();
    for (int t = 0; t < 200; t += 9) {
      gaps[t] = Double.NaN;
    }
    censored.set(100);
    TimeSeries series = new TimeSeries(gaps, TimeSeries.of(values).occasions(), censored, 1);
    NLinearModel model = family.fit(series);
    gaps[100] = Double.NaN;
    assertEquals(family.fit(TimeSeries.of(gaps)), model);
    assertEquals(gaps[197], model.last().get(model.last().size() - 2));
    assertEquals(gaps[197], model.last().get(model.last().size() - 3));
  }

  @Test
  void whatIsMissingAtTheBeginningIsLeftOut() {
    Random random = new Random(5);
    double[] values = random.doubles(150).toArray();
    double[] later = new double[160];
    Arrays.fill(later, Double.NaN);
    System.arraycopy(values, 0, later, 10, 150);
    NLinearModel expected = family.fit(TimeSeries.of(values));
    NLinearModel model = family.fit(TimeSeries.of(later));
    assertEquals(expected.steps(), model.steps());
    assertEquals(expected.last(), model.last());
  }

  @Test
  void forecastsAConstantByItself() {
    for (double constant : new double[] {0, 0.1, -42, 1e12, 1e-9}) {
      TimeSeries series = series(120, t -> constant);
      NLinearModel model = family.fit(series);
      double[] expected = new double[20];
      Arrays.fill(expected, constant);
      assertArrayEquals(expected, model.forecast(series.expected(20)), 0);
      assertEquals(2, model.errorGrowth(4));
    }
  }

  @Test
  void isFiniteForEverySizeAndManyShapes() {
    Random random = new Random(6);
    for (double size : new double[] {1e-9, 1, 1e12}) {
      for (int length : new int[] {100, 101, 150, 800}) {
        assertFinite(series(length, t -> size * random.nextDouble()));
        assertFinite(series(length, t -> t == 70 ? size : 0));
        assertFinite(series(length, t -> size * (1e6 + random.nextInt(2))));
        assertFinite(series(length, t -> size * Math.exp(t / 20.0)));
        assertFinite(series(length, t -> t % 3 == 0 ? Double.NaN : size * t).first(length));
      }
    }
  }

  @Test
  void noForecastIsFartherOutsideThanTheValuesAreApart() {
    TimeSeries growing = series(120, t -> Math.exp(t / 10.0));
    NLinearModel model = family.fit(growing);
    double[] forecasts = model.forecast(growing.expected(500));
    double most = 2 * model.highest() - model.lowest();
    assertTrue(Arrays.stream(forecasts).allMatch(f -> f <= most));
    assertEquals(most, forecasts[499], 1e-6 * most);
  }

  @Test
  void theFitIsEquivariantUnderShiftAndScale() {
    Random random = new Random(7);
    for (int trial = 0; trial < 20; trial++) {
      TimeSeries series = walk(random, 100 + 10 * trial);
      double scale = Math.exp(8 * random.nextGaussian());
      double shift = scale * 100 * random.nextGaussian();
      double[] expected = family.fit(series).forecast(series.expected(9));
      double[] moved = family.fit(series.map(y -> shift + scale * y)).forecast(series.expected(9));
      for (int step = 0; step < 9; step++) {
        assertEquals(shift + scale * expected[step], moved[step], 1e-6 * scale);
      }
    }
  }

  @Test
  void anUpdateIsAsIfTheValueHadStoodInTheWindow() {
    Random random = new Random(8);
    TimeSeries whole = walk(random, 140);
    FittedModel model = family.fit(whole.first(120));
    for (int t = 120; t < 140; t++) {
      model = model.update(whole.occasion(t), t == 130 ? Double.NaN : whole.value(t));
    }
    double[] last = whole.last(20).values();
    last[10] = last[9];
    NLinearModel updated = (NLinearModel) model;
    assertEquals(140, updated.observations());
    assertArrayEquals(last, updated.last().stream().mapToDouble(Double::doubleValue).toArray());
    double[] seen = whole.values();
    seen[130] = seen[129];
    assertEquals(Arrays.stream(seen).min().orElseThrow(), updated.lowest());
    assertEquals(Arrays.stream(seen).max().orElseThrow(), updated.highest());
    assertEquals(updated.steps(), family.fit(whole.first(120)).steps());
  }

  @Test
  void theSameWindowGivesTheSameModel() {
    TimeSeries series = ClassicSeries.named("wineind");
    assertEquals(family.fit(series), new NLinear().fit(series));
  }

  @Test
  void forecastsTheNextStepsFromTheLastValuesAndThoseBeyondFromForecasts() {
    double first = 6 + 0.5 * 2 - 0.25 * -2;
    double second = 6 + 0.25 * 2 + 0.5 * -2;
    double third = second + 0.5 * (6 - second) - 0.25 * (first - second);
    double fourth = second + 0.25 * (6 - second) + 0.5 * (first - second);
    assertArrayEquals(
        new double[] {first, second, third, fourth},
        read(SOUND).forecast(TimeSeries.of().expected(4)),
        1e-12);
    assertEquals("3 lags, ridge 0.0", read(SOUND).form());
  }

  @Test
  void blocksLongerThanTheWindowAreForecastToo() {
    DirectStep step = new DirectStep(List.of(0.5), 0, 1);
    NLinearModel model =
        new NLinearModel(List.of(step, step, step), List.of(0.0, 4.0), -100, 100, 9);
    assertArrayEquals(
        new double[] {2, 2, 2, 2, 2, 2, 2}, model.forecast(TimeSeries.of().expected(7)), 1e-12);
  }

  @Test
  void errorsGrowAsThoseOfTheStepsAndThenAsThoseOfARandomWalk() {
    NLinearModel model = read(SOUND);
    assertEquals(1, model.errorGrowth(1));
    assertEquals(1.5, model.errorGrowth(2));
    assertEquals(1.5 * Math.sqrt(2), model.errorGrowth(4), 1e-12);
    NLinearModel shrinking = read(SOUND.replace("9.0", "1.0"));
    assertEquals(1, shrinking.errorGrowth(2));
  }

  @Test
  void whatIsWrittenForecastsTheSameWhenRead() {
    TimeSeries series = walk(new Random(9), 300);
    NLinearModel model = family.fit(series);
    NLinearModel read = read(MAPPER.writeValueAsString(model));
    assertEquals(model, read);
    assertArrayEquals(model.forecast(series.expected(20)), read.forecast(series.expected(20)), 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[8.0,4.0,6.0]|[8.0,4.0]",
        "[8.0,4.0,6.0]|[8.0,null,6.0]",
        "[8.0,4.0,6.0]|[8.0,\"NaN\",6.0]",
        "[8.0,4.0,6.0]|[]",
        "[8.0,4.0,6.0]|null",
        "[0.5,-0.25]|[0.5]",
        "[0.5,-0.25]|[0.5,\"Infinity\"]",
        "[0.5,-0.25]|null",
        "\"lambda\":0.0|\"lambda\":-1",
        "\"lambda\":0.0|\"lambda\":\"Infinity\"",
        "\"squaredError\":4.0|\"squaredError\":-1",
        "\"squaredError\":4.0|\"squaredError\":\"NaN\"",
        "\"lowest\":2.0|\"lowest\":\"NaN\"",
        "\"lowest\":2.0|\"lowest\":11",
        "\"highest\":10.0|\"highest\":\"Infinity\"",
        "\"observations\":100|\"observations\":-1",
        "\"observations\":100|\"observations\":100,\"more\":1",
        "\"lowest\":2.0,|''",
      })
  void aDamagedModelIsRefused(String sound, String damaged) {
    assertTrue(SOUND.contains(sound));
    assertThrows(JacksonException.class, () -> read(SOUND.replace(sound, damaged)));
  }

  @Test
  void aModelWithoutStepsIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new NLinearModel(List.of(), List.of(1.0), 1, 1, 1));
  }

  private void assertFinite(TimeSeries series) {
    ModelFamily each = series.size() < 150 ? NLinear.ofFewLags() : family;
    FittedModel model = each.fit(series);
    double[] forecasts = model.forecast(series.expected(1000));
    assertTrue(Arrays.stream(forecasts).allMatch(Double::isFinite), model::toString);
    assertTrue(Double.isFinite(model.errorGrowth(30)));
  }

  private static RidgeRegression.Target target(double[] values, int lags, int ahead) {
    double[][] gram = new double[lags - 1][lags - 1];
    double[] products = new double[lags - 1];
    double square = 0;
    int rows = 0;
    for (int t = lags - 1; t + ahead < values.length; t++) {
      double goal = values[t + ahead] - values[t];
      square += goal * goal;
      rows++;
      for (int i = 0; i < lags - 1; i++) {
        double column = values[t - lags + 1 + i] - values[t];
        products[i] += column * goal;
        for (int j = 0; j < lags - 1; j++) {
          gram[i][j] += column * (values[t - lags + 1 + j] - values[t]);
        }
      }
    }
    return new RidgeRegression(gram, rows).target(products, square);
  }

  /** Of what comes so many steps after the last of three values, less the last, on the others. */
  private static double[] leastSquares(double[] values, int ahead) {
    int rows = values.length - 2 - ahead;
    double[][] columns = new double[rows][];
    double[] target = new double[rows];
    for (int t = 2; t + ahead < values.length; t++) {
      columns[t - 2] = new double[] {values[t - 2] - values[t], values[t - 1] - values[t]};
      target[t - 2] = values[t + ahead] - values[t];
    }
    OLSMultipleLinearRegression least = new OLSMultipleLinearRegression();
    least.setNoIntercept(true);
    least.newSampleData(target, columns);
    return least.estimateRegressionParameters();
  }

  private static TimeSeries series(int count, IntToDoubleFunction value) {
    return TimeSeries.of(IntStream.range(0, count).mapToDouble(value).toArray());
  }

  private static TimeSeries walk(Random random, int count) {
    double[] level = {50};
    return series(
        count,
        t -> {
          level[0] += random.nextGaussian();
          return level[0] + random.nextGaussian();
        });
  }

  private static NLinearModel read(String json) {
    return MAPPER.readValue(json, NLinearModel.class);
  }
}
