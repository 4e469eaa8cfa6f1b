package org.updateall.adapters.report.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
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
 * scale   the least and the greatest value
 * kinds   a letter and for how many runs in turn: n nothing foretold, b foretold beforehand, a said
 *         afterwards, f to come
 * times   seconds since 1970 of the first run, then seconds from each to the next; left out where
 *         they are those of the chart before
 * values  what runs came to, and are expected to
 * wide    lower and upper bound of 90 %, in turn, of those that have any
 * half    the same of 50 %
 * logarithmic  whether the picture's axis is
 * </pre>
 *
 * Values are packed as {@link PackedValues} says.
 */
final class ChartData {

  private static final double WIDE = 0.9;
  private static final double HALF = 0.5;
  private static final int DIGITS = 12;

  private static final Pattern RUN_OF_LETTERS = Pattern.compile("(.)\\1*");

  private final TargetHistory history;

  private ChartData(TargetHistory history) {
    this.history = history;
  }

  /**
   * @param before the chart that stands before it; null for the first of a plugin
   */
  static ScriptJson of(TargetHistory history, boolean logarithmic, @Nullable TargetHistory before) {
    ScriptJson json = new ChartData(history).json().put("logarithmic", logarithmic);
    List<Instant> times = times(history);
    return before != null && times(before).equals(times) ? json : json.put("times", steps(times));
  }

  private ScriptJson json() {
    List<Double> values = values();
    List<Double> wide = bounds(WIDE);
    List<Double> half = bounds(HALF);
    PackedValues scale =
        PackedValues.scaleOf(Stream.of(values, wide, half).flatMap(List::stream).toList());
    return new ScriptJson()
        .put("unit", history.target().unit().name().toLowerCase(Locale.ROOT))
        .put("kinds", kinds())
        .put("scale", List.of(scale.low(), scale.high()), DIGITS)
        .put("values", scale.pack(values))
        .put("wide", scale.pack(wide))
        .put("half", scale.pack(half));
  }

  private String kinds() {
    StringBuilder letters = new StringBuilder();
    history.past().forEach(run -> letters.append(kind(run.forecast())));
    history.ahead().forEach(run -> letters.append('f'));
    return RUN_OF_LETTERS
        .matcher(letters)
        .replaceAll(found -> found.group(1) + found.group().length());
  }

  private static char kind(@Nullable PastForecast forecast) {
    if (forecast == null) {
      return 'n';
    }
    return forecast.beforehand() ? 'b' : 'a';
  }

  /** When its runs began, and are about to. */
  private static List<Instant> times(TargetHistory history) {
    return Stream.concat(
            history.past().stream().map(PastRun::time),
            history.ahead().stream().map(RunAhead::time))
        .toList();
  }

  /** Seconds from each of these to the next, the first since 1970. */
  private static List<Long> steps(List<Instant> times) {
    List<Long> steps = new ArrayList<>();
    long before = 0;
    for (Instant time : times) {
      steps.add(time.getEpochSecond() - before);
      before = time.getEpochSecond();
    }
    return steps;
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
