package org.updateall.cli;

import java.util.stream.DoubleStream;
import org.updateall.domain.reporting.PastRun;
import org.updateall.domain.reporting.TargetHistory;

/**
 * How high values are in a plot, from 0 to 1.
 *
 * @param bottom what is at 0; above 0 if it is logarithmic
 * @param top what is at 1
 * @param logarithmic whether equal ratios are equally far apart
 */
record PlotScale(double bottom, double top, boolean logarithmic) {

  /** A greatest run so many times the middle one leaves no room for the others but by ratios. */
  private static final double LOGARITHMIC_FROM = 25;

  private static final double MOST_BEYOND = 2;

  /** All runs are within it; what is thought possible may reach beyond it. */
  static PlotScale of(TargetHistory history) {
    double[] runs =
        history.past().stream()
            .mapToDouble(PastRun::value)
            .filter(each -> each > 0)
            .sorted()
            .toArray();
    double greatest =
        DoubleStream.concat(
                DoubleStream.of(runs),
                history.ahead().stream().mapToDouble(each -> each.distribution().median()))
            .max()
            .orElse(0);
    double possible =
        history.ahead().stream()
            .mapToDouble(each -> each.distribution().interval(0.9).upper())
            .max()
            .orElse(0);
    double top = Math.max(greatest, Math.min(possible, MOST_BEYOND * greatest));
    return runs.length > 0 && runs[runs.length - 1] > LOGARITHMIC_FROM * runs[runs.length / 2]
        ? new PlotScale(runs[0] / 2, top, true)
        : new PlotScale(0, top, false);
  }

  double height(double value) {
    if (value <= bottom || top <= bottom) {
      return 0;
    }
    double height =
        logarithmic
            ? Math.log(value / bottom) / Math.log(top / bottom)
            : (value - bottom) / (top - bottom);
    return Math.min(1, height);
  }

  /** The value that is so high. */
  double value(double height) {
    return logarithmic ? bottom * Math.pow(top / bottom, height) : bottom + height * (top - bottom);
  }
}
