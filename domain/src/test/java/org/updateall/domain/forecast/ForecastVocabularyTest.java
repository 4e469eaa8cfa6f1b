package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.forecast.ForecastOptions.Refit;
import org.updateall.domain.forecast.ForecastOptions.ScaleChoice;
import org.updateall.domain.history.Refusal;

/** Observed series, covariates, options, origins, and forecasts of one value. */
final class ForecastVocabularyTest {

  private static final Observation OBSERVATION = new Observation(SeriesFixture.FIRST, 60);
  private static final PredictionInterval INTERVAL = new PredictionInterval(50, 70, 0.9);

  @Test
  void anObservationIsWholeAndKnowsNothingUnlessItIsSaid() {
    assertEquals(Covariates.NONE, OBSERVATION.known());
    assertEquals(
        new Observation(SeriesFixture.FIRST, 60, Covariates.of(Map.of()), false), OBSERVATION);
  }

  @Test
  void aSeriesMayHaveValuesOfTheSameTime() {
    assertEquals(3, ObservedSeriesFixture.atOnce("x", 1, 2, 3).size());
    assertEquals(0, ObservedSeriesFixture.of("x").size());
  }

  @Test
  void aSeriesIsInTheOrderOfTime() {
    List<Observation> swapped =
        List.of(new Observation(SeriesFixture.FIRST.plusSeconds(1), 1), OBSERVATION);

    assertEquals(
        "apt: observation 1 is before the one that precedes it",
        Refusal.of(() -> new ObservedSeries("apt", swapped)));
  }

  @Test
  void covariatesAreThoseThatAreKnown() {
    Map<String, Double> mutable = new HashMap<>(Map.of(Covariates.PACKAGES, 12.0, "load", -0.5));
    Covariates covariates = Covariates.of(mutable);
    mutable.clear();

    assertEquals(Option.some(12.0), covariates.value(Covariates.PACKAGES));
    assertEquals(Option.none(), covariates.value(Covariates.DOWNLOAD_BYTES));
    assertEquals(List.of("load", "packages"), List.copyOf(covariates.values().keySet()));
    assertThrows(UnsupportedOperationException.class, () -> covariates.values().clear());
  }

