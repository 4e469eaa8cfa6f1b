package org.updateall.adapters.report.chart;

import java.util.List;
import org.updateall.domain.forecast.Target;

/**
 * Where values of a unit are in a picture. What lies beyond an end is at that end.
 *
 * @param unit what they are counted in
 * @param low least value; above 0 where it is logarithmic
 * @param high greatest value, not below the least
 * @param logarithmic whether equal ratios are equally far apart; values of 0 are at its low end
 * @param start where the least value is
 * @param end where the greatest is
 */
record ValueAxis(
    Target.Unit unit, double low, double high, boolean logarithmic, double start, double end) {

  private static final int MOST_TICKS = 6;
  private static final double ROOM = 1.06;

  /** From 0 to a bit above the greatest value. */
  static ValueAxis fromZero(Target.Unit unit, double greatest, double start, double end) {
    return new ValueAxis(unit, 0, ROOM * greatest, false, start, end);
  }

  double place(double value) {
    if (low == high) {
      return start;
    }
    double within = Math.max(low, Math.min(high, value));
    double share =
        logarithmic ? Math.log(within / low) / Math.log(high / low) : (within - low) / (high - low);
    return start + share * (end - start);
  }

  List<Tick> ticks() {
    List<Double> values = low == high ? List.of(low) : NiceValues.between(this, MOST_TICKS);
    return values.stream()
        .map(value -> new Tick(place(value), NiceValues.label(this, value)))
        .toList();
  }
}
