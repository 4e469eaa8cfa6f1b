package org.updateall.modeling.horizon;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.updateall.modeling.conformal.ConformalQuantile;
import org.updateall.modeling.interval.Levels;
import org.updateall.modeling.interval.PathErrors;

/**
 * What is believed of every step of a path, and of all of them at once.
 *
 * <pre>
 * x_o     exceedance of a path from origin o   greatest over h of |e_oh| / d_h, d_h the distance of
 *                                              the 90 % bound on that side at step h
 * q       conformal quantile of the x_o, of whole paths
 * b       factor by Bonferroni                 {@link Levels#bonferroni}
 * n       evidence, of {@link RollingOrigins}
 * c       shrinkage                            10
 * factor                                       q^(n / (n + c)) b^(c / (n + c))
 * </pre>
 *
 * One score for a whole path: Cleaveland, Lee, Pappas and Lindemann, AAAI 2024.
 */
public final class PathForecast {

  private static final double SHRINKAGE = 10;
  private static final double SMALLEST = 1e-3;
  private static final double FAR = 1e3;

  private final double[][] quantiles;
  private final Paths combined;
  private final RollingOrigins origins;

  PathForecast(double[][] quantiles, Paths combined, RollingOrigins origins) {
    this.quantiles = quantiles;
    this.combined = combined;
    this.origins = origins;
  }

  /** The quantiles at {@link Levels}, by step. */
  public double[][] quantiles() {
    return Arrays.stream(quantiles).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * By how much the distances of the single steps' 90 % bounds from their medians have to be larger
   * for all these steps to lie inside at once with that probability.
   *
   * @param level between 0 and 1
   */
  public double factor(double level) {
    double assumed = Levels.bonferroni(quantiles, level);
    double[] exceedances = exceedances();
    int count = exceedances.length;
    if (count == 0) {
      return assumed;
    }
    double own = ConformalQuantile.upper(exceedances, level).orElse(exceedances[count - 1]);
    double share = origins.evidence() / (origins.evidence() + SHRINKAGE);
    return Math.pow(Math.max(SMALLEST, own), share)
        * Math.pow(Math.max(SMALLEST, assumed), 1 - share);
  }

  /** Of paths that have come true as a whole, ascending. */
  private double[] exceedances() {
    return IntStream.range(0, origins.count())
        .filter(path -> origins.expected(path).size() == origins.steps())
        .mapToDouble(this::exceedance)
        .sorted()
        .toArray();
  }

  private double exceedance(int path) {
    double greatest = 0;
    for (int step = 0; step < origins.steps(); step++) {
      double error = combined.error(origins, path, step);
      if (error != 0 && !Double.isNaN(error)) {
        greatest = Math.max(greatest, Math.min(FAR, Math.abs(error) / room(step, error > 0)));
      }
    }
    return greatest;
  }

  private double room(int step, boolean above) {
    int distance = Levels.distance(PathErrors.LEVEL);
    double median = quantiles[step][Levels.MEDIAN];
    return above
        ? quantiles[step][Levels.MEDIAN + distance] - median
        : median - quantiles[step][Levels.MEDIAN - distance];
  }
}
