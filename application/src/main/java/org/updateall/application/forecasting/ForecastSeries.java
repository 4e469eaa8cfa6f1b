package org.updateall.application.forecasting;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.application.SeriesWork;
import org.updateall.domain.forecast.SeriesForecaster;

/** Use case: forecast what comes next in series. */
public final class ForecastSeries {

  private static final Logger LOG = LoggerFactory.getLogger(ForecastSeries.class);

  private final SeriesForecaster forecaster;

  public ForecastSeries(SeriesForecaster forecaster) {
    this.forecaster = forecaster;
  }

  /**
   * Forecasts every series of the request, several at a time.
   *
   * @return in the order of the request, however many threads there are
   * @throws IllegalArgumentException if the model is not known
   * @throws CancellationException if this thread is interrupted
   */
  public List<SeriesForecast> forecast(ForecastRequest request, Progress progress) {
    List<SeriesForecast> done =
        new SeriesWork(request.threads(), "Forecasting", progress)
            .on(request.series(), series -> forecast(series, request));
    LOG.atInfo()
        .addKeyValue("model", request.options().model())
        .addKeyValue("series", done.size())
        .log("series forecast");
    return done;
  }

  private SeriesForecast forecast(SeriesAhead ahead, ForecastRequest request) {
    return new SeriesForecast(
        ahead.series(),
        forecaster.forecast(ahead.series(), request.options(), ahead.next(), request.level()));
  }
}
