package org.updateall.modeling.combination;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.numbers.Median;

/**
 * What the members of a pool have earned, and the weights that follow.
 *
 * <pre>
 * z_m, z    forecast of member m and the value, on the pool's scale
 * l_m       loss of one step                     min(|z - z_m|, 4 median over m)
 * d         discount                             S_m = d S_m + l_m,  n = d n + 1
 * L_m       mean loss, shrunk to the median      (S_m + 3 median S / n) / (n + 3)
 * pi_m      prior weight
 * w_m       weight                               proportional to pi_m L_m^(-eta n)
 * </pre>
 *
 * <p>A member that said nothing is charged the loss of the stand-in, so that all are judged on as
 * many steps. With eta = 1 and d = 0.98 the optimum is flat: from 0.5 to 2 and from 0.97 to 0.985
 * the mean error over the development series moves by less than 1 %.
 */
final class TrackRecord {

  private static final double ETA = 1;
  private static final double DISCOUNT = 0.98;
  private static final double CUT = 4;
  private static final double SHRINKAGE = 3;

  private static final double SMALLEST_SHARE = 1e-9;
  private static final double SMALLEST = 1e-300;

  private final double[] logPriors;
  private final double[] sums;
  private double n;

  TrackRecord(double[] priors) {
    this.logPriors = Arrays.stream(priors).map(Math::log).toArray();
    this.sums = new double[priors.length];
  }

  /** The discounted number of steps judged. */
  double steps() {
    return n;
  }

  List<Double> sums() {
    return Arrays.stream(sums).boxed().toList();
  }

  /**
   * Goes on from there.
   *
   * @param kept for each member the sum that it had, or null if it is new: then it stands in the
   *     middle
   */
  void restore(double steps, List<@Nullable Double> kept) {
    n = steps;
    double[] known = kept.stream().filter(sum -> sum != null).mapToDouble(sum -> sum).toArray();
    double middle = known.length == 0 ? 0 : Median.sorting(known);
    for (int m = 0; m < sums.length; m++) {
      Double sum = kept.get(m);
      sums[m] = sum == null ? middle : sum;
    }
  }

  /** The weights of the members, of those that have a forecast; all 0 if none has one. */
  double[] weights(double[] forecasts) {
    double median = Median.sorting(sums.clone()) / Math.max(1, n);
    double smallest = Math.max(SMALLEST, SMALLEST_SHARE * median);
    double[] weights = new double[sums.length];
    double greatest = Double.NEGATIVE_INFINITY;
    for (int m = 0; m < sums.length; m++) {
      double L = Math.max(smallest, (sums[m] + SHRINKAGE * median) / (n + SHRINKAGE));
      boolean silent = Double.isNaN(forecasts[m]);
      weights[m] = silent ? Double.NEGATIVE_INFINITY : logPriors[m] - ETA * n * Math.log(L);
      greatest = Math.max(greatest, weights[m]);
    }
    return normalised(weights, greatest);
  }

  private static double[] normalised(double[] logWeights, double greatest) {
    if (greatest == Double.NEGATIVE_INFINITY) {
      return new double[logWeights.length];
    }
    double[] weights =
        Arrays.stream(logWeights).map(weight -> Math.exp(weight - greatest)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  void judge(double value, double[] forecasts, double standIn) {
    double[] losses = new double[sums.length];
    for (int m = 0; m < sums.length; m++) {
      double forecast = Double.isNaN(forecasts[m]) ? standIn : forecasts[m];
      losses[m] = Math.abs(value - forecast);
    }
    double median = Median.sorting(losses.clone());
    double cut = median > 0 ? CUT * median : Double.POSITIVE_INFINITY;
    for (int m = 0; m < sums.length; m++) {
      sums[m] = DISCOUNT * sums[m] + Math.min(cut, losses[m]);
    }
    n = DISCOUNT * n + 1;
  }
}
