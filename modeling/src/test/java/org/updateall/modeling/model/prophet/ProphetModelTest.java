package org.updateall.modeling.model.prophet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

final class ProphetModelTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private static final String SOUND =
      """
      {"times":{"origin":1000.0,"unit":200.0},"values":{"origin":3.0,"unit":2.0},
       "trend":{"rate":1.0,"offset":0.5,
         "changepoints":[{"at":0.25,"rateChange":4.0},{"at":0.5,"rateChange":-2.0}],
         "candidates":10},
       "seasons":[{"seasonality":"WEEKLY","coefficients":[0.0,0.0,0.0,0.0,0.0,0.0]}],
       "regressors":[{"scale":{"origin":7.0,"unit":5.0},"mean":0.125,"coefficient":8.0}],
       "sigma":0.25,"step":0.5,"observations":40}
      """;

  @Test
  void addsUpItsParts() {
    double[] forecasts =
        read(SOUND)
            .forecast(List.of(new Occasion(1100, 12), new Occasion(1200), new Occasion(900)));
    double half = 0.5 + 0.5 + 4 * 0.25;
    double end = 0.5 + 1 + 4 * 0.75 - 2 * 0.5;
    double before = 0.5 - 0.5;
    assertArrayEquals(
        new double[] {3 + 2 * (half + 8), 3 + 2 * (end + 1), 3 + 2 * (before + 1)}, forecasts, 0);
  }

  @Test
  void whatIsWrittenForecastsTheSameWhenRead() {
    Random random = new Random(1);
    List<Occasion> occasions =
        IntStream.range(0, 300)
            .mapToObj(i -> new Occasion(20_000.0 * i, random.nextInt(2), random.nextGaussian()))
            .toList();
    double[] values = random.doubles(300).toArray();
    TimeSeries series = new TimeSeries(values, occasions, new BitSet(), 1);
    ProphetModel model = new Prophet().fit(series);
    ProphetModel read = read(MAPPER.writeValueAsString(model));
    assertEquals(model, read);
    assertArrayEquals(model.forecast(series.expected(20)), read.forecast(series.expected(20)), 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"unit\":200.0|\"unit\":0.0",
        "\"unit\":2.0|\"unit\":-1.0",
        "\"unit\":2.0|\"unit\":\"Infinity\"",
        "\"origin\":1000.0|\"origin\":\"NaN\"",
        "\"times\":{\"origin\":1000.0,\"unit\":200.0}|\"times\":null",
        "\"values\":{\"origin\":3.0,\"unit\":2.0}|\"values\":null",
        "\"rate\":1.0|\"rate\":\"NaN\"",
        "\"offset\":0.5|\"offset\":\"NaN\"",
        "\"at\":0.25|\"at\":\"NaN\"",
        "\"rateChange\":4.0|\"rateChange\":\"Infinity\"",
        "\"candidates\":10|\"candidates\":1",
        "{\"at\":0.25,\"rateChange\":4.0}|null",
        "\"WEEKLY\"|\"DAILY\"",
        "\"WEEKLY\"|null",
        "\"WEEKLY\"|\"LUNAR\"",
        "[0.0,0.0,0.0|[0.0,null,0.0",
        "[0.0,0.0,0.0|[0.0,\"NaN\",0.0",
        "[0.0,0.0,0.0|[0.0,0.0",
        "\"scale\":{\"origin\":7.0,\"unit\":5.0}|\"scale\":null",
        "\"mean\":0.125|\"mean\":\"NaN\"",
        "\"coefficient\":8.0|\"coefficient\":\"NaN\"",
        "\"sigma\":0.25|\"sigma\":-0.25",
        "\"sigma\":0.25|\"sigma\":\"NaN\"",
        "\"sigma\":0.25|\"sigma\":\"Infinity\"",
        "\"step\":0.5|\"step\":0",
        "\"step\":0.5|\"step\":\"Infinity\"",
        "\"observations\":40|\"observations\":-1",
        "\"observations\":40|\"observations\":40,\"more\":1",
        "\"sigma\":0.25,|''",
      })
  void aDamagedModelIsRefused(String sound, String damaged) {
    assertTrue(SOUND.contains(sound));
    assertThrows(JacksonException.class, () -> read(SOUND.replace(sound, damaged)));
  }

  @Test
  void aDamagedModelIsRefusedWithItsFieldAndValue() {
    LinearScale scale = new LinearScale(0, 1);
    PiecewiseTrend trend = new PiecewiseTrend(1, 0, List.of(), 0);
    Throwable refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ProphetModel(scale, scale, trend, List.of(), List.of(), -0.5, 1, 1));
    assertEquals("sigma is not allowed: -0.5", refusal.getMessage());
  }

  /** 2 λ² S (T - 1)³ / 3 with λ = (4 + 2) / 10 and S = 10, on values in units of 2. */
  @Test
  void theTrendsVarianceIsThatOfChangesToCome() {
    ProphetModel model = read(SOUND);
    assertEquals(0, model.trendVariance(1150));
    assertEquals(0, model.trendVariance(1200));
    assertEquals(4 * 2 * 0.36 * 10 / 3, model.trendVariance(1400), 1e-6);
    assertEquals(4 * 2 * 0.36 * 10 / 3 * 8, model.trendVariance(1600), 1e-5);
  }

  @Test
  void errorsGrowWithTheTrendsVariance() {
    ProphetModel model = read(SOUND);
    assertEquals(1, model.errorGrowth(1));
    double one = 0.0625 + 2 * 0.36 * 10 * 0.125 / 3;
    double four = 0.0625 + 2 * 0.36 * 10 * 8 / 3;
    assertEquals(Math.sqrt(four / one), model.errorGrowth(4), 1e-6);
  }

  @Test
  void samplesHaveTheMeanAndTheVarianceOfTheForecast() {
    ProphetModel model = read(SOUND);
    for (double time : new double[] {1100, 1200, 1300, 1500}) {
      Occasion occasion = new Occasion(time, 9);
      double[] samples = model.samples(occasion, 40_000);
      double mean = Arrays.stream(samples).average().orElseThrow();
      double variance =
          Arrays.stream(samples).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
      double expected = 4 * 0.0625 + model.trendVariance(time);
      assertEquals(expected, variance, 0.06 * expected);
      assertEquals(
          model.forecast(List.of(occasion))[0], mean, 4 * Math.sqrt(expected / samples.length));
    }
  }

  @Test
  void samplesAreTheSameEveryTime() {
    Occasion occasion = new Occasion(1500, 9);
    assertArrayEquals(read(SOUND).samples(occasion, 50), read(SOUND).samples(occasion, 50), 0);
  }

  @Test
  void quantilesAreThoseOfTheNoiseWithinTheWindow() {
    ProphetModel model = read(SOUND);
    Occasion occasion = new Occasion(1100, 9);
    double centre = model.forecast(List.of(occasion))[0];
    double[] quantiles = model.quantiles(occasion, new double[] {0.05, 0.5, 0.95}, 20_000);
    assertArrayEquals(
        new double[] {centre - 1.645 * 0.5, centre, centre + 1.645 * 0.5}, quantiles, 0.03);
  }

  @Test
  void quantilesReachFromTheLeastSampleToTheGreatest() {
    ProphetModel model = read(SOUND);
    Occasion occasion = new Occasion(1500, 9);
    double[] sorted = Arrays.stream(model.samples(occasion, 9)).sorted().toArray();
    assertArrayEquals(
        new double[] {sorted[0], sorted[4], (sorted[6] + sorted[7]) / 2, sorted[8]},
        model.quantiles(occasion, new double[] {0, 0.5, 0.8125, 1}, 9),
        1e-12);
  }

  @Test
  void aTrendWithoutCandidatesIsStraightForEver() {
    PiecewiseTrend trend = new PiecewiseTrend(1, 0, List.of(), 0);
    LinearScale scale = new LinearScale(0, 1);
    ProphetModel model = new ProphetModel(scale, scale, trend, List.of(), List.of(), 0, 1, 1);
    assertEquals(0, model.trendVariance(9));
    assertArrayEquals(new double[] {9, 9}, model.samples(new Occasion(9), 2), 0);
    assertEquals(Math.sqrt(5), model.errorGrowth(5));
    assertEquals("trend with 0 changepoints, 0 covariates", model.form());
  }

  private static ProphetModel read(String json) {
    return MAPPER.readValue(json, ProphetModel.class);
  }
}
