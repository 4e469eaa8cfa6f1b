package org.updateall.modeling.horizon;

import java.util.ArrayList;
import java.util.List;
import org.updateall.modeling.conformal.ConformalQuantile;
import org.updateall.modeling.interval.Levels;

/**
 * Predictive quantiles along a path, from what is believed without it and from past paths.
 *
 * <pre>
 * e_oh    error from origin o at step h
 * s_h     size of errors at step h         mean over o of |e_oh|, at least s_(h-1); beyond the
 *                                          followed steps it grows as what was believed
 * u       errors of all paths in units     e_oh / s_h
 * q_c     conformal quantile of |u| at c
 * n       evidence, of {@link RollingOrigins}
 * c       shrinkage                        2
 * d       distance of a bound              (n s_h q_c + c d_0) / (n + c), d_0 the one believed
 * </pre>
 */
final class PathQuantiles {

  private static final double SHRINKAGE = 2;

  private final Paths combined;
  private final RollingOrigins origins;
  private final double[] sizes;
  private final double[] units;

  PathQuantiles(Paths combined, RollingOrigins origins) {
    this.combined = combined;
    this.origins = origins;
    this.sizes = sizes();
    this.units = units();
  }

  private double[] sizes() {
    double[] sizes = new double[origins.steps()];
    double greatest = 0;
    for (int step = 0; step < sizes.length; step++) {
      double mean = combined.meanError(origins, step);
      greatest = Double.isNaN(mean) ? greatest : Math.max(greatest, mean);
      sizes[step] = greatest;
    }
    return sizes;
  }

  private double[] units() {
    List<Double> units = new ArrayList<>();
    for (int path = 0; path < origins.count(); path++) {
      for (int step = 0; step < origins.expected(path).size(); step++) {
        double unit = Math.abs(combined.error(origins, path, step)) / sizes[step];
        if (Double.isFinite(unit)) {
          units.add(unit);
        }
      }
    }
    return units.stream().mapToDouble(unit -> unit).sorted().toArray();
  }

  /**
   * @param believed by step and level of {@link Levels}
   */
  double[][] about(double[][] believed) {
    double[][] quantiles = new double[believed.length][];
    double share = units.length == 0 ? 0 : origins.evidence() / (origins.evidence() + SHRINKAGE);
    for (int step = 0; step < believed.length; step++) {
      double size = share == 0 ? 0 : size(step, believed);
      quantiles[step] = about(combined.next(step), believed[step], share, size);
    }
    return quantiles;
  }

  private double size(int step, double[][] believed) {
    int last = sizes.length - 1;
    if (step <= last) {
      return sizes[step];
    }
    double growth = width(believed[step]) / width(believed[last]);
    return sizes[last] * (Double.isFinite(growth) ? Math.max(1, growth) : 1);
  }

  private static double width(double[] quantiles) {
    return quantiles[Levels.COUNT - 1] - quantiles[0];
  }

  private double[] about(double point, double[] believed, double share, double size) {
    double[] quantiles = new double[Levels.COUNT];
    for (int place = 0; place < Levels.COUNT; place++) {
      double central = Math.abs(2 * Levels.at(place) - 1);
      double own = share == 0 ? 0 : Math.signum(place - Levels.MEDIAN) * size * unit(central);
      double other = believed[place] - believed[Levels.MEDIAN];
      double moved = point + share * own + (1 - share) * other;
      quantiles[place] = Math.max(place == 0 ? 0 : quantiles[place - 1], moved);
    }
    return quantiles;
  }

  private double unit(double central) {
    return central == 0
        ? 0
        : ConformalQuantile.upper(units, central).orElse(units[units.length - 1]);
  }
}
