package org.updateall.domain.forecast;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.List;

/** A learner for tests: the mean of a series, and the mean of those of many. */
public final class MeanPriorLearner implements PriorLearner {

  private static final String HEAD = "mean ";

  @Override
  public Option<SeriesEvidence> evidence(TrainingSeries series, TrainingOptions options) {
    double mean = Arrays.stream(series.values()).average().orElse(0);
    return Option.when(
        series.whole() >= ENOUGH_RUNS && mean > 0,
        () -> new SeriesEvidence(String.valueOf(series.key().host().hostname()), HEAD + mean));
  }

  @Override
  public Option<PooledPrior> pool(List<SeriesEvidence> evidence) {
    int sources = (int) evidence.stream().map(SeriesEvidence::source).distinct().count();
    return Option.when(
        sources >= FEWEST_SOURCES, () -> new PooledPrior(sources, HEAD + mean(evidence)));
  }

  private static double mean(List<SeriesEvidence> evidence) {
    double sum = 0;
    for (SeriesEvidence each : evidence) {
      sum += Double.parseDouble(each.document().substring(HEAD.length()));
    }
    return sum / evidence.size();
  }

  @Override
  public Either<ReferenceUnreadable, PooledPrior> read(int sources, String document) {
    return document.startsWith(HEAD)
        ? Either.right(new PooledPrior(sources, document))
        : Either.left(new ReferenceUnreadable("this is no mean"));
  }
}
