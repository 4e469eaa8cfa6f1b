package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.ForecastOptions.Refit;
import org.updateall.domain.forecast.ForecastOptions.ScaleChoice;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.OneStepForecast;
import org.updateall.domain.forecast.Origins;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.SeriesForecaster;
import org.updateall.domain.forecast.StepForecast;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.modeling.forecast.Families;

final class UnivariateSeriesForecasterTest {

  private static final ForecastOptions POOL = ForecastOptions.defaults();
  private static final Origins ALL = new Origins(1, 1_000);
  private static final List<Covariates> NEXT = List.of(Covariates.NONE);

  private final SeriesForecaster forecaster = new UnivariateSeriesForecaster();

  @Test
  void knowsThePoolAndEveryFamily() {
    assertEquals("pool", forecaster.models().get(0));
    assertEquals(Families.names(), forecaster.models().subList(1, forecaster.models().size()));
  }

  @Test
  void forecastsTheLastValuesOneByOne() {
    ObservedSeries series = observed(SeriesFixture.noisy(40));

    List<OneStepForecast> forecasts = forecaster.backtest(series, POOL, new Origins(0.3, 30), 0.8);

    assertEquals(12, forecasts.size());
    for (int place = 0; place < 12; place++) {
      OneStepForecast forecast = forecasts.get(place);
      assertEquals(28 + place, forecast.originIndex());
      assertEquals(series.observations().get(28 + place), forecast.actual());
      assertEquals(0.8, forecast.interval().level());
      assertTrue(forecast.interval().contains(forecast.point()));
    }
    assertEquals(List.of(), forecaster.backtest(series, POOL, new Origins(1, 0), 0.8));
  }

  @Test
  void forecastsEachValueFromWhatCameBeforeItAlone() {
    ObservedSeries whole = observed(Announced.runs(40));
    List<Observation> changed = new ArrayList<>(whole.observations().subList(0, 30));
    whole
        .observations()
        .subList(30, 40)
        .forEach(each -> changed.add(new Observation(each.time(), 1e6)));
    for (String model : new String[] {"pool", "exponential_smoothing"}) {
      ForecastOptions options = options(model, ScaleChoice.AUTO, Refit.SCHEDULED);
      List<OneStepForecast> asItWas = forecaster.backtest(whole, options, ALL, 0.9);
      List<OneStepForecast> otherwise =
          forecaster.backtest(new ObservedSeries("changed", changed), options, ALL, 0.9);
      assertEquals(asItWas.subList(0, 30), otherwise.subList(0, 30));
      assertNotEquals(asItWas.get(32).point(), otherwise.get(32).point());
    }
  }

  @Test
  void forecastsTheNextValueAsABacktestWouldHave() {
    ObservedSeries whole = observed(SeriesFixture.noisy(41));
    ObservedSeries before = new ObservedSeries("before", whole.observations().subList(0, 40));

    OneStepForecast inHindsight = forecaster.backtest(whole, POOL, new Origins(1, 1), 0.9).get(0);
    StepForecast ahead = forecaster.forecast(before, POOL, NEXT, 0.9).get(0);

    assertEquals(inHindsight.point(), ahead.point());
    assertEquals(inHindsight.interval(), ahead.interval());
  }

  @Test
  void forecastsNothingByZeroWithoutAWidth() {
    ObservedSeries nothing = new ObservedSeries("nothing", List.of());
    PredictionInterval zero = new PredictionInterval(0, 0, 0.9);

    assertEquals(
        List.of(new StepForecast(1, 0, zero, zero), new StepForecast(2, 0, zero, zero)),
        forecaster.forecast(nothing, POOL, Collections.nCopies(2, Covariates.NONE), 0.9));
    assertEquals(List.of(), forecaster.forecast(nothing, POOL, List.of(), 0.9));
    assertEquals(List.of(), forecaster.backtest(nothing, POOL, ALL, 0.9));
    assertEquals(
        zero, forecaster.backtest(observed(SeriesFixture.of(7)), POOL, ALL, 0.9).get(0).interval());
  }

  @Test
  void forecastsOneValueByWhatErrorsOfOtherSeriesAreLike() {
    for (String model : forecaster.models()) {
      ForecastOptions options = options(model, ScaleChoice.AUTO, Refit.SCHEDULED);
      StepForecast forecast =
          forecaster.forecast(observed(SeriesFixture.of(60)), options, NEXT, 0.9).get(0);
      assertEquals(60, forecast.point(), 1);
      assertTrue(
          forecast.interval().lower() < 45 && forecast.interval().upper() > 75, model + forecast);
    }
  }

  @Test
  void afterFewValuesReachesNoFurtherThanAnAssumptionAllows() {
    double[] values = {0, 11_486, 3_290, 3_553};
    double most = FewRuns.alone(values).interval(PredictiveDistribution.maxLevel()).upper();

    StepForecast forecast =
        forecaster.forecast(observed(SeriesFixture.of(values)), POOL, NEXT, 0.9).get(0);

    assertTrue(forecast.interval().upper() <= most, forecast + " beyond " + most);
    assertTrue(forecast.interval().upper() <= 30 * 11_486, forecast.toString());
  }

  @Test
  void forecastsFromABoundIfThereIsNothingElse() {
    Observation bound = new Observation(SeriesFixture.FIRST, 40, Covariates.NONE, true);

    StepForecast forecast =
        forecaster.forecast(new ObservedSeries("bound", List.of(bound)), POOL, NEXT, 0.9).get(0);

    assertEquals(40, forecast.point(), 1e-9);
  }

