package org.updateall.cli;

import java.util.ArrayList;
import java.util.List;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.reporting.PastForecast;
import org.updateall.domain.reporting.PastRun;

/**
 * One run, or some that followed one another, in a plot.
 *
 * @param value what it came to; the middle one of several
 * @param greatest the greatest of them
 * @param above whether one lay above its 90 % range
 * @param below whether one lay below it
 */
record PlotColumn(double value, double greatest, boolean above, boolean below) {

  /** As few runs to a column as there is room for. */
  static List<PlotColumn> of(List<PastRun> runs, int room) {
    int each = runsEach(runs.size(), room);
    List<PlotColumn> columns = new ArrayList<>();
    for (int from = 0; from < runs.size(); from += each) {
      columns.add(of(runs.subList(from, Math.min(runs.size(), from + each))));
    }
    return columns;
  }

  /** How many runs share a column. */
  static int runsEach(int runs, int room) {
    return Math.max(1, (runs + room - 1) / room);
  }

  private static PlotColumn of(List<PastRun> runs) {
    double[] values = runs.stream().mapToDouble(PastRun::value).sorted().toArray();
    return new PlotColumn(
        values[values.length / 2],
        values[values.length - 1],
        runs.stream().anyMatch(PlotColumn::isAbove),
        runs.stream().anyMatch(PlotColumn::isBelow));
  }

  static boolean isOutside(PastRun run) {
    return isAbove(run) || isBelow(run);
  }

  private static boolean isAbove(PastRun run) {
    PastForecast forecast = run.forecast();
    return forecast != null && run.value() > range(forecast).upper();
  }

  private static boolean isBelow(PastRun run) {
    PastForecast forecast = run.forecast();
    return forecast != null && run.value() < range(forecast).lower();
  }

  private static PredictionInterval range(PastForecast forecast) {
    return forecast.outline().interval(PredictionInterval.DEFAULT_LEVEL);
  }
}
