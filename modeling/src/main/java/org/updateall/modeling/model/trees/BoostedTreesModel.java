package org.updateall.modeling.model.trees;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.numbers.Require;

/**
 * Boosted trees with the past that they go on from. What they add to the reference is in units of
 * the scale.
 *
 * @param covariates how many covariates an occasion has
 * @param scale the median absolute difference of neighbours in the window that differ
 * @param reference what the trees' sum is added to
 * @param rate the share of a leaf's value that was added
 * @param trees the trees
 * @param widening how many times as far from their median quantiles are as the errors left on the
 *     window say: the errors on values held back over those
 * @param learned what they were grown on
 * @param past the newest values
 */
public record BoostedTreesModel(
    int covariates,
    double scale,
    Reference reference,
    double rate,
    Trees trees,
    double widening,
    LearnedRows learned,
    RecentPast past)
    implements FittedModel {

  private static final double MEDIAN = 0.5;

  /**
   * @throws IllegalArgumentException if the covariates are negative, the scale or the rate is not
   *     positive and finite, the widening is below 1, or the trees or what they were grown on have
   *     other features than an occasion with so many covariates
   */
  public BoostedTreesModel {
    Require.that(covariates >= 0, "covariates", covariates);
    Require.that(scale > 0 && scale < Double.POSITIVE_INFINITY, "scale", scale);
    Require.that(rate > 0 && rate <= 1, "rate", rate);
    Require.that(widening >= 1 && widening < Double.POSITIVE_INFINITY, "widening", widening);
    int features = trees.bins().features();
    Require.that(features == Features.count(covariates), "the number of features", features);
    int columns = learned.levels().size();
    Require.that(columns == features, "the number of levels", columns);
  }

  @Override
  public double[] forecast(List<Occasion> future) {
    return Recursion.forecast(past, new Features(covariates, scale), reference, trees, future);
  }

  /**
   * Quantiles of the value on the next occasion, rising with the level.
   *
   * @param levels each from 0 to 1
   * @throws IllegalArgumentException if a level is beyond that
   */
  public double[] quantiles(Occasion next, double... levels) {
    Past before = Past.of(past);
    double[] row = new Features(covariates, scale).of(before, next);
    QuantileLeaves leaves = new QuantileLeaves(trees, learned, rate, trees.bins().of(row));
    double median = leaves.at(MEDIAN);
    double[] rising = levels.clone();
    Arrays.sort(rising);
    double[] quantiles = new double[levels.length];
    for (int i = 0; i < rising.length; i++) {
      Require.that(rising[i] >= 0 && rising[i] <= 1, "levels", rising[i]);
      double added = median + widening * (leaves.at(rising[i]) - median);
      quantiles[i] = reference.of(before) + scale * added;
    }
    Arrays.sort(quantiles);
    return Arrays.stream(levels)
        .map(level -> quantiles[Arrays.binarySearch(rising, level)])
        .toArray();
  }

  /**
   * By feature, how much its splits lessened the error of what the trees were grown on; the
   * greatest first, without those that gained nothing.
   */
  public Map<String, Double> importance() {
    return Features.named(trees.gains(), covariates);
  }

  @Override
  public BoostedTreesModel update(Occasion occasion, double observation) {
    RecentPast longer = past.after(occasion, observation);
    return new BoostedTreesModel(
        covariates, scale, reference, rate, trees, widening, learned, longer);
  }

  @Override
  public String form() {
    return "%d trees on the %s".formatted(trees.count(), reference.label());
  }
}
