package org.updateall.modeling.model.trees;

import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;

/**
 * Boosted trees that forecast how far the next value is from the last one, or from a median of the
 * last few: whichever served best on the newest fifth of the window. That fifth chooses the number
 * of trees, too.
 *
 * <p>Missing and censored values are no targets; as earlier values the last observed one stands in
 * for them. The fit is equivariant: that of {@code a + b * series}, b positive, is the fit of the
 * series, shifted and scaled. A constant series is forecast by its constant. Thread-safe.
 */
public final class BoostedTrees implements ModelFamily {

  private static final int MIN_OBSERVATIONS = 50;
  private static final int MAX_WINDOW = 600;
  private static final int LEVELS = 32;

  /** How much quantiles are widened, at most. */
  private static final double WIDEST = 3;

  private final Boosting boosting;

  public BoostedTrees() {
    this(Boosting.USUAL);
  }

  BoostedTrees(Boosting boosting) {
    this.boosting = boosting;
  }

  @Override
  public String name() {
    return "boosted_trees";
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
  public BoostedTreesModel fit(TimeSeries window) {
    TrainingRows training = new TrainingRows(window, MIN_OBSERVATIONS, MAX_WINDOW - 1);
    BinnedRows rows = training.binned(LEVELS);
    return training.isConstant() ? withoutTrees(training, rows) : boosted(training, rows);
  }

  private BoostedTreesModel withoutTrees(TrainingRows training, BinnedRows rows) {
    Trees none = Trees.none(rows.bins(), boosting.depth());
    return model(training, rows, Reference.LAST_VALUE, none, 1);
  }

  private BoostedTreesModel boosted(TrainingRows training, BinnedRows rows) {
    Reference reference = Reference.LAST_VALUE;
    Boosting.Search best = boosting.search(rows, training.targets(reference));
    for (Reference other : Reference.MEDIANS) {
      Boosting.Search search = boosting.search(rows, training.targets(other));
      if (search.error() < best.error()) {
        best = search;
        reference = other;
      }
    }
    double[] targets = training.targets(reference);
    Trees trees = boosting.grow(rows, targets, best.trees());
    double narrowness = best.error() / trees.error(rows, targets, 0);
    return model(training, rows, reference, trees, narrowness);
  }

  private BoostedTreesModel model(
      TrainingRows training, BinnedRows rows, Reference reference, Trees trees, double narrowness) {
    return new BoostedTreesModel(
        training.covariates(),
        training.scale(),
        reference,
        boosting.rate(),
        trees,
        Math.max(1, Math.min(WIDEST, narrowness)),
        LearnedRows.of(rows, training.targets(reference)),
        training.past());
  }
}