  @Test
  void someOfTheCovariatesCanBeChosen() {
    Covariates covariates = Covariates.of(Map.of("a", 1.0, "b", 2.0));

    assertEquals(Covariates.of("b", 2), covariates.only(List.of("b", "c")));
    assertEquals(Covariates.NONE, covariates.only(List.of()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aCovariateIsFinite(double value) {
    assertEquals(
        "the covariate load must be finite: " + value,
        Refusal.of(() -> Covariates.of("load", value)));
  }

  @Test
  void aCovariateHasAName() {
    assertEquals("a covariate has no name", Refusal.of(() -> Covariates.of(" ", 1)));
    assertEquals(Covariates.NONE, new Covariates(new TreeMap<>()));
  }

  @Test
  void seriesAreForecastByThePoolUnlessItIsSaid() {
    ForecastOptions defaults = ForecastOptions.defaults();

    assertEquals(ForecastOptions.POOL, defaults.model());
    assertEquals(ScaleChoice.AUTO, defaults.scale());
    assertEquals(Refit.SCHEDULED, defaults.refit());
    assertEquals(List.of(), defaults.covariates());
    assertEquals(ZoneOffset.UTC, defaults.zone());
  }

  @Test
  void aSeasonHasAValue() {
    assertEquals(1, season(1).season());
    assertEquals("a season has at least 1 value: 0", Refusal.of(() -> season(0)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.3, 30, 0, 0",
    "0.3, 30, 3, 0",
    "0.3, 30, 4, 1",
    "0.3, 30, 10, 3",
    "0.3, 30, 99, 29",
    "0.3, 30, 1000, 30",
    "0.0, 30, 1000, 0",
    "1.0, 30, 7, 7",
    "1.0, 0, 7, 0"
  })
  void theLastOriginsAreAShareUpToALimit(double fraction, int most, int length, int count) {
    assertEquals(count, new Origins(fraction, most).count(length));
  }

  @Test
  void theUsualOriginsAreTheLastThreeTenthsAndThirtyAtMost() {
    assertEquals(new Origins(0.3, 30), Origins.defaults());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.1, 1.1})
  void theShareOfOriginsIsNoMoreThanAll(double fraction) {
    assertEquals(
        "a fraction lies between 0 and 1, not at " + fraction,
        Refusal.of(() -> new Origins(fraction, 30)));
  }

  @Test
  void originsAreNotFewerThanNone() {
    assertEquals("the most origins are negative: -1", Refusal.of(() -> new Origins(0.3, -1)));
    assertEquals("the first place is negative: -1", Refusal.of(() -> new Origins(0.3, 1, -1)));
  }

  @Test
  void allOriginsAreTheValuesFromTheFourthOn() {
    assertEquals(0, Origins.all().count(3));
    assertEquals(1, Origins.all().count(4));
    assertEquals(97, Origins.all().count(100));
    assertEquals(2, new Origins(0.3, 30, 8).count(10));
  }

  @Test
  void aForecastIsComparedWithWhatCame() {
    OneStepForecast near = new OneStepForecast(3, OBSERVATION, 65, INTERVAL);
    OneStepForecast far =
        new OneStepForecast(3, OBSERVATION, 90, new PredictionInterval(80, 100, 0.9));

    assertEquals(5, near.absoluteError());
    assertTrue(near.isInside());
    assertEquals(30, far.absoluteError());
    assertEquals(false, far.isInside());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1, Double.POSITIVE_INFINITY})
  void aPointIsFiniteAndNotNegative(double point) {
    String refusal = "a point must be finite and not negative: " + point;

    assertEquals(refusal, Refusal.of(() -> new OneStepForecast(0, OBSERVATION, point, INTERVAL)));
    assertEquals(refusal, Refusal.of(() -> new StepForecast(1, point, INTERVAL, INTERVAL)));
  }

  @Test
  void aForecastHasAPlace() {
    assertEquals(
        "the index is negative: -1",
        Refusal.of(() -> new OneStepForecast(-1, OBSERVATION, 1, INTERVAL)));
    assertEquals(
        "the step is below 1: 0", Refusal.of(() -> new StepForecast(0, 1, INTERVAL, INTERVAL)));
    assertEquals(INTERVAL, new StepForecast(1, 0, INTERVAL, INTERVAL).interval());
  }

  @Test
  void aForecastHasAnIntervalForEachLevel() {
    PredictionInterval inner = new PredictionInterval(58, 62, 0.5);
    OneStepForecast forecast = new OneStepForecast(3, OBSERVATION, 60, List.of(INTERVAL, inner));

    assertEquals(INTERVAL, forecast.interval());
    assertEquals(new OneStepForecast(3, OBSERVATION, 60, inner), forecast.withInterval(1));
    assertEquals(
        "there is no interval",
        Refusal.of(() -> new OneStepForecast(3, OBSERVATION, 60, List.of())));
  }

  @Test
  void aReferenceIsSomethingWritten() {
    ErrorReference learned = new ErrorReference("{}");

    assertEquals(learned, ForecastOptions.defaults().withReference(learned).reference());
    assertEquals("the document is blank", Refusal.of(() -> new ErrorReference(" ")));
  }

  @Test
  void thereIsAPointForEachValue() {
    assertEquals(
        "2 values, but 1 points",
        Refusal.of(() -> new PointForecasts("atlas", List.of(1.0, 2.0), List.of(1.0))));
    assertEquals(
        "a point must be finite and not negative: NaN",
        Refusal.of(() -> new PointForecasts("atlas", List.of(1.0), List.of(Double.NaN))));
  }

  private static ForecastOptions season(int season) {
    ForecastOptions defaults = ForecastOptions.defaults();
    return new ForecastOptions(
        defaults.model(),
        defaults.scale(),
        defaults.refit(),
        defaults.covariates(),
        season,
        defaults.zone());
  }
}
