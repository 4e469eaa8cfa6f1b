package org.updateall.modeling.model.trees;

import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;

/**
 * A regression tree, grown by Tribuo, that forecasts how far the next value is from the last one,
 * or from a median of the last few: whichever served best on the newest fifth of the window, with
 * the tree or without.
 *
 * <p>Missing and censored values are no targets; as earlier values the last observed one stands in
 * for them. The fit is equivariant: that of {@code a + b * series}, b positive, is the fit of the
 * series, shifted and scaled. A constant series is forecast by its constant. Thread-safe.
 */
public final class RegressionTree implements ModelFamily {

  private static final int MIN_OBSERVATIONS = 30;
  private static final int MAX_WINDOW = 400;
  private static final int LEVELS = 16;
  private static final int DEPTH = 3;
  private static final int MIN_LEAF = 10;
  private static final double HELD_BACK = 0.2;

  private final int levels;
  private final Cart cart;

  public RegressionTree() {
    this(LEVELS, new Cart(DEPTH, MIN_LEAF));
  }

  RegressionTree(int levels, Cart cart) {
    this.levels = levels;
    this.cart = cart;
  }

  @Override
  public String name() {
    return "regression_tree";
  }

  @Override
  public int minObservations() {
    return MIN_OBSERVATIONS;
  }

  @Override
  public int maxWindow() {
    return MAX_WINDOW;
  }

  @Override
  public RegressionTreeModel fit(TimeSeries window) {
    TrainingRows training = new TrainingRows(window, MIN_OBSERVATIONS, MAX_WINDOW - 1);
    BinnedRows rows = training.binned(levels);
    Trees none = Trees.none(rows.bins(), cart.depth());
    return training.isConstant()
        ? model(training, Reference.LAST_VALUE, none)
        : best(training, rows, none);
  }

  private RegressionTreeModel best(TrainingRows training, BinnedRows rows, Trees none) {
    int older = rows.count() - (int) (HELD_BACK * rows.count());
    double least = Double.POSITIVE_INFINITY;
    Reference best = Reference.LAST_VALUE;
    boolean grown = false;
    for (Reference reference : Reference.values()) {
      double[] targets = training.targets(reference);
      double without = none.error(rows, targets, older);
      double with = cart.grow(rows, targets, older).error(rows, targets, older);
      if (Math.min(without, with) < least) {
        least = Math.min(without, with);
        best = reference;
        grown = with < without;
      }
    }
    double[] targets = training.targets(best);
    return model(training, best, grown ? cart.grow(rows, targets, rows.count()) : none);
  }

  private static RegressionTreeModel model(
      TrainingRows training, Reference reference, Trees trees) {
    return new RegressionTreeModel(
        training.covariates(), training.scale(), reference, trees, training.past());
  }
}
