package org.updateall.adapters.report.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.reporting.PastRun;
import org.updateall.domain.reporting.RunAhead;
import org.updateall.domain.reporting.TargetHistory;

/**
 * How far the values of a history reach, for its axis. All runs are in it; what was thought
 * possible of them may reach beyond it where it is many times what any run came to.
 */
final class HistoryRange {

  /** A greatest run so many times the middle one leaves no room for the others but by ratios. */
  private static final double LOGARITHMIC_FROM = 25;

  private static final double MOST_BEYOND_RUNS = 3;
  private static final double NEAR_ONE_ANOTHER = 0.6;

  /** Below the least value above 0, so that 0 is seen to be another. */
  private static final double ROOM_FOR_ZEROS = 4;

  private static final double SMALLEST_RATIO = 1e-6;

  private final TargetHistory history;
  private final double greatestRun;

  private HistoryRange(TargetHistory history) {
    this.history = history;
    this.greatestRun = values().max().orElse(0);
  }

  /**
   * @param bottom where small values are
   * @param top where great ones are
   */
  static ValueAxis axis(TargetHistory history, double bottom, double top) {
    HistoryRange range = new HistoryRange(history);
    return range.isLogarithmic() ? range.byRatios(bottom, top) : range.even(bottom, top);
  }

  private boolean isLogarithmic() {
    double[] positive = values().filter(value -> value > 0).sorted().toArray();
    return positive.length > 0 && greatestRun > LOGARITHMIC_FROM * positive[positive.length / 2];
  }

  private boolean hasZeros() {
    return values().anyMatch(value -> value == 0);
  }

  private ValueAxis even(double bottom, double top) {
    double high = high();
    double low = low(0);
    boolean near = low > NEAR_ONE_ANOTHER * high && high > 1.02 * low;
    if (!near) {
      return ValueAxis.fromZero(history.target().unit(), high, bottom, top);
    }
    double room = 0.12 * (high - low);
    return new ValueAxis(history.target().unit(), low - room, high + room, false, bottom, top);
  }

  private ValueAxis byRatios(double bottom, double top) {
    double high = 1.3 * high();
    double low = Math.max(low(SMALLEST_RATIO * high) / 1.3, SMALLEST_RATIO * high);
    double least = hasZeros() ? low / ROOM_FOR_ZEROS : low;
    return new ValueAxis(history.target().unit(), least, high, true, bottom, top);
  }

  private double high() {
    double ahead = history.ahead().stream().mapToDouble(each -> median(each)).max().orElse(0);
    double most = Math.max(greatestRun, ahead);
    double foretold =
        Math.min(most(foretold().mapToDouble(PredictionInterval::upper)), most * MOST_BEYOND_RUNS);
    double expected = Math.min(ahead(1).max().orElse(0), most * MOST_BEYOND_RUNS);
    return DoubleStream.of(most, foretold, expected).max().orElse(0);
  }

  /** The least of all that is above a limit, or at 0 if that is. */
  private double low(double limit) {
    double foretold = least(foretold().mapToDouble(PredictionInterval::lower));
    return DoubleStream.concat(DoubleStream.concat(values(), ahead(0)), DoubleStream.of(foretold))
        .filter(value -> limit == 0 || value >= limit)
        .min()
        .orElse(limit);
  }

  private DoubleStream values() {
    return history.past().stream().mapToDouble(PastRun::value);
  }

  private Stream<PredictionInterval> foretold() {
    return history.past().stream()
        .map(PastRun::forecast)
        .filter(Objects::nonNull)
        .map(forecast -> PastRuns.wide(forecast));
  }

  private DoubleStream ahead(int end) {
    return history.ahead().stream()
        .map(each -> each.distribution().interval(0.95))
        .mapToDouble(each -> end == 0 ? each.lower() : each.upper());
  }

  private static double median(RunAhead ahead) {
    return ahead.distribution().median();
  }

  private static double most(DoubleStream values) {
    return ranked(values, 0.95, 0);
  }

  private static double least(DoubleStream values) {
    return ranked(values, 0.05, Double.MAX_VALUE);
  }

  private static double ranked(DoubleStream values, double share, double otherwise) {
    List<Double> sorted = new ArrayList<>(values.boxed().toList());
    Collections.sort(sorted);
    return sorted.isEmpty() ? otherwise : sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }
}
