package org.updateall.modeling.model.trees;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Quantiles from trees that were grown for the median: the questions stay, each leaf takes the
 * quantile of its residuals instead, tree after tree (Friedman 2001, section 4.3, with the
 * quantile's leaves in place of the median's). Residuals of the rows that trees were grown on are
 * smaller than those of new ones, so that the quantiles lie too close together.
 */
final class QuantileLeaves {

  private final double rate;
  private final double[] targets;

  /** By tree: the rows, leaf after leaf, where each leaf ends among them, and the next row's. */
  private final int[][] rows;

  private final int[][] ends;
  private final int[] leafOfNext;

  /**
   * @param rate the share of a leaf's value that is added
   * @param next the levels of the row whose quantiles are wanted
   */
  QuantileLeaves(Trees trees, LearnedRows learned, double rate, int[] next) {
    this.rate = rate;
    targets = learned.targetArray();
    rows = new int[trees.count()][];
    ends = new int[trees.count()][1 << trees.depth()];
    leafOfNext = new int[trees.count()];
    int[][] levels = new int[targets.length][];
    Arrays.setAll(levels, learned::row);
    for (int tree = 0; tree < rows.length; tree++) {
      int number = tree;
      leafOfNext[tree] = trees.leaf(tree, next);
      rows[tree] = byLeaf(ends[tree], row -> trees.leaf(number, levels[row]));
    }
  }

  private int[] byLeaf(int[] endOfLeaf, IntUnaryOperator leafOfRow) {
    int[] leaves = IntStream.range(0, targets.length).map(leafOfRow).toArray();
    for (int leaf : leaves) {
      endOfLeaf[leaf]++;
    }
    Arrays.parallelPrefix(endOfLeaf, Integer::sum);
    int[] places = endOfLeaf.clone();
    int[] ordered = new int[leaves.length];
    for (int row = 0; row < leaves.length; row++) {
      ordered[--places[leaves[row]]] = row;
    }
    return ordered;
  }

  /** The quantile of the next row at that level; 0 if nothing was learned. */
  double at(double level) {
    if (targets.length == 0) {
      return 0;
    }
    double start = Numbers.quantile(targets.clone(), 0, targets.length, level);
    double[] residuals = Arrays.stream(targets).map(target -> target - start).toArray();
    double sum = start;
    for (int tree = 0; tree < rows.length; tree++) {
      sum += add(tree, residuals, level);
    }
    return sum;
  }

  /** Takes the tree's values from the residuals; gives the value for the next row. */
  private double add(int tree, double[] residuals, double level) {
    double ofNext = 0;
    int begin = 0;
    for (int leaf = 0; leaf < ends[tree].length; leaf++) {
      int end = ends[tree][leaf];
      double value = end == begin ? 0 : rate * quantile(tree, begin, end, residuals, level);
      for (int place = begin; place < end; place++) {
        residuals[rows[tree][place]] -= value;
      }
      ofNext = leaf == leafOfNext[tree] ? value : ofNext;
      begin = end;
    }
    return ofNext;
  }

  private double quantile(int tree, int begin, int end, double[] residuals, double level) {
    double[] inLeaf = new double[end - begin];
    Arrays.setAll(inLeaf, place -> residuals[rows[tree][begin + place]]);
    return Numbers.quantile(inLeaf, 0, inLeaf.length, level);
  }
}
