package org.updateall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.updateall.application.forecasting.SeriesBacktest;
import org.updateall.domain.forecast.OneStepForecast;
import org.updateall.domain.forecast.PredictionInterval;

/** A table of forecasts of the past, those of each series by origin. */
final class BacktestTable {

  private static final List<String> COLUMNS =
      List.of("series_id", "timestamp", "origin_index", "point", "lower", "upper");

  private final OutputTable table;
  private final int levels;

  /**
   * @param levels of the intervals; those after the first have columns of their own
   */
  BacktestTable(Path file, List<Double> levels) {
    List<String> columns = new ArrayList<>(COLUMNS);
    for (double level : levels.subList(1, levels.size())) {
      columns.add("lower_" + level);
      columns.add("upper_" + level);
    }
    this.table = new OutputTable(file, columns, COLUMNS);
    this.levels = levels.size();
  }

  int check(Session session) {
    return table.check(session);
  }

  int write(Session session, List<InputSeries> series, List<SeriesBacktest> done) {
    int forecasts = done.stream().mapToInt(each -> each.forecasts().size()).sum();
    return table.write(
        session,
        IntStream.range(0, done.size())
            .boxed()
            .flatMap(i -> rows(series.get(i), done.get(i).forecasts())),
        forecasts);
  }

  private Stream<List<Object>> rows(InputSeries series, List<OneStepForecast> forecasts) {
    return forecasts.stream().map(each -> row(series, each));
  }

  private List<Object> row(InputSeries series, OneStepForecast forecast) {
    List<Object> row = new ArrayList<>();
    row.add(series.series().name());
    row.add(series.timestamps().get(forecast.originIndex()));
    row.add(forecast.originIndex());
    row.add(forecast.point());
    for (PredictionInterval interval : forecast.intervals().subList(0, levels)) {
      row.add(interval.lower());
      row.add(interval.upper());
    }
    return row;
  }
}
