package org.updateall.application.forecasting;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.application.SeriesWork;
import org.updateall.domain.forecast.SeriesForecaster;

/** Use case: forecast the past of series, each value from what came before it. */
public final class BacktestSeries {

  private static final Logger LOG = LoggerFactory.getLogger(BacktestSeries.class);

  private final TimedBacktest timed;

  /**
   * @param nanoseconds tells how much time has passed since some moment
   */
  public BacktestSeries(SeriesForecaster forecaster, LongSupplier nanoseconds) {
    this.timed = new TimedBacktest(forecaster, nanoseconds);
  }

  /**
   * Forecasts every series of the request, several at a time.
   *
   * @return in the order of the request, however many threads there are
   * @throws IllegalArgumentException if the model is not known
   * @throws CancellationException if this thread is interrupted
   */
  public List<SeriesBacktest> backtest(BacktestRequest request, Progress progress) {
    List<SeriesBacktest> done =
        new SeriesWork(request.threads(), "Backtesting", progress)
            .on(request.series(), series -> timed.of(series, request.options(), request));
    LOG.atInfo()
        .addKeyValue("model", request.options().model())
        .addKeyValue("series", done.size())
        .log("series backtested");
    return done;
  }
}
