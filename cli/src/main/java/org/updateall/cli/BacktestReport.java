package org.updateall.cli;

import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.updateall.application.forecasting.BacktestRequest;
import org.updateall.application.forecasting.SeriesBacktest;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.ForecastScores;
import org.updateall.domain.forecast.Origins;
import org.updateall.domain.forecast.ScoreSummary;

/** How forecasts of the past have fared, as tables and as JSON. */
final class BacktestReport {

  /** What series are told of together. */
  enum Grouping {
    SOURCE(SeriesReader.SOURCE),
    METRIC(SeriesReader.METRIC);

    private final String column;

    Grouping(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }

    private String of(InputSeries series) {
      return this == SOURCE ? series.source() : series.metric();
    }
  }

  private static final String ALL = "all";
  private static final double NANOS = 1e9;

  private final BacktestRequest request;
  private final @Nullable Grouping grouping;
  private final boolean byLength;
  private final List<InputSeries> series;
  private final List<SeriesBacktest> done;

  /**
   * @param byLength whether to tell by the number of values before, too
   * @param series what was forecast
   * @param done what came of it, in the same order
   */
  BacktestReport(
      BacktestRequest request,
      @Nullable Grouping grouping,
      boolean byLength,
      List<InputSeries> series,
      List<SeriesBacktest> done) {
    this.request = request;
    this.grouping = grouping;
    this.byLength = byLength;
    this.series = series;
    this.done = done;
  }

  void show(Session session) {
    if (session.json()) {
      session.printJson(document(session.verbose()));
      return;
    }
    if (done.isEmpty()) {
      session.print("There is no series to forecast.");
      return;
    }
    if (session.verbose()) {
      session.print(eachSeries());
      session.print("");
    }
    session.print(together());
    if (request.levels().size() > 1) {
      session.print("");
      session.print(new LevelReport(request.levels(), done).table());
    }
    if (byLength) {
      session.print("");
      session.print(new LengthReport(request.level(), series, done).table());
    }
    int unscored = done.size() - scored(done).size();
    if (unscored > 0) {
      session.print(
          "%s left out of the scores: nothing was forecast, or the values before do not differ."
              .formatted(Count.of(unscored) + " series"));
    }
  }

  private Table together() {
    Grouping by = grouping;
    Table table = table(by == null ? "" : by.name(), "SERIES");
    if (by != null) {
      groups(by).forEach((name, group) -> row(table, name.isEmpty() ? "–" : name, group, true));
      table.rule();
    }
    row(table, ALL, done, true);
    return table;
  }

  private Table eachSeries() {
    Table table = table(SeriesReader.SERIES.toUpperCase(Locale.ROOT), "VALUES");
    done.forEach(each -> row(table, each.series().name(), List.of(each), false));
    return table;
  }

  private Table table(String first, String second) {
    return new Table(
        Column.left(first),
        Column.right(second),
        Column.right("FORECASTS"),
        Column.right("RELATIVE MAE"),
        Column.right("MASE"),
        Column.right("MAPE"),
        Column.right("MAPE BELOW " + Quantity.level(ScoreSummary.ACCURATE)),
        Column.right("COVERAGE OF " + Quantity.level(request.level())),
        Column.right("RELATIVE SCORE"),
        Column.right("TIME"));
  }

  private void row(Table table, String name, List<SeriesBacktest> group, boolean many) {
    ScoreSummary summary = summary(group).getOrNull();
    int second = many ? scored(group).size() : group.get(0).series().size();
    int forecasts = group.stream().mapToInt(each -> each.forecasts().size()).sum();
    table.row(
        name,
        Count.of(second),
        Count.of(summary == null ? forecasts : summary.forecasts()),
        summary == null ? "–" : ratio(summary.relativeError()),
        summary == null ? "–" : ratio(summary.scaledError()),
        summary == null ? "–" : percent(summary.percentageError()),
        summary == null ? "–" : percent(summary.accurate()),
        summary == null ? "–" : Quantity.percent(summary.coverage()),
        summary == null ? "–" : ratio(summary.relativeIntervalScore()),
        String.format(Locale.ROOT, "%.3f s", secondsPerSeries(group)));
  }

  private Map<String, Object> document(boolean verbose) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("model", request.options().model());
    document.put("level", request.level());
    document.put("intervals", request.options().intervals().wireName());
    if (request.origins().equals(Origins.all())) {
      document.put("all_origins", true);
    } else {
      document.put("last_fraction", request.origins().lastFraction());
      document.put("last_max", request.origins().lastMax());
    }
    document.put("all", document(done));
    if (request.levels().size() > 1) {
      document.put("levels", new LevelReport(request.levels(), done).documents());
    }
    if (grouping != null) {
      document.put(grouping.column() + "s", documents(grouping));
    }
    if (byLength) {
      document.put("lengths", new LengthReport(request.level(), series, done).documents());
    }
    if (verbose) {
      document.put("series", done.stream().map(this::document).toList());
    }
    return document;
  }

  private List<Map<String, Object>> documents(Grouping by) {
    List<Map<String, Object>> documents = new ArrayList<>();
    groups(by)
        .forEach(
            (name, group) -> {
              Map<String, Object> document = new LinkedHashMap<>();
              document.put(by.column(), name);
              document.putAll(document(group));
              documents.add(document);
            });
    return documents;
  }

  private Map<String, Object> document(SeriesBacktest each) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(SeriesReader.SERIES, each.series().name());
    document.put("values", each.series().size());
    document.putAll(document(List.of(each)));
    return document;
  }

  private Map<String, Object> document(List<SeriesBacktest> group) {
    ScoreSummary summary = summary(group).getOrNull();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("scored_series", scored(group).size());
    document.put("unscored_series", group.size() - scored(group).size());
    document.put("scored_forecasts", summary == null ? 0 : summary.forecasts());
    document.put("relative_mae", summary == null ? null : summary.relativeError());
    document.put("mase", summary == null ? null : summary.scaledError());
    document.put("mape", summary == null ? null : summary.percentageError());
    document.put("mape_below_30_percent", summary == null ? null : summary.accurate());
    document.put("coverage", summary == null ? null : summary.coverage());
    document.put("coverage_deviation", summary == null ? null : summary.coverageDeviation());
    document.put(
        "relative_interval_score", summary == null ? null : summary.relativeIntervalScore());
    document.put("seconds_per_series", Json.seconds(secondsPerSeries(group)));
    return document;
  }

  private Map<String, List<SeriesBacktest>> groups(Grouping by) {
    Map<String, List<SeriesBacktest>> groups = new TreeMap<>();
    for (int i = 0; i < done.size(); i++) {
      groups.computeIfAbsent(by.of(series.get(i)), name -> new ArrayList<>()).add(done.get(i));
    }
    return groups;
  }

  private Option<ScoreSummary> summary(List<SeriesBacktest> group) {
    return ScoreSummary.of(scored(group), request.level());
  }

  private static List<ForecastScores> scored(List<SeriesBacktest> group) {
    return group.stream().flatMap(each -> each.scores().toJavaStream()).toList();
  }

  private static double secondsPerSeries(List<SeriesBacktest> group) {
    return group.stream()
            .map(SeriesBacktest::elapsed)
            .mapToLong(Duration::toNanos)
            .average()
            .orElse(0)
        / NANOS;
  }

  private static String ratio(double figure) {
    return String.format(Locale.ROOT, "%.3f", figure);
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "–" : Quantity.percent(share);
  }
}
