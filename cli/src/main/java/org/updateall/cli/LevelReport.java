package org.updateall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.updateall.application.forecasting.SeriesBacktest;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.ForecastScores;
import org.updateall.domain.forecast.ScoreSummary;

/** How intervals of several levels about the same forecasts have fared. */
final class LevelReport {

  private final List<ScoreSummary> summaries = new ArrayList<>();
  private final List<Double> levels = new ArrayList<>();

  /**
   * @param levels in the order of the intervals of each forecast
   */
  LevelReport(List<Double> levels, List<SeriesBacktest> done) {
    for (int place = 0; place < levels.size(); place++) {
      double level = levels.get(place);
      ScoreSummary.of(scores(done, place), level)
          .forEach(
              summary -> {
                this.levels.add(level);
                summaries.add(summary);
              });
    }
  }

  private static List<ForecastScores> scores(List<SeriesBacktest> done, int place) {
    return done.stream().flatMap(each -> each.withInterval(place).scores().toJavaStream()).toList();
  }

  Table table() {
    Table table =
        new Table(
            Column.right("LEVEL"),
            Column.right("FORECASTS"),
            Column.right("COVERAGE"),
            Column.right("DEVIATION BY SERIES"),
            Column.right("RELATIVE SCORE"));
    for (int i = 0; i < summaries.size(); i++) {
      ScoreSummary summary = summaries.get(i);
      table.row(
          Quantity.level(levels.get(i)),
          Count.of(summary.forecasts()),
          Quantity.percent(summary.coverage()),
          Quantity.percent(summary.coverageDeviation()),
          String.format(Locale.ROOT, "%.3f", summary.relativeIntervalScore()));
    }
    return table;
  }

  List<Map<String, Object>> documents() {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (int i = 0; i < summaries.size(); i++) {
      ScoreSummary summary = summaries.get(i);
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("level", levels.get(i));
      document.put("scored_forecasts", summary.forecasts());
      document.put("coverage", summary.coverage());
      document.put("coverage_deviation", summary.coverageDeviation());
      document.put("relative_interval_score", summary.relativeIntervalScore());
      documents.add(document);
    }
    return documents;
  }
}
