package org.updateall.domain.forecast;

import static java.util.stream.IntStream.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link SeriesForecaster} promises. */
public abstract class SeriesForecasterContract {

  private static final ForecastOptions DEFAULTS = ForecastOptions.defaults();
  private static final double LEVEL = 0.9;
  private static final ObservedSeries LONG = ObservedSeriesFixture.noisy("long", 40);

  protected abstract SeriesForecaster forecaster();

  @Test
  void namesItsModelsAndTheUsualOneAmongThem() {
    List<String> models = forecaster().models();

    assertEquals(Set.copyOf(models).size(), models.size());
    assertTrue(models.contains(DEFAULTS.model()), models.toString());
    assertTrue(models.stream().noneMatch(String::isBlank), models.toString());
  }

  @Test
  void forecastsByEachOfItsModels() {
    ObservedSeries series = ObservedSeriesFixture.noisy("models", 25);
    for (String model : forecaster().models()) {
      ForecastOptions options = by(model);
      assertEquals(
          3, forecaster().backtest(series, options, new Origins(1, 3), LEVEL).size(), model);
      assertEquals(2, forecaster().forecast(series, options, nothingKnown(2), LEVEL).size(), model);
    }
  }

  @Test
  void refusesAModelThatItDoesNotHave() {
    ForecastOptions options = by("nosuchmodel");

    assertThrows(
        IllegalArgumentException.class,
        () -> forecaster().backtest(LONG, options, Origins.defaults(), LEVEL));
    assertThrows(
        IllegalArgumentException.class,
        () -> forecaster().forecast(LONG, options, nothingKnown(1), LEVEL));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.5, 0, 0.995, 1, 2})
  void refusesALevelOfWhichNoIntervalIsKnown(double level) {
    assertThrows(
        IllegalArgumentException.class,
        () -> forecaster().backtest(LONG, DEFAULTS, Origins.defaults(), level));
    assertThrows(
        IllegalArgumentException.class,
        () -> forecaster().forecast(LONG, DEFAULTS, nothingKnown(1), level));
  }

  @Test
  void givesIntervalsOfTheLevelAskedForUpToTheGreatest() {
    for (double level : new double[] {0.01, 0.5, PredictiveDistribution.maxLevel()}) {
      forecaster()
          .backtest(LONG, DEFAULTS, new Origins(1, 2), level)
          .forEach(forecast -> assertEquals(level, forecast.interval().level()));
      forecaster()
          .forecast(LONG, DEFAULTS, nothingKnown(2), level)
          .forEach(forecast -> assertEquals(level, forecast.interval().level()));
    }
  }

  @Test
  void givesTheSameIntervalsForSeveralLevelsAtOnceAsOneByOne() {
    List<Double> levels = List.of(0.9, 0.5, 0.95);

    List<OneStepForecast> together =
        forecaster().backtest(LONG, DEFAULTS, new Origins(1, 5), levels);

    for (int place = 0; place < levels.size(); place++) {
      int at = place;
      assertEquals(
          forecaster().backtest(LONG, DEFAULTS, new Origins(1, 5), levels.get(place)),
          together.stream().map(each -> each.withInterval(at)).toList());
    }
  }

  @Test
  void refusesToForecastWithoutALevel() {
    assertThrows(
        IllegalArgumentException.class,
        () -> forecaster().backtest(LONG, DEFAULTS, Origins.defaults(), List.of()));
  }

  @Test
  void forecastsEachOfTheLastValuesOnceInTheirOrder() {
    List<OneStepForecast> forecasts =
        forecaster().backtest(LONG, DEFAULTS, Origins.defaults(), LEVEL);

    assertEquals(
        range(28, 40).boxed().toList(),
        forecasts.stream().map(OneStepForecast::originIndex).toList());
    assertEquals(
        LONG.observations().subList(28, 40),
        forecasts.stream().map(OneStepForecast::actual).toList());
  }

  @Test
  void forecastsNothingWhereNothingIsAskedFor() {
    assertEquals(List.of(), forecaster().backtest(LONG, DEFAULTS, new Origins(0, 30), LEVEL));
    assertEquals(List.of(), forecaster().backtest(LONG, DEFAULTS, new Origins(0.3, 0), LEVEL));
    assertEquals(List.of(), forecaster().forecast(LONG, DEFAULTS, List.of(), LEVEL));
  }

  @Test
  void forecastsByZeroWithoutWidthWhereThereIsNothing() {
    ObservedSeries empty = ObservedSeriesFixture.of("empty");
    PredictionInterval nothing = new PredictionInterval(0, 0, LEVEL);

    assertEquals(List.of(), forecaster().backtest(empty, DEFAULTS, everyOrigin(), LEVEL));
    assertEquals(
        List.of(new StepForecast(1, 0, nothing, nothing), new StepForecast(2, 0, nothing, nothing)),
        forecaster().forecast(empty, DEFAULTS, nothingKnown(2), LEVEL));
    assertEquals(
        new OneStepForecast(0, LONG.observations().get(0), 0, nothing),
        forecaster().backtest(first(3), DEFAULTS, everyOrigin(), LEVEL).get(0));
  }

  @Test
  void isNotChangedByWhatComesLater() {
    List<OneStepForecast> whole = forecaster().backtest(LONG, DEFAULTS, new Origins(1, 10), LEVEL);

    for (int size = 31; size <= 40; size++) {
      assertEquals(
          whole.subList(0, size - 30),
          forecaster().backtest(first(size), DEFAULTS, new Origins(1, size - 30), LEVEL));
    }
  }

  @Test
  void isNotChangedByTheValueThatIsForecast() {
    List<Observation> changed = new ArrayList<>(LONG.observations());
    changed.set(39, new Observation(changed.get(39).time(), 1e6));
    ObservedSeries other = new ObservedSeries("long", changed);

    OneStepForecast before = last(LONG);
    OneStepForecast after = last(other);

    assertEquals(before.point(), after.point());
    assertEquals(before.interval(), after.interval());
  }

  @Test
  void givesTheSameForTheSame() {
    assertEquals(backtest(LONG), backtest(ObservedSeriesFixture.noisy("long", 40)));
    assertEquals(
        forecaster().forecast(LONG, DEFAULTS, nothingKnown(3), LEVEL),
        forecaster().forecast(LONG, DEFAULTS, nothingKnown(3), LEVEL));
  }

  @Test
  void isSafeForUseBySeveralThreads() {
    SeriesForecaster shared = forecaster();
    List<ObservedSeries> series =
        range(0, 6).mapToObj(i -> ObservedSeriesFixture.noisy("thread " + i, 20)).toList();
    List<CompletableFuture<List<OneStepForecast>>> running =
        series.stream()
            .map(
                each ->
                    CompletableFuture.supplyAsync(
                        () -> shared.backtest(each, DEFAULTS, Origins.defaults(), LEVEL)))
            .toList();

    for (int i = 0; i < series.size(); i++) {
      assertEquals(backtest(series.get(i)), running.get(i).join());
    }
  }

  @Test
  void forecastsAsManyStepsAsAreToComeInTheirOrder() {
    List<StepForecast> forecasts = forecaster().forecast(LONG, DEFAULTS, nothingKnown(5), LEVEL);

    assertEquals(List.of(1, 2, 3, 4, 5), forecasts.stream().map(StepForecast::step).toList());
  }

  @Test
  void forecastsSeriesTooShortForAnyModel() {
    for (int size = 1; size <= 12; size++) {
      assertForecastWhole(first(size));
    }
  }

  @Test
  void forecastsStrangeSeries() {
    assertForecastWhole(filled("constant", 30, 42));
    assertForecastWhole(filled("all zero", 30, 0));
    assertForecastWhole(filled("huge", 30, 1e12));
    assertForecastWhole(filled("tiny", 30, 1e-9));
    double[] once = new double[30];
    once[12] = 1e12;
    assertForecastWhole(ObservedSeriesFixture.of("one peak", once));
    double[] grown = new double[30];
    Arrays.setAll(grown, i -> Math.pow(10, i));
    assertForecastWhole(ObservedSeriesFixture.of("tenfold each time", grown));
  }

  @Test
  void forecastsValuesOfTheSameTime() {
    assertForecastWhole(ObservedSeriesFixture.atOnce("at once", values(LONG)));
  }

  @Test
  void forecastsWithCovariatesThatAreMissingOrNotKnown() {
    ForecastOptions options =
        new ForecastOptions(
            DEFAULTS.model(),
            DEFAULTS.scale(),
            DEFAULTS.refit(),
            List.of(Covariates.PACKAGES, "nosuchcovariate"),
            null,
            DEFAULTS.zone());
    List<Observation> observations = new ArrayList<>();
    for (Observation each : LONG.observations()) {
      Covariates known =
          observations.size() % 3 == 0
              ? Covariates.NONE
              : Covariates.of(Covariates.PACKAGES, each.value());
      observations.add(new Observation(each.time(), each.value(), known, false));
    }
    ObservedSeries series = new ObservedSeries("covariates", observations);
    List<Covariates> next = List.of(Covariates.of(Covariates.PACKAGES, 60), Covariates.NONE);

    assertEquals(12, forecaster().backtest(series, options, Origins.defaults(), LEVEL).size());
    assertEquals(2, forecaster().forecast(series, options, next, LEVEL).size());
  }

  @Test
  void forecastsFromValuesThatWereCutOff() {
    List<Observation> observations =
        LONG.observations().stream()
            .map(each -> new Observation(each.time(), each.value(), each.known(), true))
            .toList();

    assertForecastWhole(new ObservedSeries("cut off", observations));
  }

  @Test
  void usesASeasonThatIsNamed() {
    ForecastOptions weekly =
        new ForecastOptions(
            DEFAULTS.model(), DEFAULTS.scale(), DEFAULTS.refit(), List.of(), 7, DEFAULTS.zone());

    assertEquals(12, forecaster().backtest(LONG, weekly, Origins.defaults(), LEVEL).size());
    assertEquals(8, forecaster().forecast(LONG, weekly, nothingKnown(8), LEVEL).size());
  }

  /** That there is a finite forecast for every origin and some steps, with its point inside. */
  private void assertForecastWhole(ObservedSeries series) {
    List<OneStepForecast> past = forecaster().backtest(series, DEFAULTS, new Origins(1, 12), LEVEL);
    List<StepForecast> steps = forecaster().forecast(series, DEFAULTS, nothingKnown(3), LEVEL);

    assertEquals(Math.min(12, series.size()), past.size(), series.name());
    assertEquals(3, steps.size(), series.name());
    past.forEach(each -> assertFinite(series, each.point(), each.interval()));
    steps.forEach(each -> assertFinite(series, each.point(), each.interval()));
  }

  private static void assertFinite(
      ObservedSeries series, double point, PredictionInterval interval) {
    assertTrue(Double.isFinite(point), series.name());
    assertFalse(Double.isNaN(interval.width()), series.name());
    assertTrue(Double.isFinite(interval.upper()), series.name());
  }

  private List<OneStepForecast> backtest(ObservedSeries series) {
    return forecaster().backtest(series, DEFAULTS, Origins.defaults(), LEVEL);
  }

  private OneStepForecast last(ObservedSeries series) {
    return forecaster().backtest(series, DEFAULTS, new Origins(1, 1), LEVEL).get(0);
  }

  private static ForecastOptions by(String model) {
    return new ForecastOptions(
        model, DEFAULTS.scale(), DEFAULTS.refit(), List.of(), null, DEFAULTS.zone());
  }

  private static Origins everyOrigin() {
    return new Origins(1, Integer.MAX_VALUE);
  }

  private static List<Covariates> nothingKnown(int steps) {
    return Collections.nCopies(steps, Covariates.NONE);
  }

  private static ObservedSeries first(int size) {
    return ObservedSeriesFixture.first(size, LONG);
  }

  private static ObservedSeries filled(String name, int size, double value) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return ObservedSeriesFixture.of(name, values);
  }

  private static double[] values(ObservedSeries series) {
    return series.observations().stream().mapToDouble(Observation::value).toArray();
  }
}
