package org.updateall.modeling.model.ets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class EtsModelTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private static final EtsForm SEASONAL = EtsForm.labelled("ETS(M,Ad,M)");

  static List<EtsForm> forms() {
    return EtsForm.all();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void filteringOneByOneEqualsFilteringAtOnce(EtsForm form) {
    Smoothing smoothing = smoothing(form);
    EtsState begin = Simulation.begin(form);
    double[] series = Simulation.of(form, smoothing, begin, 90, new Random(1));
    series[70] = Double.NaN;
    TimeSeries window = TimeSeries.of(series);
    EtsModel model = EtsModel.filtered(form, smoothing, begin, window.first(60));
    for (int t = 60; t < 90; t++) {
      model = model.update(new Occasion(0), series[t]);
    }
    EtsModel atOnce = EtsModel.filtered(form, smoothing, begin, window);
    assertEquals(atOnce.state(), model.state());
    assertEquals(89, model.observations());
    assertArrayEquals(forecasts(atOnce), forecasts(model));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void readFromJsonForecastsTheSame(EtsForm form) {
    double[] series =
        Simulation.of(form, smoothing(form), Simulation.begin(form), 60, new Random(2));
    EtsModel model = new ExponentialSmoothing().fit(form, TimeSeries.of(series).withPeriod(4));
    EtsModel read = MAPPER.readValue(MAPPER.writeValueAsString(model), EtsModel.class);
    assertEquals(model, read);
    assertArrayEquals(forecasts(model), forecasts(read));
    assertEquals(model.errorGrowth(9), read.errorGrowth(9));
  }

  /** Table 6.1 of Hyndman, Koehler, Ord and Snyder, by simulation, for the additive season too. */
  @ParameterizedTest
  @MethodSource("forms")
  void errorsGrowAsInSimulation(EtsForm form) {
    Smoothing smoothing = smoothing(form);
    EtsState begin = Simulation.begin(form);
    EtsModel model = EtsModel.filtered(form, smoothing, begin, TimeSeries.of());
    double[] means = forecasts(model);
    double[] squares = new double[means.length];
    Random random = new Random(3);
    for (int path = 0; path < 20_000; path++) {
      double[] series = Simulation.of(form, smoothing, begin, means.length, random);
      for (int step = 0; step < means.length; step++) {
        squares[step] += (series[step] - means[step]) * (series[step] - means[step]);
      }
    }
    for (int horizon = 1; horizon <= means.length; horizon++) {
      double simulated = Math.sqrt(squares[horizon - 1] / squares[0]);
      assertEquals(simulated, model.errorGrowth(horizon), 0.03 * simulated);
    }
  }

  @Test
  void errorsGrowEvenWhereTheNextForecastIsZero() {
    EtsForm form = EtsForm.labelled("ETS(M,N,N)");
    Smoothing half = Smoothing.ofLevel(0.5);
    EtsModel zero = EtsModel.filtered(form, half, EtsState.ofLevel(0), TimeSeries.of());
    assertEquals(Math.sqrt(1.25), zero.errorGrowth(2), 1e-12);
  }

  @Test
  void factorsKeepTheirValueWhileTheLevelIsNotPositive() {
    EtsModel model =
        EtsModel.filtered(
            SEASONAL,
            new Smoothing(0.5, 0.1, 0.3, 0.9),
            new EtsState(-10, 0, List.of(0.5, 1.5)),
            TimeSeries.of(3));
    assertEquals(List.of(1.5, 0.5), model.state().season());
    EtsModel far = model;
    for (int step = 0; step < 20; step++) {
      far = far.update(new Occasion(0), step % 2 == 0 ? 1e12 : 0);
    }
    assertTrue(Arrays.stream(forecasts(far)).allMatch(Double::isFinite));
    assertTrue(far.state().season().stream().allMatch(each -> each >= 0.01 && each <= 100));
  }

  @Test
  void refusesWhatNoModelCanBe() {
    EtsModel sound = sound();
    assertEquals("ETS(M,Ad,M)", sound.form());
    EtsState flat = EtsState.ofLevel(1);
    EtsState pair = new EtsState(1, 0.1, List.of(0.9, 1.1));
    refuse(() -> with(SEASONAL, flat));
    refuse(() -> with(EtsForm.LEVEL, pair));
    refuse(() -> with(EtsForm.LEVEL, new EtsState(1, 0.1, List.of())));
    refuse(() -> with(SEASONAL, new EtsState(1, 0.1, List.of(2.0))));
    refuse(() -> with(SEASONAL, new EtsState(1, 0.1, List.of(2.0, 0.0))));
    refuse(() -> with(SEASONAL, pair, -1, 0, 0, 5));
    refuse(() -> with(SEASONAL, pair, Double.NaN, 0, 0, 5));
    refuse(() -> with(SEASONAL, pair, 1, Double.NaN, 0, 5));
    refuse(() -> with(SEASONAL, pair, 1, 0, Double.NaN, 5));
    refuse(() -> with(SEASONAL, pair, 1, 0, 0, -1));
  }

  @Test
  void refusesStatesAndParametersBeyondTheirRange() {
    refuse(() -> new EtsState(Double.NaN, 0, List.of()));
    refuse(() -> new EtsState(0, Double.POSITIVE_INFINITY, List.of()));
    refuse(() -> new EtsState(0, 0, List.of(1.0, Double.NaN)));
    refuse(() -> new Smoothing(1.1, 0, 0, 1));
    refuse(() -> new Smoothing(0.1, -0.1, 0, 1));
    refuse(() -> new Smoothing(0.1, 0, Double.NaN, 1));
    refuse(() -> new Smoothing(0.1, 0, 0, 0));
    refuse(() -> new Smoothing(0.1, 0, 0, 1.1));
    refuse(() -> EtsForm.labelled("ETS(A,M,N)"));
    refuse(() -> new EtsForm(ErrorType.ADDITIVE, TrendType.NONE, SeasonType.MULTIPLICATIVE));
  }

  @Test
  void refusesADamagedDocument() {
    String text = MAPPER.writeValueAsString(sound());
    String[][] damages = {
      {"\"MULTIPLICATIVE\"", "null"},
      {"\"alpha\":0.5", "\"alpha\":7"},
      {"\"phi\":0.9", "\"phi\":\"NaN\""},
      {"\"level\":1.0", "\"level\":1e999"},
      {"[0.9,1.1]", "[0.9,null]"},
      {"[0.9,1.1]", "null"},
      {"\"sigmaSquared\":1.0", "\"sigmaSquared\":-1"},
    };
    for (String[] damage : damages) {
      assertTrue(text.contains(damage[0]), damage[0] + " in " + text);
      String damaged = text.replace(damage[0], damage[1]);
      assertThrows(RuntimeException.class, () -> MAPPER.readValue(damaged, EtsModel.class));
    }
    for (String part : List.of("components", "smoothing", "state")) {
      String damaged = text.replaceFirst("\"" + part + "\":\\{[^{}]*\\}", "\"" + part + "\":null");
      assertThrows(RuntimeException.class, () -> MAPPER.readValue(damaged, EtsModel.class));
    }
  }

  private static EtsModel sound() {
    return with(SEASONAL, new EtsState(1, 0.1, List.of(0.9, 1.1)));
  }

  private static EtsModel with(EtsForm form, EtsState state) {
    return with(form, state, 1, 2, 3, 5);
  }

  private static EtsModel with(
      EtsForm form, EtsState state, double sigmaSquared, double likelihood, double aicc, int n) {
    Smoothing smoothing = new Smoothing(0.5, 0.1, 0.2, 0.9);
    return new EtsModel(form, smoothing, state, sigmaSquared, likelihood, aicc, n);
  }

  private static void refuse(org.junit.jupiter.api.function.Executable construction) {
    assertThrows(IllegalArgumentException.class, construction);
  }

  private static Smoothing smoothing(EtsForm form) {
    return new Smoothing(
        0.4, form.hasTrend() ? 0.1 : 0, form.hasSeason() ? 0.2 : 0, form.hasDamping() ? 0.9 : 1);
  }

  private static double[] forecasts(EtsModel model) {
    return model.forecast(TimeSeries.of().expected(9));
  }
}
