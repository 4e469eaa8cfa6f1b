package org.updateall.domain.forecast;

import static java.util.stream.IntStream.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.forecast.LengthSummary.SourceCoverage;

final class LengthSummaryTest {

  @ParameterizedTest
  @CsvSource({
    "3,3-5",
    "5,3-5",
    "6,6-9",
    "9,6-9",
    "10,10-19",
    "19,10-19",
    "20,20-49",
    "49,20-49",
    "50,50+",
    "2147483647,50+"
  })
  void everyNumberOfValuesFromThreeOnHasItsGroup(int values, String range) {
    assertEquals(Option.some(range), HistoryLength.of(values).map(HistoryLength::range));
  }

  @Test
  void tooFewValuesHaveNoGroup() {
    assertEquals(Option.none(), HistoryLength.of(2));
    assertEquals(Option.none(), HistoryLength.of(0));
  }

  @Test
  void theForecastsOfASeriesAreSpreadOverTheGroups() {
    List<LengthSummary> summaries = LengthSummary.of(List.of(past("atlas", 60, 100)));

    assertEquals(
        List.of("3-5", "6-9", "10-19", "20-49", "50+"),
        summaries.stream().map(each -> each.length().range()).toList());
    assertEquals(
        List.of(3, 4, 10, 30, 10), summaries.stream().map(LengthSummary::forecasts).toList());
    assertTrue(summaries.stream().allMatch(each -> each.coverage() == 1 && each.series() == 1));
  }

  @Test
  void everyForecastCountsTheSameButInTheMeanOfSourcesEverySource() {
    List<LengthSummary> summaries =
        LengthSummary.of(List.of(past("atlas", 6, 100), past("zeus", 4, 0), past("atlas", 6, 100)));

    LengthSummary few = summaries.get(0);
    assertEquals(1, summaries.size());
    assertEquals(7, few.forecasts());
    assertEquals(6 / 7.0, few.coverage(), 1e-12);
    assertEquals(0.5, few.meanOfSources());
    assertEquals(Option.some(new SourceCoverage("zeus", 1, 0)), few.leastSource());
    assertEquals(new SourceCoverage("atlas", 6, 1), few.sources().get(0));
  }

  @Test
  void aSeriesThatNeverMovedCountsForTheCoverageAlone() {
    ObservedSeries still = ObservedSeriesFixture.of("still", 7, 7, 7, 7, 7);

    LengthSummary few = LengthSummary.of(List.of(past("atlas", still, 0))).get(0);

    assertEquals(2, few.forecasts());
    assertEquals(1, few.coverage());
    assertEquals(0, few.series());
    assertNull(few.relativeIntervalScore());
  }

  @Test
  void lowerBoundsAreLeftOut() {
    ObservedSeries series = ObservedSeriesFixture.of("cut", 3, 5, 4, 6, 5);
    List<Observation> cut =
        series.observations().stream()
            .map(each -> new Observation(each.time(), each.value(), each.known(), true))
            .toList();

    assertEquals(
        List.of(), LengthSummary.of(List.of(past("atlas", new ObservedSeries("cut", cut), 9))));
  }

  private static PastForecasts past(String source, int size, double reach) {
    return past(source, ObservedSeriesFixture.noisy(source, size), reach);
  }

  /** Every value from the first on is expected where the last one was, give or take the reach. */
  private static PastForecasts past(String source, ObservedSeries series, double reach) {
    return new PastForecasts(
        new SourcedSeries(source, series),
        range(1, series.size())
            .mapToObj(
                place -> {
                  double last = series.observations().get(place - 1).value();
                  return new OneStepForecast(
                      place,
                      series.observations().get(place),
                      last,
                      new PredictionInterval(Math.max(0, last - reach), last + reach, 0.9));
                })
            .toList());
  }
}
