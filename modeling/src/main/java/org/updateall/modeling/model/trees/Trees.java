package org.updateall.modeling.model.trees;

import java.util.Collections;
import java.util.List;
import org.updateall.modeling.numbers.Require;

/**
 * Binary trees of one depth over the levels of features, whose leaves add up to a value. Nodes lie
 * tree after tree, within a tree level after level, the children of node i at 2i+1 and 2i+2, then
 * the leaves. A node that does not split hands everything to its left.
 *
 * @param bins the levels of the features
 * @param depth how many questions lead to a leaf, at most
 * @param features by node: the place of the feature that is asked for; -1 where nothing is
 * @param levels by node: the highest level of the feature that goes left
 * @param missing by node: where a missing value goes, 0 for left, 1 for right
 * @param leaves the values, by tree and from left to right
 * @param gains by feature, how much its splits lessened the error of what they were grown on
 */
record Trees(
    Bins bins,
    int depth,
    List<Integer> features,
    List<Integer> levels,
    List<Integer> missing,
    List<Double> leaves,
    List<Double> gains) {

  /** The feature of a node that does not split. */
  static final int NOTHING = -1;

  private static final int DEEPEST = 8;

  /**
   * @throws IllegalArgumentException if the depth is beyond 1 to 8, the lists are not of whole
   *     trees, a node asks for a feature or a level that there is none of, there is not one gain
   *     for each feature, or a leaf or a gain is not finite
   */
  Trees {
    features = List.copyOf(features);
    levels = List.copyOf(levels);
    missing = List.copyOf(missing);
    leaves = List.copyOf(leaves);
    gains = List.copyOf(gains);
    Require.that(depth >= 1 && depth <= DEEPEST, "depth", depth);
    int trees = leaves.size() >> depth;
    int nodes = trees * nodes(depth);
    Require.that(leaves.size() == trees << depth, "the number of leaves", leaves.size());
    Require.that(features.size() == nodes, "the number of features", features.size());
    Require.that(levels.size() == nodes, "the number of levels", levels.size());
    Require.that(missing.size() == nodes, "the number of missing", missing.size());
    Require.that(gains.size() == bins.features(), "the number of gains", gains.size());
    for (int node = 0; node < nodes; node++) {
      requireQuestion(bins, features.get(node), levels.get(node));
      Require.that((missing.get(node) & ~1) == 0, "missing", missing.get(node));
    }
    for (double leaf : leaves) {
      Require.that(Double.isFinite(leaf), "leaves", leaf);
    }
    for (double gain : gains) {
      Require.that(gain >= 0 && gain < Double.POSITIVE_INFINITY, "gains", gain);
    }
  }

  private static void requireQuestion(Bins bins, int feature, int level) {
    Require.that(feature >= NOTHING && feature < bins.features(), "features", feature);
    int known = feature == NOTHING ? 1 : bins.levels(feature);
    Require.that(level >= 0 && level < known, "levels", level);
  }

  /** No trees at all. */
  static Trees none(Bins bins, int depth) {
    List<Double> gains = Collections.nCopies(bins.features(), 0.0);
    return new Trees(bins, depth, List.of(), List.of(), List.of(), List.of(), gains);
  }

  /** The place of the leaf that all go to who stop at that node of that level. */
  static int leftmost(int node, int level, int depth) {
    return ((node + 1) << (depth - level)) - (1 << depth);
  }

  private static int nodes(int depth) {
    return (1 << depth) - 1;
  }

  /** How many trees there are. */
  int count() {
    return leaves.size() >> depth;
  }

  /** The sum of the values of the leaves that a row of features falls into. */
  double sum(double[] row) {
    return sum(bins.of(row));
  }

  /** The sum of the values of the leaves that a row of levels falls into. */
  double sum(int[] levelsOfRow) {
    double sum = 0;
    for (int tree = 0; tree < count(); tree++) {
      sum += leaves.get((tree << depth) + leaf(tree, levelsOfRow));
    }
    return sum;
  }

  /** The mean absolute error on the rows from that one on. */
  double error(BinnedRows rows, double[] targets, int from) {
    double sum = 0;
    for (int row = from; row < targets.length; row++) {
      sum += Math.abs(targets[row] - sum(rows.row(row)));
    }
    return sum / (targets.length - from);
  }

  /** The place, within its tree, of the leaf that a row of levels falls into. */
  int leaf(int tree, int[] row) {
    int first = tree * nodes(depth);
    int node = 0;
    for (int step = 0; step < depth; step++) {
      node = 2 * node + 1 + (goesRight(first + node, row) ? 1 : 0);
    }
    return node - nodes(depth);
  }

  private boolean goesRight(int node, int[] row) {
    int feature = features.get(node);
    if (feature == NOTHING) {
      return false;
    }
    int level = row[feature];
    return level >= bins.levels(feature) ? missing.get(node) == 1 : level > levels.get(node);
  }
}
