package org.updateall.domain.forecast;

import static java.util.stream.IntStream.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Golden values: an implementation of the same definitions in Python 3 with numpy, to 12 digits, on
 * forecasts of three quarters of the last value plus 1, between half of that and 1.25 times it.
 */
final class ForecastScoresTest {

  private static final double TOLERANCE = 1e-11;
  private static final double LEVEL = 0.9;
  private static final ObservedSeries MOVING =
      ObservedSeriesFixture.of("moving", 3, 5, 4, 8, 6, 7, 9, 5, 6, 10);
  private static final ObservedSeries MOSTLY_ZERO =
      ObservedSeriesFixture.of("mostly zero", 0, 2, 0, 0, 4, 0, 0, 3, 0, 0);
  private static final ObservedSeries ENDING_FLAT =
      ObservedSeriesFixture.of("flat", 100, 102, 101, 101, 102, 100, 101, 101, 101, 101);
  private static final ObservedSeries BEGINNING_FLAT =
      ObservedSeriesFixture.of("no scale", 7, 7, 7, 7, 7, 7, 7, 7, 9, 1);

  @Test
  void comparesErrorsWithTheScaleTheValuesAndTheLastValue() {
    ForecastScores scores = scores(MOVING);

    assertEquals(3, scores.forecasts());
    assertEquals(1, scores.inside());
    assertEquals(1.416666666667, scores.scaledError(), TOLERANCE);
    assertEquals(0.402777777778, figure(scores.percentageError()), TOLERANCE);
    assertEquals(2.25, scores.scaledWidth(), TOLERANCE);
    assertEquals(12.875, scores.scaledIntervalScore(), TOLERANCE);
    assertEquals(0.944444444444, scores.relativeError(), TOLERANCE);
    assertEquals(3.21875, scores.relativeIntervalScore(), TOLERANCE);
  }

  @Test
  void passesOverValuesThatAreLowerBoundsOnly() {
    List<OneStepForecast> forecasts = new ArrayList<>();
    for (int index = 7; index < 10; index++) {
      Observation actual = MOVING.observations().get(index);
      forecasts.add(
          new OneStepForecast(
              index,
              new Observation(actual.time(), actual.value(), Covariates.NONE, index == 8),
              5,
              new PredictionInterval(4, 12, LEVEL)));
    }

    ForecastScores scores = ForecastScores.of(MOVING, forecasts).get();

    assertEquals(2, scores.forecasts());
    assertEquals(2, scores.inside());
    assertTrue(
        ForecastScores.of(MOVING, List.of(forecasts.get(1))).isEmpty(), "nothing to be scored");
  }

  @Test
  void leavesZerosOutOfPercentages() {
    ForecastScores scores = scores(MOSTLY_ZERO);

    assertEquals(0.666666666667, figure(scores.percentageError()), TOLERANCE);
    assertEquals(5.429166666667, scores.relativeIntervalScore(), TOLERANCE);
    assertEquals(0, scores.inside());
  }

  @Test
  void hasNoPercentageOfZerosAlone() {
    ForecastScores scores = scores(ObservedSeriesFixture.of("zeros", 0, 3, 0, 0, 0, 0, 0));

    assertNull(scores.percentageError());
    assertEquals(2 / 3.0, scores.scaledError(), TOLERANCE);
  }

  @Test
  void dividesByNoLessThanAHundredthOfTheScale() {
    ForecastScores scores = scores(ENDING_FLAT);

    assertEquals(2078.571428571428, scores.relativeError(), 1e-9);
    assertEquals(39.703125, scores.relativeIntervalScore(), TOLERANCE);
    assertEquals(20.785714285714, scores.scaledError(), TOLERANCE);
  }

  @Test
  void isNoneWithoutAScaleOrForecasts() {
    assertEquals(Option.none(), ForecastScores.of(BEGINNING_FLAT, forecasts(BEGINNING_FLAT, 3)));
    assertEquals(Option.none(), ForecastScores.of(MOVING, List.of()));
    assertEquals(Option.none(), ForecastScores.of(MOVING, forecasts(MOVING, 9)));
    assertTrue(ForecastScores.of(MOVING, forecasts(MOVING, 8)).isDefined());
  }

