package org.updateall.application.reporting;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.updateall.application.Progress;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.forecasting.ForecastRequest;
import org.updateall.application.forecasting.ForecastSeries;
import org.updateall.application.forecasting.SeriesAhead;
import org.updateall.application.forecasting.SeriesForecast;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.MeasuredRun;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.StepForecast;
import org.updateall.domain.reporting.RunAhead;

/**
 * The next runs of series: the first as it is estimated, and after it those of a path, where a
 * model tells of the first.
 */
final class PathsAhead {

  static final int STEPS = 5;

  /** More values in all would keep people waiting; elapsed times come first. */
  private static final int MOST_VALUES = 3000;

  /** What is older hardly changes a path. */
  private static final int NEWEST = 100;

  private static final int FEWEST = 8;
  private static final int RECENT_GAPS = 20;

  private final ForecastSeries forecasts;
  private final ReportRequest request;
  private final RunEstimate estimate;
  private final Instant now;

  /**
   * @param now when it is asked
   */
  PathsAhead(ForecastSeries forecasts, ReportRequest request, RunEstimate estimate, Instant now) {
    this.forecasts = forecasts;
    this.request = request;
    this.estimate = estimate;
    this.now = now;
  }

  /**
   * @param series the most important first
   * @return without those of whose next run nothing is known
   */
  Map<FollowedSeries, List<RunAhead>> of(List<FollowedSeries> series, Progress progress) {
    Map<FollowedSeries, List<StepForecast>> paths = paths(series, progress);
    Map<FollowedSeries, List<RunAhead>> ahead = new HashMap<>();
    for (FollowedSeries each : series) {
      prediction(each)
          .forEach(
              first -> ahead.put(each, runs(each, first, paths.getOrDefault(each, List.of()))));
    }
    return ahead;
  }

  private Map<FollowedSeries, List<StepForecast>> paths(
      List<FollowedSeries> series, Progress progress) {
    List<FollowedSeries> chosen =
        new Budget(MOST_VALUES, NEWEST).affordable(series.stream().filter(this::hasPath).toList());
    Map<FollowedSeries, List<StepForecast>> paths = new HashMap<>();
    if (!chosen.isEmpty()) {
      List<SeriesForecast> done = forecasts.forecast(work(chosen), progress);
      for (int i = 0; i < chosen.size(); i++) {
        paths.put(chosen.get(i), done.get(i).steps());
      }
    }
    return paths;
  }

  private boolean hasPath(FollowedSeries series) {
    return series.size() >= FEWEST
        && prediction(series).exists(first -> first.basis() == Basis.MODEL);
  }

  private ForecastRequest work(List<FollowedSeries> chosen) {
    return new ForecastRequest(
        chosen.stream()
            .map(
                series ->
                    new SeriesAhead(
                        series.newest(NEWEST), Collections.nCopies(STEPS, Covariates.NONE)))
            .toList(),
        ForecastOptions.defaults().in(request.estimate().options().zone()),
        PredictionInterval.DEFAULT_LEVEL,
        request.threads());
  }

  private Option<Prediction> prediction(FollowedSeries series) {
    return Option.ofOptional(
            estimate.plugins().stream()
                .filter(each -> each.plugin().equals(series.plugin()))
                .findFirst())
        .flatMap((ResourceEstimate each) -> each.prediction(series.target()));
  }

  private List<RunAhead> runs(FollowedSeries series, Prediction first, List<StepForecast> path) {
    Duration gap = usualGap(series);
    Instant time = expected(series, gap);
    List<PredictiveDistribution> steps = new ArrayList<>(List.of(first.distribution()));
    path.stream().skip(1).map(StepForecast::distribution).forEach(steps::add);
    List<RunAhead> runs = new ArrayList<>();
    for (PredictiveDistribution step : steps) {
      runs.add(new RunAhead(time, step));
      time = time.plus(gap);
    }
    return runs;
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
