package org.updateall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.updateall.application.forecasting.SeriesBacktest;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.LengthSummary;
import org.updateall.domain.forecast.LengthSummary.SourceCoverage;
import org.updateall.domain.forecast.PastForecasts;

/** How forecasts have fared by the number of values that were known before. */
final class LengthReport {

  private final double level;
  private final boolean bySource;
  private final List<LengthSummary> summaries;

  /**
   * @param series what was forecast
   * @param done what came of it, in the same order
   */
  LengthReport(double level, List<InputSeries> series, List<SeriesBacktest> done) {
    this.level = level;
    this.bySource = series.stream().anyMatch(each -> !each.source().isEmpty());
    this.summaries =
        LengthSummary.of(
            IntStream.range(0, done.size())
                .mapToObj(i -> new PastForecasts(series.get(i).sourced(), done.get(i).forecasts()))
                .toList());
  }

  Table table() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.left("VALUES BEFORE"));
    columns.add(Column.right("FORECASTS"));
    columns.add(Column.right("COVERAGE OF " + Quantity.level(level)));
    if (bySource) {
      columns.add(Column.right("MEAN OF SOURCES"));
      columns.add(Column.right("LEAST OF SOURCES"));
    }
    columns.add(Column.right("SERIES"));
    columns.add(Column.right("RELATIVE SCORE"));
    Table table = new Table(columns.toArray(Column[]::new));
    summaries.forEach(summary -> table.row(cells(summary).toArray(String[]::new)));
    return table;
  }

  private List<String> cells(LengthSummary summary) {
    List<String> cells = new ArrayList<>();
    cells.add(summary.length().range());
    cells.add(Count.of(summary.forecasts()));
    cells.add(Quantity.percent(summary.coverage()));
    if (bySource) {
      cells.add(Quantity.percent(summary.meanOfSources()));
      cells.add(summary.leastSource().map(LengthReport::words).getOrElse("–"));
    }
    Double score = summary.relativeIntervalScore();
    cells.add(Count.of(summary.series()));
    cells.add(score == null ? "–" : String.format(Locale.ROOT, "%.3f", score));
    return cells;
  }

  private static String words(SourceCoverage least) {
    return "%s (%s, %s)"
        .formatted(
            Quantity.percent(least.coverage()),
            least.source().isEmpty() ? "–" : least.source(),
            Count.of(least.forecasts()));
  }

  List<Map<String, @Nullable Object>> documents() {
    return summaries.stream().map(this::document).toList();
  }

  private Map<String, @Nullable Object> document(LengthSummary summary) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("values_before", summary.length().range());
    document.put("forecasts", summary.forecasts());
    document.put("coverage", summary.coverage());
    document.put("scored_series", summary.series());
    document.put("relative_interval_score", summary.relativeIntervalScore());
    if (bySource) {
      document.put("mean_coverage_of_sources", summary.meanOfSources());
      document.put("sources", summary.sources().stream().map(LengthReport::document).toList());
    }
    return document;
  }

  private static Map<String, Object> document(SourceCoverage source) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("source", source.source());
    document.put("forecasts", source.forecasts());
    document.put("coverage", source.coverage());
    return document;
  }
}
