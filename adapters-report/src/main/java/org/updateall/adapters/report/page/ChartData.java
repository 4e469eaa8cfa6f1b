package org.updateall.adapters.report.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.reporting.PastForecast;
import org.updateall.domain.reporting.PastRun;
import org.updateall.domain.reporting.RunAhead;
import org.updateall.domain.reporting.TargetHistory;

/**
 * What the page's script is told of a history, in arrays with an entry for each run, the runs to
 * come after those of the past.
 *
 * <pre>
 * unit    "seconds" or "bytes"
 * kinds   a letter a run: n nothing foretold, b foretold beforehand, a said afterwards, f to come
 * times   seconds since 1970 of the first run, then seconds from each to the next
 * values  what runs came to, and are expected to
 * wide    lower and upper bound of 90 %, in turn, of those that have any
 * half    the same of 50 %
 * logarithmic  whether the picture's axis is
 * </pre>
 *
 * Values have three significant digits: more than a screen shows.
 */
final class ChartData {

  private static final double WIDE = 0.9;
  private static final double HALF = 0.5;
  private static final int DIGITS = 3;

  private final TargetHistory history;

  private ChartData(TargetHistory history) {
    this.history = history;
  }

  static ScriptJson of(TargetHistory history, boolean logarithmic) {
    return new ChartData(history).json().put("logarithmic", logarithmic);
  }

  private ScriptJson json() {
    return new ScriptJson()
        .put("unit", history.target().unit().name().toLowerCase(java.util.Locale.ROOT))
        .put("kinds", kinds())
        .put("times", times())
        .put("values", values(), DIGITS)
        .put("wide", bounds(WIDE), DIGITS)
        .put("half", bounds(HALF), DIGITS);
  }

  private String kinds() {
    StringBuilder kinds = new StringBuilder();
    history.past().forEach(run -> kinds.append(kind(run.forecast())));
    history.ahead().forEach(run -> kinds.append('f'));
    return kinds.toString();
  }

  private static char kind(@Nullable PastForecast forecast) {
    if (forecast == null) {
      return 'n';
    }
    return forecast.beforehand() ? 'b' : 'a';
  }

  private List<Long> times() {
    List<Long> steps = new ArrayList<>();
    long before = 0;
    for (Instant time : instants().toList()) {
      steps.add(time.getEpochSecond() - before);
      before = time.getEpochSecond();
    }
    return steps;
  }

  private Stream<Instant> instants() {
    return Stream.concat(
        history.past().stream().map(PastRun::time), history.ahead().stream().map(RunAhead::time));
  }

  private List<Double> values() {
    List<Double> values = new ArrayList<>();
    history.past().forEach(run -> values.add(run.value()));
    history.ahead().forEach(run -> values.add(run.distribution().median()));
    return values;
  }

  private List<Double> bounds(double level) {
    List<Double> bounds = new ArrayList<>();
    intervals(
            forecast -> forecast.outline().interval(level),
            run -> run.distribution().interval(level))
        .forEach(
            interval -> {
              bounds.add(interval.lower());
              bounds.add(interval.upper());
            });
    return bounds;
  }

  private Stream<PredictionInterval> intervals(
      Function<PastForecast, PredictionInterval> past,
      Function<RunAhead, PredictionInterval> ahead) {
    return Stream.concat(
        history.past().stream().flatMap(run -> Stream.ofNullable(run.forecast())).map(past),
        history.ahead().stream().map(ahead));
  }
}
