package org.updateall.application.forecasting;

import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.application.SeriesWork;
import org.updateall.domain.forecast.ErrorReference;
import org.updateall.domain.forecast.PointForecasts;
import org.updateall.domain.forecast.ReferenceLearner;

/** Use case: learn from series what errors of forecasts are like. */
public final class LearnReference {

  private static final Logger LOG = LoggerFactory.getLogger(LearnReference.class);

  private final ReferenceLearner learner;

  public LearnReference(ReferenceLearner learner) {
    this.learner = learner;
  }

  /**
   * Learns from all series of the request. The same request gives the same document, however many
   * threads there are.
   *
   * @return none if no series has two values
   * @throws IllegalArgumentException if the model is not known
   * @throws CancellationException if this thread is interrupted
   */
  public Option<ErrorReference> learn(LearningRequest request, Progress progress) {
    Option<ErrorReference> learned = learner.learn(points(request, progress));
    LOG.atInfo()
        .addKeyValue("model", request.options().model())
        .addKeyValue("series", request.series().size())
        .log("reference learned");
    return learned;
  }

  /** What there is to learn from, in the order of the request. */
  List<PointForecasts> points(LearningRequest request, Progress progress) {
    return new SeriesWork(request.threads(), "Learning", progress)
        .on(request.series(), series -> learner.pointForecasts(series, request.options()));
  }
}
