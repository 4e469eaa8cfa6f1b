package org.updateall.adapters.report.chart;

import java.util.List;
import org.updateall.domain.forecast.Target;

/**
 * Where values of a unit are in a picture. What lies beyond an end is at that end.
 *
 * @param unit what they are counted in
 * @param low least value; above 0 where it is logarithmic
 * @param high greatest value, above the least
 * @param logarithmic whether equal ratios are equally far apart; values of 0 are at its low end
 * @param start where the least value is
 * @param end where the greatest is
 */
record ValueAxis(
    Target.Unit unit, double low, double high, boolean logarithmic, double start, double end) {

  private static final int MOST_TICKS = 6;

  double place(double value) {
    double within = Math.max(low, Math.min(high, value));
    double share =
        logarithmic ? Math.log(within / low) / Math.log(high / low) : (within - low) / (high - low);
    return start + share * (end - start);
  }

  List<Tick> ticks() {
    return NiceValues.between(this, MOST_TICKS).stream()
        .map(value -> new Tick(place(value), NiceValues.label(this, value)))
        .toList();
  }
}