  @Test
  void forecastsAsManyStepsAsAreAskedFor() {
    List<StepForecast> steps =
        forecaster.forecast(
            observed(SeriesFixture.noisy(60)), POOL, Collections.nCopies(7, Covariates.NONE), 0.9);

    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), steps.stream().map(StepForecast::step).toList());
    double first = steps.get(0).interval().width();
    assertTrue(steps.get(6).interval().width() > 0.8 * first);
  }

  @Test
  void goesByTheCovariatesThatItMayUse() {
    ForecastOptions packages =
        new ForecastOptions(
            "pool",
            ScaleChoice.AUTO,
            Refit.SCHEDULED,
            List.of(Covariates.PACKAGES),
            null,
            ZoneOffset.UTC);
    List<Covariates> next =
        List.of(Covariates.of(Covariates.PACKAGES, 3), Covariates.of(Covariates.PACKAGES, 30));
    ObservedSeries series = observed(Announced.runs(90));

    List<StepForecast> knowing = forecaster.forecast(series, packages, next, 0.9);
    List<StepForecast> unknowing = forecaster.forecast(series, POOL, next, 0.9);

    assertEquals(11, knowing.get(0).point(), 6);
    assertEquals(92, knowing.get(1).point(), 25);
    assertEquals(
        unknowing, forecaster.forecast(series, POOL, Collections.nCopies(2, Covariates.NONE), 0.9));
  }

  @Test
  void goesByTheSeasonThatItIsTold() {
    double[] fives = new double[60];
    for (int t = 0; t < 60; t++) {
      fives[t] = t % 5 == 0 ? 100 : 20 + t % 3;
    }
    ForecastOptions season =
        new ForecastOptions(
            "pool", ScaleChoice.AUTO, Refit.SCHEDULED, List.of(), 5, ZoneOffset.UTC);

    List<StepForecast> steps =
        forecaster.forecast(
            observed(SeriesFixture.of(fives)),
            season,
            Collections.nCopies(6, Covariates.NONE),
            0.9);

    assertEquals(100, steps.get(0).point(), 15);
    assertEquals(21, steps.get(1).point(), 5);
    assertEquals(100, steps.get(5).point(), 20);
  }

  @Test
  void goesByTheClockOfItsZone() {
    List<Observation> observations = new ArrayList<>();
    for (int day = 0; day < 40; day++) {
      Duration clock = Duration.ofDays(day).plusMinutes(day % 2 == 0 ? 120 : 210);
      observations.add(new Observation(Instant.EPOCH.plus(clock), day % 2 == 0 ? 10 : 60));
    }
    ObservedSeries series = new ObservedSeries("in the same hours by UTC", observations);
    ForecastOptions kolkata =
        new ForecastOptions(
            "pool", ScaleChoice.AUTO, Refit.SCHEDULED, List.of(), null, ZoneId.of("Asia/Kolkata"));

    assertNotEquals(
        forecaster.forecast(series, POOL, NEXT, 0.9),
        forecaster.forecast(series, kolkata, NEXT, 0.9));
  }

  @Test
  void worksOnTheScaleAndScheduleAskedFor() {
    ObservedSeries series = observed(SeriesFixture.noisy(45));
    Map<ScaleChoice, StepForecast> forecasts = new TreeMap<>();
    for (ScaleChoice scale : ScaleChoice.values()) {
      ForecastOptions options = options("exponential_smoothing", scale, Refit.SCHEDULED);
      forecasts.put(scale, forecaster.forecast(series, options, NEXT, 0.9).get(0));
    }
    assertEquals(4, forecasts.values().stream().distinct().count());

    ForecastOptions always = options("exponential_smoothing", ScaleChoice.RAW, Refit.EVERY_ORIGIN);
    assertNotEquals(
        forecasts.get(ScaleChoice.RAW), forecaster.forecast(series, always, NEXT, 0.9).get(0));
  }

  @Test
  void isDeterministic() {
    ObservedSeries series = observed(Announced.runs(40));

    assertEquals(
        forecaster.backtest(series, POOL, ALL, 0.9), forecaster.backtest(series, POOL, ALL, 0.9));
  }

  @Test
  void refusesModelsAndLevelsThatThereAreNot() {
    ObservedSeries series = observed(SeriesFixture.noisy(10));
    ForecastOptions oracle = options("oracle", ScaleChoice.AUTO, Refit.SCHEDULED);

    String refused =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> forecaster.forecast(series, oracle, NEXT, 0.9))
                .getMessage());
    assertTrue(refused.contains("oracle") && refused.contains("pool"), refused);
    assertThrows(
        IllegalArgumentException.class, () -> forecaster.backtest(series, oracle, ALL, 0.9));
    for (double level : new double[] {0, 1, -1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class, () -> forecaster.forecast(series, POOL, NEXT, level));
      assertThrows(
          IllegalArgumentException.class, () -> forecaster.backtest(series, POOL, ALL, level));
    }
  }

  private static ForecastOptions options(String model, ScaleChoice scale, Refit refit) {
    return new ForecastOptions(model, scale, refit, List.of(), null, ZoneOffset.UTC);
  }

  private static ObservedSeries observed(TrainingSeries series) {
    return new ObservedSeries("observed", series.observations());
  }
}
