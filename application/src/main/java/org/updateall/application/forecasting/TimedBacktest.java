package org.updateall.application.forecasting;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.OneStepForecast;
import org.updateall.domain.forecast.SeriesForecaster;

/** Forecasts the past of one series, and takes the time. */
final class TimedBacktest {

  private final SeriesForecaster forecaster;
  private final LongSupplier nanoseconds;

  /**
   * @param nanoseconds tells how much time has passed since some moment
   */
  TimedBacktest(SeriesForecaster forecaster, LongSupplier nanoseconds) {
    this.forecaster = forecaster;
    this.nanoseconds = nanoseconds;
  }

  /** As the request says, but by these options. */
  SeriesBacktest of(ObservedSeries series, ForecastOptions options, BacktestRequest request) {
    long begin = nanoseconds.getAsLong();
    List<OneStepForecast> forecasts =
        forecaster.backtest(series, options, request.origins(), request.levels());
    return new SeriesBacktest(series, forecasts, Duration.ofNanos(nanoseconds.getAsLong() - begin));
  }
}
