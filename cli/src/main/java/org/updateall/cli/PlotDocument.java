package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.reporting.HistoryReport;
import org.updateall.domain.reporting.PastForecast;
import org.updateall.domain.reporting.PastRun;
import org.updateall.domain.reporting.RunAhead;
import org.updateall.domain.reporting.TargetHistory;

/** A plugin through time for machines; scripts rely on its keys. */
final class PlotDocument {

  private static final List<Double> LEVELS = List.of(0.5, 0.8, 0.9, 0.95);

  private PlotDocument() {}

  static Map<String, Object> of(HistoryReport report, TargetHistory history) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("plugin", history.plugin().value());
    document.put("target", history.target().wireName());
    document.put("covers", history.coverage().wireName());
    document.put("host", report.host().hostname());
    document.put("from", Json.time(report.from()));
    document.put("runs", history.past().stream().map(run -> run(history.target(), run)).toList());
    document.put(
        "next", history.ahead().stream().map(next -> next(history.target(), next)).toList());
    return document;
  }

  private static Map<String, Object> run(Target target, PastRun run) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("time", run.time().toString());
    document.put("value", Json.figure(target, run.value()));
    PastForecast forecast = run.forecast();
    document.put("forecast", forecast == null ? null : forecast(target, forecast));
    return document;
  }

  private static Map<String, Object> forecast(Target target, PastForecast forecast) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("beforehand", forecast.beforehand());
    document.put("point", Json.figure(target, forecast.outline().quantile(0.5)));
    document.put(
        "intervals",
        LEVELS.stream()
            .map(level -> interval(target, forecast.outline().interval(level)))
            .toList());
    return document;
  }

  private static Map<String, Object> next(Target target, RunAhead next) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("about", next.time().toString());
    document.put("point", Json.figure(target, next.distribution().median()));
    document.put(
        "intervals",
        LEVELS.stream()
            .map(level -> interval(target, next.distribution().interval(level)))
            .toList());
    return document;
  }

  private static Map<String, Object> interval(Target target, PredictionInterval interval) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("level", interval.level());
    document.put("lower", Json.figure(target, interval.lower()));
    document.put("upper", Json.figure(target, interval.upper()));
    return document;
  }
}
