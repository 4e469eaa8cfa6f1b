package org.updateall.domain.ledger;

import static java.util.stream.Collectors.groupingBy;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.LastValueReference;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.SeriesPoint;

/**
 * Matches what was foretold in one target with what came true in it.
 *
 * <p>A prediction of a plugin is judged if its execution in that run succeeded and measured the
 * target; of several executions the first counts. A total is judged if each of its parts is: the
 * run ended whole.
 */
public final class PredictionJudge {

  private final Target target;
  private final Map<PartOfRun, Outcome> outcomes = new HashMap<>();

  private static final HistoryFilter SUCCESSFUL =
      HistoryFilter.everything().ending(ExecutionStatus.SUCCESS);

  private record PartOfRun(RunId runId, PluginName plugin) {}

  private record Whose(PluginName plugin, String hostname) {}

  /** A value, and all that came before it. */
  private record Outcome(SeriesPoint point, ObservedSeries series, int place) {

    List<Observation> past() {
      return series.observations().subList(0, place);
    }

    @Nullable PredictionInterval reference(double level) {
      return place < 2 ? null : new LastValueReference(series).interval(place, level);
    }
  }

  /** A prediction and its outcome. */
  private record Match(RecordedPrediction prediction, Outcome outcome) {

    Option<Double> forecastOf(RuleOfThumb rule) {
      return rule.forecast(outcome.past(), outcome.point().time());
    }
  }

  /**
   * @param executions what executions came to in that target, oldest first; those that did not
   *     succeed are passed over
   */
  public PredictionJudge(Target target, List<SeriesPoint> executions) {
    this.target = target;
    executions.stream()
        .filter(each -> each.status() == ExecutionStatus.SUCCESS)
        .collect(groupingBy(each -> new Whose(each.plugin(), each.hostname())))
        .values()
        .forEach(this::take);
  }

  /**
   * Judges everything that was foretold, target by target, by what the history says.
   *
   * @throws HistoryUnavailable if the history cannot be read
   */
  public static List<JudgedPrediction> judgeAll(
      Collection<ForetoldRun> foretold, HistoryQueries queries) {
    List<JudgedPrediction> judged = new ArrayList<>();
    for (Target target : Target.values()) {
      PredictionJudge judge =
          new PredictionJudge(target, queries.executionSeries(SUCCESSFUL, target.measure()));
      foretold.forEach(run -> judged.addAll(judge.judge(run)));
    }
    return judged;
  }

  private void take(List<SeriesPoint> points) {
    ObservedSeries series =
        new ObservedSeries(
            points.get(0).plugin().value(),
            points.stream().map(each -> new Observation(each.time(), each.value())).toList());
    for (int i = 0; i < points.size(); i++) {
      SeriesPoint point = points.get(i);
      outcomes.putIfAbsent(
          new PartOfRun(point.runId(), point.plugin()), new Outcome(point, series, i));
    }
  }

  /** What can be judged of it: of plugins in the order in which they were foretold, then totals. */
  public List<JudgedPrediction> judge(ForetoldRun foretold) {
    List<JudgedPrediction> judged = new ArrayList<>();
    matches(foretold.runId(), foretold.parts(target))
        .forEach(match -> judged.add(judgement(foretold.runId(), match)));
    List<RecordedPrediction> parts = foretold.partsOfTotal(target);
    List<Match> matches = matches(foretold.runId(), parts);
    if (!parts.isEmpty() && matches.size() == parts.size()) {
      foretold.total(target).forEach(total -> judged.add(total(foretold.runId(), total, matches)));
    }
    return judged;
  }

  private List<Match> matches(RunId runId, List<RecordedPrediction> parts) {
    return parts.stream().flatMap(each -> match(runId, each).toJavaStream()).toList();
  }

  private Option<Match> match(RunId runId, RecordedPrediction prediction) {
    return Option.of(prediction.plugin())
        .flatMap(plugin -> Option.of(outcomes.get(new PartOfRun(runId, plugin))))
        .map(outcome -> new Match(prediction, outcome));
  }

  private static JudgedPrediction judgement(RunId runId, Match match) {
    SeriesPoint point = match.outcome().point();
    Map<RuleOfThumb, Double> rules = new EnumMap<>(RuleOfThumb.class);
    for (RuleOfThumb rule : RuleOfThumb.values()) {
      match.forecastOf(rule).forEach(forecast -> rules.put(rule, forecast));
    }
    return new JudgedPrediction(
        runId,
        point.hostname(),
        point.time(),
        match.prediction(),
        List.of(point.plugin()),
        point.value(),
        rules,
        match.outcome().reference(match.prediction().interval().level()));
  }

  private JudgedPrediction total(RunId runId, RecordedPrediction total, List<Match> parts) {
    Map<RuleOfThumb, Double> rules = new EnumMap<>(RuleOfThumb.class);
    for (RuleOfThumb rule : RuleOfThumb.values()) {
      List<Double> forecasts =
          parts.stream().flatMap(part -> part.forecastOf(rule).toJavaStream()).toList();
      if (forecasts.size() == parts.size()) {
        rules.put(rule, target.combined(forecasts));
      }
    }
    List<SeriesPoint> points = parts.stream().map(part -> part.outcome().point()).toList();
    return new JudgedPrediction(
        runId,
        points.get(0).hostname(),
        points.stream().map(SeriesPoint::time).min(Instant::compareTo).orElseThrow(),
        total,
        points.stream().map(SeriesPoint::plugin).sorted().toList(),
        PartOutcome.together(
            target,
            points.stream().map(each -> new PartOutcome(each.time(), each.value())).toList()),
        rules,
        null);
  }
}
