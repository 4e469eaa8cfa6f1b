package org.updateall.modeling.model.trees;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Gradient boosting of the absolute error (Friedman 2001, algorithm 3) on samples of the rows
 * (Friedman 2002).
 *
 * @param rounds how many trees, at most
 * @param depth of a tree
 * @param rate the share of a leaf's value that is added
 * @param sampled the share of the rows that each tree sees
 * @param minLeaf how many rows a leaf holds, at least
 * @param heldBack the share of the newest rows by which the number of trees is chosen
 * @param patience after so many trees without a gain there the search ends
 */
record Boosting(
    int rounds,
    int depth,
    double rate,
    double sampled,
    int minLeaf,
    double heldBack,
    int patience) {

  static final Boosting USUAL = new Boosting(100, 3, 0.08, 0.8, 5, 0.2, 10);

  private static final long SEED = 20_010_529;

  /**
   * How many trees, grown on the older rows, forecast the newer ones best.
   *
   * @param error the mean absolute error of the newer ones
   */
  record Search(int trees, double error) {}

  /** Looks for the number of trees; none at all is a number, too. */
  Search search(BinnedRows rows, double[] targets) {
    int older = targets.length - (int) (heldBack * targets.length);
    Run run = new Run(rows, targets, older);
    Search best = new Search(0, run.error(older));
    for (int round = 1; round <= rounds && round - best.trees <= patience; round++) {
      run.grow();
      double error = run.error(older);
      best = error < best.error ? new Search(round, error) : best;
    }
    return best;
  }

  /** So many trees, grown on all rows. */
  Trees grow(BinnedRows rows, double[] targets, int trees) {
    Run run = new Run(rows, targets, targets.length);
    TreesUnderway underway = new TreesUnderway(rows.bins(), depth);
    for (int round = 0; round < trees; round++) {
      run.grow();
      TreeGrower tree = run.grower;
      underway.add(tree.features, tree.levels, tree.missing, tree.leaves, rate);
    }
    return underway.trees(run.grower.gains);
  }

  /** What has been grown so far, seen from its residuals. */
  private final class Run {

    private final TreeGrower grower;
    private final double[] residuals;
    private final int[] order;
    private final int[] sample;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** Starts from a forecast of 0, to learn from so many rows from the beginning. */
    Run(BinnedRows rows, double[] targets, int learned) {
      grower = new TreeGrower(rows, depth, minLeaf);
      residuals = targets.clone();
      order = new int[learned];
      Arrays.setAll(order, row -> row);
      sample = new int[(int) Math.ceil(sampled * learned)];
    }

    void grow() {
      draw();
      grower.grow(residuals, sample);
      for (int row = 0; row < residuals.length; row++) {
        residuals[row] -= TreesUnderway.kept(rate * grower.leaves[grower.leafOf(row)]);
      }
    }

    /** Without replacement: the beginning of a shuffled order. */
    private void draw() {
      for (int i = 0; i < sample.length; i++) {
        int other = i + random.nextInt(order.length - i);
        int drawn = order[other];
        order[other] = order[i];
        order[i] = drawn;
        sample[i] = drawn;
      }
    }

    /** The mean absolute error from that row on. */
    double error(int from) {
      double sum = 0;
      for (int row = from; row < residuals.length; row++) {
        sum += Math.abs(residuals[row]);
      }
      return sum / (residuals.length - from);
    }
  }
}
