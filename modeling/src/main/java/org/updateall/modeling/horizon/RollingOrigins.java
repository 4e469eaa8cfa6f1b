package org.updateall.modeling.horizon;

import java.util.ArrayList;
import java.util.List;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

/**
 * From which places of a series paths are forecast that have come true since. Models are fitted to
 * what lies before the first of them: at least eight values, and two seasons and one if there are
 * three. The places lie evenly between there and the end, forty at most; paths from the last of
 * them end with the series.
 */
final class RollingOrigins {

  private static final int FEWEST = 8;
  private static final int MOST_ORIGINS = 40;
  private static final int PATHS = 4;
  private static final int MOST_VALUES = 120;
  private static final int MOST_STEPS = 500;
  private static final double VALUES_PER_EVIDENCE = 12;

  private final TimeSeries series;
  private final int first;
  private final int steps;
  private final List<Integer> places = new ArrayList<>();
  private final List<List<Occasion>> expected = new ArrayList<>();

  private RollingOrigins(TimeSeries series, int first, int steps) {
    this.series = series;
    this.first = first;
    this.steps = steps;
    int window = series.size() - first;
    int every = (window + MOST_ORIGINS - 1) / MOST_ORIGINS;
    for (int place = series.size() - 1; place >= first; place -= every) {
      places.add(0, place);
      int count = Math.min(steps, series.size() - place);
      expected.add(0, series.first(place).expected(count));
    }
  }

  /**
   * @param horizon how many steps are to be forecast
   * @param period how many values make a season; 1 for none
   */
  static RollingOrigins of(TimeSeries series, int horizon, int period) {
    int size = series.size();
    int needed = Math.max(FEWEST, size >= 3 * period ? 2 * period + 1 : FEWEST);
    int wanted = Math.max(PATHS * horizon, Math.min(size / 3, MOST_VALUES));
    int window = Math.max(0, Math.min(size - needed, wanted));
    return new RollingOrigins(
        series, size - window, Math.min(MOST_STEPS, Math.min(horizon, window)));
  }

  /**
   * The same paths in a series that begins later: with that many values, or as many as are needed
   * to have half of them before the first path.
   */
  RollingOrigins amongLast(int count) {
    int kept = Math.min(series.size(), Math.max(count, 2 * window()));
    return new RollingOrigins(series.last(kept), kept - window(), steps);
  }

  /** The values before the first origin; all if there is none. */
  TimeSeries before() {
    return series.first(first);
  }

  TimeSeries series() {
    return series;
  }

  int first() {
    return first;
  }

  /** How many paths there are. */
  int count() {
    return places.size();
  }

  /** The place of the first value of that path. */
  int place(int path) {
    return places.get(path);
  }

  /** The occasions of that path as they were to be expected. */
  List<Occasion> expected(int path) {
    return expected.get(path);
  }

  /** How many steps the longest path has. */
  int steps() {
    return steps;
  }

  /** How much the paths say: a twelfth of the values that came true. */
  double evidence() {
    return window() / VALUES_PER_EVIDENCE;
  }

  private int window() {
    return series.size() - first;
  }

  /** How many paths there are that do not overlap. */
  double paths() {
    return steps == 0 ? 0 : (double) window() / steps;
  }

  /** What came at that step of that path; NaN if it is not known. */
  double actual(int path, int step) {
    int index = place(path) + step;
    return series.isObserved(index) ? series.value(index) : Double.NaN;
  }
}
