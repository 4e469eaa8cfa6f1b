package org.updateall.application.forecasting;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import org.updateall.domain.forecast.ForecastScores;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.OneStepForecast;

/**
 * The forecasts of the past of one series.
 *
 * @param series which series
 * @param forecasts by origin
 * @param elapsed how long it took to make them
 */
public record SeriesBacktest(
    ObservedSeries series, List<OneStepForecast> forecasts, Duration elapsed) {

  public SeriesBacktest {
    requireNonNull(series, "series");
    forecasts = List.copyOf(forecasts);
    requireNonNull(elapsed, "elapsed");
  }

  /** The same with the intervals of the level at that place alone. */
  public SeriesBacktest withInterval(int place) {
    List<OneStepForecast> narrowed =
        forecasts.stream().map(each -> each.withInterval(place)).toList();
    return new SeriesBacktest(series, narrowed, elapsed);
  }

  /** How they fared; see {@link ForecastScores#of}. */
  public Option<ForecastScores> scores() {
    return ForecastScores.of(series, forecasts);
  }
}
