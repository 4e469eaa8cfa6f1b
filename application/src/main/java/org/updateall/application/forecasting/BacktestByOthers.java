package org.updateall.application.forecasting;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.application.SeriesWork;
import org.updateall.domain.forecast.ErrorReference;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.PointForecasts;
import org.updateall.domain.forecast.ReferenceLearner;
import org.updateall.domain.forecast.SeriesForecaster;
import org.updateall.domain.forecast.SourcedSeries;

/**
 * Use case: forecast the past of series, each with what was learned from the errors on series of
 * all other sources, so that nothing is told of a source by itself.
 */
public final class BacktestByOthers {

  private static final Logger LOG = LoggerFactory.getLogger(BacktestByOthers.class);

  private final ReferenceLearner learner;
  private final TimedBacktest timed;

  /**
   * @param nanoseconds tells how much time has passed since some moment
   */
  public BacktestByOthers(
      ReferenceLearner learner, SeriesForecaster forecaster, LongSupplier nanoseconds) {
    this.learner = learner;
    this.timed = new TimedBacktest(forecaster, nanoseconds);
  }

  /**
   * Forecasts every series of the request, several at a time.
   *
   * @param sources where each series of the request comes from, in their order
   * @return in the order of the request; a source for which there is nothing to learn from, if
   *     there is one
   * @throws IllegalArgumentException if the model is not known, or there are not as many sources as
   *     series
   * @throws CancellationException if this thread is interrupted
   */
  public Either<NothingToLearnFrom, List<SeriesBacktest>> backtest(
      BacktestRequest request, List<String> sources, Progress progress) {
    List<SourcedSeries> series = sourced(request, sources);
    List<PointForecasts> points =
        new LearnReference(learner)
            .points(new LearningRequest(series, request.options(), request.threads()), progress);
    return references(points)
        .map(
            references ->
                new SeriesWork(request.threads(), "Backtesting", progress)
                    .on(series, each -> backtest(each, references, request)))
        .peek(
            done ->
                LOG.atInfo()
                    .addKeyValue("model", request.options().model())
                    .addKeyValue("series", done.size())
                    .log("series backtested by others"));
  }

  private static List<SourcedSeries> sourced(BacktestRequest request, List<String> sources) {
    if (sources.size() != request.series().size()) {
      throw new IllegalArgumentException(
          "%d series, but %d sources".formatted(request.series().size(), sources.size()));
    }
    return IntStream.range(0, sources.size())
        .mapToObj(i -> new SourcedSeries(sources.get(i), request.series().get(i)))
        .toList();
  }

  /** For each source what the others say. */
  private Either<NothingToLearnFrom, Map<String, ErrorReference>> references(
      List<PointForecasts> points) {
    Map<String, ErrorReference> references = new TreeMap<>();
    for (String source : points.stream().map(PointForecasts::source).distinct().sorted().toList()) {
      Option<ErrorReference> learned =
          learner.learn(points.stream().filter(each -> !each.source().equals(source)).toList());
      if (learned.isEmpty()) {
        return Either.left(new NothingToLearnFrom(source));
      }
      references.put(source, learned.get());
    }
    return Either.right(references);
  }

  private SeriesBacktest backtest(
      SourcedSeries series, Map<String, ErrorReference> references, BacktestRequest request) {
    ErrorReference ofOthers = requireNonNull(references.get(series.source()));
    ForecastOptions options = request.options().withReference(ofOthers);
    return timed.of(series.series(), options, request);
  }
}
