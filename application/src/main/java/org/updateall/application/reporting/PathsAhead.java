package org.updateall.application.reporting;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.MeasuredRun;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.Upcoming;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.reporting.RunAhead;

/**
 * The next runs of series: the first as it is estimated, and behind it, where a model tells of the
 * first, what that model says of the ones to follow.
 */
final class PathsAhead {

  static final int STEPS = 5;

  private static final int RECENT_GAPS = 20;

  private final ModelTrainer trainer;
  private final Instant now;
  private final Map<SeriesKey, Prediction> first = new HashMap<>();
  private final Map<SeriesKey, TrainedModel> models;

  /**
   * @param estimate of the next run, whose models are kept by now
   * @param now when it is asked
   * @throws HistoryUnavailable if the models cannot be looked up
   */
  PathsAhead(ModelTrainer trainer, ModelStore store, RunEstimate estimate, Instant now) {
    this.trainer = trainer;
    this.now = now;
    estimate
        .plugins()
        .forEach(
            plugin -> plugin.predictions().values().forEach(each -> first.put(each.key(), each)));
    this.models = store.findAll(first.keySet());
  }

  /** The next runs of that series; none if nothing is known of them. */
  List<RunAhead> of(FollowedSeries series) {
    Prediction next = first.get(series.key());
    if (next == null) {
      return List.of();
    }
    Duration gap = usualGap(series);
    Instant time = expected(series, gap);
    List<RunAhead> runs = new ArrayList<>();
    for (PredictiveDistribution distribution : distributions(next)) {
      runs.add(new RunAhead(time, distribution));
      time = time.plus(gap);
    }
    return runs;
  }

  private List<PredictiveDistribution> distributions(Prediction next) {
    List<PredictiveDistribution> distributions = new ArrayList<>(List.of(next.distribution()));
    if (next.basis() == Basis.MODEL) {
      for (int step = 2; step <= STEPS; step++) {
        ahead(next.key(), step).map(Prediction::distribution).forEach(distributions::add);
      }
    }
    return distributions;
  }

  private Option<Prediction> ahead(SeriesKey key, int step) {
    return Option.of(models.get(key))
        .flatMap(model -> trainer.predict(model, Upcoming.ahead(step)).toOption());
  }

  private Instant expected(FollowedSeries series, Duration gap) {
    if (series.size() == 0) {
      return now;
    }
    Instant next = time(series.runs().get(series.size() - 1)).plus(gap);
    return next.isBefore(now) ? now : next;
  }

  /** The median of the last gaps between runs; a day where there is none. */
  private static Duration usualGap(FollowedSeries series) {
    List<MeasuredRun> runs = series.runs();
    List<Duration> gaps = new ArrayList<>();
    for (int i = Math.max(1, runs.size() - RECENT_GAPS); i < runs.size(); i++) {
      gaps.add(Duration.between(time(runs.get(i - 1)), time(runs.get(i))));
    }
    Collections.sort(gaps);
    Duration median = gaps.isEmpty() ? Duration.ofDays(1) : gaps.get(gaps.size() / 2);
    return median.isZero() ? Duration.ofDays(1) : median;
  }

  private static Instant time(MeasuredRun run) {
    return run.outcome().startedAt();
  }
}
