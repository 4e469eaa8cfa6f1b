package org.updateall.application.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.updateall.application.Progress;
import org.updateall.domain.forecast.MeasuredRun;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.JudgedPrediction;
import org.updateall.domain.reporting.PastForecast;
import org.updateall.domain.reporting.PastRun;
import org.updateall.domain.reporting.PluginHistory;
import org.updateall.domain.reporting.RunAhead;
import org.updateall.domain.reporting.TargetHistory;

/** What was said of the shown runs of some series, beforehand or afterwards. */
final class Chronicle {

  /** Of so large a share of the shown runs something must have been foretold. */
  private static final double FORETOLD_SHARE = 2 / 3.0;

  /** Which run of which series. */
  private record Place(RunId run, PluginName plugin, Target target) {}

  private final ReportRequest request;
  private final List<JudgedPrediction> beforehand;
  private final List<JudgedPrediction> afterwards;
  private final Map<Place, PastForecast> forecasts = new HashMap<>();

  private Chronicle(
      ReportRequest request, List<JudgedPrediction> beforehand, List<JudgedPrediction> afterwards) {
    this.request = request;
    this.beforehand = beforehand;
    this.afterwards = afterwards;
    put(beforehand, true);
    put(afterwards, false);
  }

  /**
   * @param series the most important first
   * @param beforehand what had been foretold of the shown runs
   */
  static Chronicle of(
      ReportRequest request,
      List<FollowedSeries> series,
      List<JudgedPrediction> beforehand,
      Hindsight hindsight,
      Progress progress) {
    Set<@Nullable Place> foretold = new HashSet<>();
    beforehand.forEach(each -> foretold.add(place(each)));
    List<FollowedSeries> wanting =
        series.stream().filter(each -> isWanting(each, foretold, request)).toList();
    List<JudgedPrediction> afterwards =
        hindsight.of(wanting, progress).stream()
            .filter(each -> !foretold.contains(place(each)))
            .toList();
    return new Chronicle(request, beforehand, afterwards);
  }

  private static boolean isWanting(
      FollowedSeries series, Set<@Nullable Place> foretold, ReportRequest request) {
    List<MeasuredRun> shown =
        series.whole().stream().filter(run -> request.shows(run.outcome().startedAt())).toList();
    long known = shown.stream().filter(run -> foretold.contains(place(series, run))).count();
    return known < FORETOLD_SHARE * shown.size();
  }

  List<JudgedPrediction> beforehand() {
    return beforehand;
  }

  List<JudgedPrediction> afterwards() {
    return afterwards;
  }

  /**
   * By plugin, in the order in which their series come; a plugin without a shown run is left out.
   */
  List<PluginHistory> plugins(List<FollowedSeries> series, PathsAhead ahead) {
    Map<PluginName, List<TargetHistory>> plugins = new TreeMap<>();
    for (FollowedSeries each : series) {
      TargetHistory history = history(each, ahead.of(each));
      if (!history.past().isEmpty()) {
        plugins.computeIfAbsent(each.plugin(), plugin -> new ArrayList<>()).add(history);
      }
    }
    return plugins.entrySet().stream()
        .map(entry -> new PluginHistory(entry.getKey(), entry.getValue()))
        .toList();
  }

  TargetHistory history(FollowedSeries series, List<RunAhead> ahead) {
    List<PastRun> past = new ArrayList<>();
    for (MeasuredRun run : series.whole()) {
      Instant time = run.outcome().startedAt();
      if (request.shows(time)) {
        past.add(new PastRun(time, run.observation().value(), forecast(series, run)));
      }
    }
    return new TargetHistory(series.plugin(), series.target(), series.coverage(), past, ahead);
  }

  private @Nullable PastForecast forecast(FollowedSeries series, MeasuredRun run) {
    return forecasts.get(place(series, run));
  }

  private void put(List<JudgedPrediction> judged, boolean madeBeforehand) {
    for (JudgedPrediction each : judged) {
      Place place = place(each);
      if (place != null) {
        forecasts.put(place, new PastForecast(each.prediction().outline(), madeBeforehand));
      }
    }
  }

  private static Place place(FollowedSeries series, MeasuredRun run) {
    return new Place(run.outcome().runId(), series.plugin(), series.target());
  }

  /** Absent for a total. */
  private static @Nullable Place place(JudgedPrediction judged) {
    PluginName plugin = judged.prediction().plugin();
    return plugin == null ? null : new Place(judged.runId(), plugin, judged.prediction().target());
  }
}
