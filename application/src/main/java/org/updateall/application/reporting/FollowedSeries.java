package org.updateall.application.reporting;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.updateall.domain.forecast.MeasuredRun;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.SeriesPoint;
import org.updateall.domain.retrieval.TrainingTable;

/**
 * One target of one plugin, run by run, with all that came before what is shown.
 *
 * @param key which target of which plugin
 * @param coverage which part of an update the values cover
 * @param runs oldest first
 */
record FollowedSeries(SeriesKey key, Coverage coverage, List<MeasuredRun> runs) {

  FollowedSeries {
    runs = List.copyOf(runs);
  }

  static FollowedSeries of(TrainingTable table, HostScope host, Target target) {
    TrainingSeries series = TrainingSeries.of(table, host, target);
    return new FollowedSeries(series.key(), series.coverage(), MeasuredRun.of(table, target));
  }

  /** Elapsed times first, then the other targets; each of all plugins. */
  static List<FollowedSeries> of(
      List<TrainingTable> tables, HostScope host, Collection<Target> targets) {
    return Arrays.stream(Target.values())
        .filter(targets::contains)
        .flatMap(target -> tables.stream().map(table -> of(table, host, target)))
        .filter(series -> series.size() > 0)
        .toList();
  }

  PluginName plugin() {
    return key.plugin();
  }

  Target target() {
    return key.target();
  }

  int size() {
    return runs.size();
  }

  /** Without those that were cut off. */
  List<MeasuredRun> whole() {
    return runs.stream().filter(run -> !run.observation().lowerBound()).toList();
  }

  /** The newest of them, for forecasts. */
  ObservedSeries newest(int most) {
    List<MeasuredRun> newest = runs.subList(Math.max(0, size() - most), size());
    return new ObservedSeries(
        plugin().value(), newest.stream().map(MeasuredRun::observation).toList());
  }

  /** Those that are {@link #whole}, as whoever judges forecasts wants them. */
  List<SeriesPoint> points() {
    return whole().stream().map(this::point).toList();
  }

  private SeriesPoint point(MeasuredRun run) {
    ExecutionOutcome outcome = run.outcome();
    return new SeriesPoint(
        outcome.startedAt(),
        outcome.runId(),
        outcome.executionId(),
        plugin(),
        outcome.hostname(),
        ExecutionStatus.SUCCESS,
        null,
        run.observation().value());
  }
}
