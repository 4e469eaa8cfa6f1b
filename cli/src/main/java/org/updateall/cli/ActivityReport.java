package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.retrieval.Activity;
import org.updateall.domain.retrieval.MeasureTotal;
import org.updateall.domain.retrieval.PeriodActivity;
import org.updateall.domain.retrieval.PeriodLength;

/** What runs and executions came to together: in all, or period by period. */
final class ActivityReport {

  private ActivityReport() {}

  static void print(Session session, Activity activity) {
    session.print(
        "%s with %s of %s; %s of the finished attempts succeeded; %s updated"
            .formatted(
                Count.of(activity.runs(), "run"),
                Count.of(activity.executions(), "execution"),
                Count.of(activity.plugins(), "plugin"),
                activity.successRate().map(Quantity::percent).getOrElse("none"),
                Count.of(activity.packagesUpdated(), "package")));
    session.print("");
    Table table =
        new Table(
            Column.left("MEASURE"),
            Column.right("MEASURED"),
            Column.right("TOTAL"),
            Column.right("MEAN"),
            Column.right("GREATEST"));
    for (Target target : Target.values()) {
      MeasureTotal total = total(activity, target);
      table.row(
          EstimateTable.measure(target),
          String.format(Locale.ROOT, "%,d", total.count()),
          sum(target, total),
          shown(target, total.mean()),
          shown(target, total.maximum()));
    }
    session.print(table);
  }

  static Table table(List<PeriodActivity> periods, PeriodLength length, LocalClock clock) {
    Table table =
        new Table(
            Column.left(length + " (" + clock.zone() + ")"),
            Column.right("RUNS"),
            Column.right("EXECUTIONS"),
            Column.right("SUCCESS"),
            Column.right("TIME"),
            Column.right("CPU TIME"),
            Column.right("MEMORY"),
            Column.right("DOWNLOAD"),
            Column.right("UPDATED"),
            Column.right("PLUGINS"));
    for (PeriodActivity each : periods) {
      Activity activity = each.activity();
      table.row(
          clock.period(length, each.period()),
          Long.toString(activity.runs()),
          Long.toString(activity.executions()),
          activity.successRate().map(Quantity::percent).getOrElse("–"),
          sum(Target.WALL_CLOCK, activity.wallClockSeconds()),
          sum(Target.CPU_TIME, activity.cpuSeconds()),
          shown(Target.MEMORY_PEAK, activity.memoryPeakBytes().maximum()),
          sum(Target.DOWNLOAD_SIZE, activity.downloadSizeBytes()),
          Long.toString(activity.packagesUpdated()),
          Long.toString(activity.plugins()));
    }
    return table;
  }

  static Map<String, Object> document(PeriodActivity period) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("start", period.period().start().toString());
    document.put("end", period.period().end().toString());
    document.putAll(document(period.activity()));
    return document;
  }

  static Map<String, Object> document(Activity activity) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("runs", activity.runs());
    document.put("executions", activity.executions());
    document.put("by_status", PluginStatisticsReport.byStatus(activity.executionsByStatus()));
    document.put("success_rate", activity.successRate().map(Json::share).getOrNull());
    for (Target target : Target.values()) {
      document.put(target.wireName(), document(target, total(activity, target)));
    }
    document.put("packages_updated", activity.packagesUpdated());
    document.put("plugins", activity.plugins());
    return document;
  }

  private static Map<String, Object> document(Target target, MeasureTotal total) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("count", total.count());
    if (target.combination() == Target.Combination.SUM) {
      document.put("sum", Json.figure(target, total.sum()));
    }
    document.put("mean", figure(target, total.mean()));
    document.put("max", figure(target, total.maximum()));
    return document;
  }

  private static MeasureTotal total(Activity activity, Target target) {
    return switch (target) {
      case WALL_CLOCK -> activity.wallClockSeconds();
      case CPU_TIME -> activity.cpuSeconds();
      case MEMORY_PEAK -> activity.memoryPeakBytes();
      case DOWNLOAD_SIZE -> activity.downloadSizeBytes();
    };
  }

  /** A sum of peaks says nothing. */
  private static String sum(Target target, MeasureTotal total) {
    return total.count() == 0 || target.combination() == Target.Combination.MAXIMUM
        ? "–"
        : Quantity.of(target, total.sum());
  }

  private static String shown(Target target, @Nullable Double value) {
    return value == null ? "–" : Quantity.of(target, value);
  }

  private static @Nullable Number figure(Target target, @Nullable Double value) {
    return value == null ? null : Json.figure(target, value);
  }
}
