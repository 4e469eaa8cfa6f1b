package org.updateall.modeling.model.trees;

import java.util.List;
import java.util.Map;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.numbers.Require;

/**
 * A regression tree with the past that it goes on from. What it adds to the reference is in units
 * of the scale.
 *
 * @param covariates how many covariates an occasion has
 * @param scale the median absolute difference of neighbours in the window that differ
 * @param reference what the tree's value is added to
 * @param trees the tree, or none
 * @param past the newest values
 */
public record RegressionTreeModel(
    int covariates, double scale, Reference reference, Trees trees, RecentPast past)
    implements FittedModel {

  /**
   * @throws IllegalArgumentException if the covariates are negative, the scale is not positive and
   *     finite, or the tree has other features than an occasion with so many covariates
   */
  public RegressionTreeModel {
    Require.that(covariates >= 0, "covariates", covariates);
    Require.that(scale > 0 && scale < Double.POSITIVE_INFINITY, "scale", scale);
    int features = trees.bins().features();
    Require.that(features == Features.count(covariates), "the number of features", features);
  }

  @Override
  public double[] forecast(List<Occasion> future) {
    return Recursion.forecast(past, new Features(covariates, scale), reference, trees, future);
  }

  /**
   * By feature, how much its splits lessened the squared error of the window; the greatest first,
   * without those that gained nothing.
   */
  public Map<String, Double> importance() {
    return Features.named(trees.gains(), covariates);
  }

  @Override
  public RegressionTreeModel update(Occasion occasion, double observation) {
    RecentPast longer = past.after(occasion, observation);
    return new RegressionTreeModel(covariates, scale, reference, trees, longer);
  }

  @Override
  public String form() {
    return (trees.count() == 0 ? "the " : "a tree on the ") + reference.label();
  }
}