  @Test
  void isTheSameInAnyUnit() {
    double[] seconds = new double[40];
    Arrays.setAll(seconds, i -> 60 + 10 * Math.sin(i * i));
    double[] millis = Arrays.stream(seconds).map(value -> 1024 * value).toArray();
    SeriesForecaster forecaster = new LastValueForecaster();
    ObservedSeries one = ObservedSeriesFixture.of("x", seconds);
    ObservedSeries other = ObservedSeriesFixture.of("x", millis);

    assertEquals(
        ForecastScores.of(one, backtest(forecaster, one)),
        ForecastScores.of(other, backtest(forecaster, other)));
  }

  @Test
  void givesTheLastValueItselfAnErrorOfOne() {
    assertEquals(
        1,
        ForecastScores.of(MOVING, backtest(new LastValueForecaster(), MOVING))
            .get()
            .relativeError());
  }

  @Test
  void theReferenceRestsOnTheLastHundredErrors() {
    double[] values = new double[150];
    Arrays.setAll(values, i -> i < 40 ? 1000 * (i % 2) : 500 + i % 3);
    LastValueReference reference =
        new LastValueReference(ObservedSeriesFixture.of("calmer", values));

    assertEquals(new PredictionInterval(498, 502, 0.95), reference.interval(145, 0.95));
    assertEquals(501 + 499, reference.interval(140, 0.995).upper());
    assertEquals(502 + 2, reference.interval(141, 0.995).upper());
    assertEquals(0, reference.interval(30, 0.9).lower());
  }

  @Test
  void aSummaryTakesSeriesTogether() {
    ScoreSummary summary =
        ScoreSummary.of(List.of(scores(MOVING), scores(MOSTLY_ZERO), scores(ENDING_FLAT)), LEVEL)
            .get();

    assertEquals(3, summary.series());
    assertEquals(9, summary.forecasts());
    assertEquals(7.748015873016, summary.scaledError(), TOLERANCE);
    assertEquals(12.692778817968, summary.relativeError(), TOLERANCE);
    assertEquals(0.436514484782, figure(summary.percentageError()), TOLERANCE);
    assertEquals(1 / 3.0, figure(summary.accurate()), TOLERANCE);
    assertEquals(0.111111111111, summary.coverage(), TOLERANCE);
    assertEquals(0.788888888889, summary.coverageDeviation(), TOLERANCE);
    assertEquals(8.852821422882, summary.relativeIntervalScore(), TOLERANCE);
  }

  @Test
  void aSummaryOfSeriesWithoutPercentagesHasNone() {
    ForecastScores zeros = scores(ObservedSeriesFixture.of("zeros", 0, 3, 0, 0, 0, 0, 0));

    assertNull(ScoreSummary.of(List.of(zeros), LEVEL).get().percentageError());
    assertNull(ScoreSummary.of(List.of(zeros), LEVEL).get().accurate());
    assertEquals(
        0.402777777778,
        figure(ScoreSummary.of(List.of(zeros, scores(MOVING)), LEVEL).get().percentageError()),
        TOLERANCE);
  }

  @Test
  void thereIsNoSummaryOfNothing() {
    assertEquals(Option.none(), ScoreSummary.of(List.of(), LEVEL));
  }

  private static double figure(@Nullable Double figure) {
    return figure == null ? Double.NaN : figure;
  }

  private static ForecastScores scores(ObservedSeries series) {
    return ForecastScores.of(series, forecasts(series, Origins.defaults().count(series.size())))
        .get();
  }

  private static List<OneStepForecast> forecasts(ObservedSeries series, int count) {
    return range(series.size() - count, series.size())
        .mapToObj(
            origin -> {
              double point = 0.75 * series.observations().get(origin - 1).value() + 1;
              return new OneStepForecast(
                  origin,
                  series.observations().get(origin),
                  point,
                  new PredictionInterval(point * 0.5, point * 1.25, LEVEL));
            })
        .toList();
  }

  private static List<OneStepForecast> backtest(
      SeriesForecaster forecaster, ObservedSeries series) {
    return forecaster.backtest(series, ForecastOptions.defaults(), Origins.defaults(), LEVEL);
  }
}
