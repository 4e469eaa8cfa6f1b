package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.util.List;

/**
 * Forecasts of values of one series that are known by now.
 *
 * @param series which series
 * @param forecasts of neighbouring values, in their order
 */
public record PastForecasts(SourcedSeries series, List<OneStepForecast> forecasts) {

  public PastForecasts {
    requireNonNull(series, "series");
    forecasts = List.copyOf(forecasts);
  }

  /** Those that were made from so many values. */
  PastForecasts madeFrom(HistoryLength length) {
    return new PastForecasts(
        series, forecasts.stream().filter(each -> length.holds(each.originIndex())).toList());
  }

  /** Those of values that are no lower bounds. */
  List<OneStepForecast> whole() {
    return forecasts.stream().filter(each -> !each.actual().lowerBound()).toList();
  }

  Option<ForecastScores> scores() {
    return ForecastScores.of(series.series(), forecasts);
  }
}
