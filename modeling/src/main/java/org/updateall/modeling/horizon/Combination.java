package org.updateall.modeling.horizon;

import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.numbers.Median;

/**
 * The mean of the contenders' paths, weighted by how they have done over as many steps.
 *
 * <pre>
 * e_moh   error of contender m from origin o at step h
 * L_m     its mean loss                     mean over h of mean over o of |e_moh|
 * k       paths that do not overlap
 * c       shrinkage                         1
 * pi_m    prior weight
 * w_m     weight                            proportional to pi_m ((k L_m + c median L) / (k + c))^-n
 * n       evidence, of {@link RollingOrigins}
 * </pre>
 *
 * Who has no past path stands in the middle.
 */
final class Combination {

  private static final double SHRINKAGE = 1;
  private static final double SMALLEST_SHARE = 1e-6;

  private Combination() {}

  /** One weight for each, which add up to 1. */
  static double[] weights(List<Paths> contenders, RollingOrigins origins) {
    double[] losses = contenders.stream().mapToDouble(each -> each.meanError(origins)).toArray();
    double[] known = Arrays.stream(losses).filter(loss -> !Double.isNaN(loss)).toArray();
    double median = known.length == 0 ? 0 : Median.sorting(known);
    double[] weights = new double[losses.length];
    for (int m = 0; m < weights.length; m++) {
      double earned = median > 0 ? weight(losses[m] / median, origins) : 1;
      weights[m] = contenders.get(m).prior() * earned;
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  private static double weight(double loss, RollingOrigins origins) {
    double k = origins.paths();
    double shrunken = Double.isNaN(loss) ? 1 : (k * loss + SHRINKAGE) / (k + SHRINKAGE);
    return Math.pow(Math.max(SMALLEST_SHARE, shrunken), -origins.evidence());
  }

  /** The weighted mean of what they said and say; of past paths, of those who have them. */
  static Paths of(List<Paths> contenders, RollingOrigins origins, int steps) {
    double[] weights = weights(contenders, origins);
    double[][] past = new double[origins.count()][];
    for (int path = 0; path < past.length; path++) {
      int origin = path;
      past[path] = new double[origins.expected(path).size()];
      Arrays.setAll(past[path], step -> past(contenders, weights, origin, step));
    }
    double[] next = new double[steps];
    for (int m = 0; m < weights.length; m++) {
      for (int step = 0; step < steps; step++) {
        next[step] += weights[m] * contenders.get(m).next(step);
      }
    }
    return new Paths(1, past, next);
  }

  private static double past(List<Paths> contenders, double[] weights, int path, int step) {
    double sum = 0;
    double total = 0;
    for (int m = 0; m < weights.length; m++) {
      if (contenders.get(m).hasPast()) {
        sum += weights[m] * contenders.get(m).past(path, step);
        total += weights[m];
      }
    }
    return sum / total;
  }
}
