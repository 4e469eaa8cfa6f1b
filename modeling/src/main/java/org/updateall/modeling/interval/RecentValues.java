package org.updateall.modeling.interval;

import java.util.Arrays;
import org.updateall.modeling.conformal.ConformalQuantile;

/** Quantiles of what was seen of late, by rank or by interpolation. */
final class RecentValues {

  private RecentValues() {}

  /** Bounds about the point by the conformal ranks of errors; beyond the last it is the last. */
  static double[] ranked(double point, double growth, double[] errors) {
    double[] sizes = sizes(errors);
    return about(
        point,
        growth,
        level -> ConformalQuantile.upper(sizes, level).orElse(sizes[sizes.length - 1]));
  }

  /** Bounds about the point by interpolated quantiles of the sizes of errors. */
  static double[] interpolated(double point, double growth, double[] errors) {
    double[] sizes = sizes(errors);
    return about(point, growth, level -> quantile(sizes, level));
  }

  /** The quantiles of the values themselves, whatever the point is. */
  static double[] climatology(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(Levels.all()).map(level -> quantile(sorted, level)).toArray();
  }

  private interface SizeAtLevel {
    double of(double centralLevel);
  }

  private static double[] about(double point, double growth, SizeAtLevel size) {
    double[] quantiles = new double[Levels.COUNT];
    quantiles[Levels.MEDIAN] = point;
    for (int distance = 1; distance <= Levels.MEDIAN; distance++) {
      double half = growth * size.of(Levels.central(distance));
      quantiles[Levels.MEDIAN + distance] = point + half;
      quantiles[Levels.MEDIAN - distance] = Math.max(0, point - half);
    }
    return quantiles;
  }

  private static double[] sizes(double[] errors) {
    return Arrays.stream(errors).map(Math::abs).sorted().toArray();
  }

  /** Linear between the order statistics, the least at level 0 and the greatest at 1. */
  private static double quantile(double[] sorted, double level) {
    double place = level * (sorted.length - 1);
    int below = (int) place;
    double above = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (place - below) * (above - sorted[below]);
  }
}
