package org.updateall.adapters.report.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.reporting.PastForecast;
import org.updateall.domain.reporting.PastRun;
import org.updateall.domain.reporting.ReadableQuantity;
import org.updateall.domain.reporting.RunAhead;
import org.updateall.domain.reporting.TargetHistory;

/** The main facts of a history in words. */
final class HistoryWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

  private HistoryWords() {}

  /** What a person calls a target. */
  static String name(Target target) {
    return switch (target) {
      case WALL_CLOCK -> "elapsed time";
      case CPU_TIME -> "CPU time";
      case MEMORY_PEAK -> "memory peak";
      case DOWNLOAD_SIZE -> "download size";
    };
  }

  static String title(TargetHistory history) {
    String covers = history.coverage() == Coverage.INSTALL ? " of installing alone" : "";
    return "%s: %s%s".formatted(history.plugin(), name(history.target()), covers);
  }

  static String description(TargetHistory history, ZoneId zone) {
    return Stream.of(past(history, zone), foretold(history), next(history, zone))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String past(TargetHistory history, ZoneId zone) {
    List<PastRun> runs = history.past();
    if (runs.isEmpty()) {
      return "No run has measured it.";
    }
    PastRun last = runs.get(runs.size() - 1);
    if (runs.size() == 1) {
      return "One run, of %s: %s.".formatted(day(last.time(), zone), amount(history, last.value()));
    }
    double[] sorted = runs.stream().mapToDouble(PastRun::value).sorted().toArray();
    return "%d runs from %s to %s, from %s to %s, the middle one %s, the last one %s."
        .formatted(
            runs.size(),
            day(runs.get(0).time(), zone),
            day(last.time(), zone),
            amount(history, sorted[0]),
            amount(history, sorted[sorted.length - 1]),
            amount(history, sorted[sorted.length / 2]),
            amount(history, last.value()));
  }

  private static String foretold(TargetHistory history) {
    List<PastRun> foretold =
        history.past().stream().filter(run -> isBeforehand(run.forecast())).toList();
    if (foretold.isEmpty()) {
      return history.hasAfterthoughts() ? "Nothing was foretold of them at the time." : "";
    }
    long inside = foretold.stream().filter(run -> !PastRuns.isOutside(run)).count();
    return "%d of %d that had been foretold lay within their 90 %% range."
        .formatted(inside, foretold.size());
  }

  private static boolean isBeforehand(@Nullable PastForecast forecast) {
    return forecast != null && forecast.beforehand();
  }

  private static String next(TargetHistory history, ZoneId zone) {
    if (history.ahead().isEmpty()) {
      return "";
    }
    RunAhead next = history.ahead().get(0);
    return "The next run, about %s, is expected to come to %s, with 90 %% between %s."
        .formatted(
            day(next.time(), zone),
            amount(history, next.distribution().median()),
            range(history.target(), next.distribution().interval(0.9)));
  }

  /** Of a run that is over. */
  static String of(Target target, PastRun run, ZoneId zone) {
    String came = MINUTE.format(run.time().atZone(zone)) + ": " + amount(target, run.value());
    PastForecast forecast = run.forecast();
    if (forecast == null) {
      return came;
    }
    return "%s; %s %s to hold 90 %%"
        .formatted(
            came,
            forecast.beforehand() ? "foretold" : "said afterwards",
            range(target, PastRuns.wide(forecast)));
  }

  /** Of a run to come. */
  static String of(Target target, RunAhead ahead, ZoneId zone) {
    return "about %s: %s; 90 %% between %s"
        .formatted(
            day(ahead.time(), zone),
            amount(target, ahead.distribution().median()),
            range(target, ahead.distribution().interval(0.9)));
  }

  static String range(Target target, PredictionInterval interval) {
    return "%s and %s"
        .formatted(amount(target, interval.lower()), amount(target, interval.upper()));
  }

  static String day(Instant time, ZoneId zone) {
    return DAY.format(time.atZone(zone));
  }

  static String shortDay(Instant time, ZoneId zone) {
    return SHORT_DAY.format(time.atZone(zone));
  }

  private static String amount(TargetHistory history, double value) {
    return amount(history.target(), value);
  }

  static String amount(Target target, double value) {
    return ReadableQuantity.of(target.unit(), value);
  }
}
