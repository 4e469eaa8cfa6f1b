package org.updateall.modeling.model.trees;

import java.util.Arrays;

/**
 * Grows one tree after another, greedily, on samples of the same rows. Splits follow the signs of
 * residuals; the value of a leaf is the median of its residuals, which makes their absolute sum
 * least. Not thread-safe.
 */
final class TreeGrower {

  private final BinnedRows rows;
  private final int depth;
  private final int minLeaf;
  private final SplitSearch search;
  private final short[] cells;
  private final int[][] histograms;
  private final int[] entries;
  private final int[] spare;
  private final double[] inLeaf;
  private int[] sample = {};
  private double[] residuals = {};

  /** By node, as in {@link Trees}. */
  final int[] features;

  final int[] levels;
  final int[] missing;
  final double[] leaves;

  /** By feature, what its splits have gained in all trees so far. */
  final double[] gains;

  TreeGrower(BinnedRows rows, int depth, int minLeaf) {
    this.rows = rows;
    this.depth = depth;
    this.minLeaf = minLeaf;
    search = new SplitSearch(rows.levels(), minLeaf, rows.count());
    cells = cells(rows, search);
    histograms = new int[depth][search.cells()];
    entries = new int[rows.count()];
    spare = new int[rows.count()];
    inLeaf = new double[rows.count()];
    features = new int[(1 << depth) - 1];
    levels = new int[features.length];
    missing = new int[features.length];
    leaves = new double[1 << depth];
    gains = new double[rows.features()];
  }

  private static short[] cells(BinnedRows rows, SplitSearch search) {
    short[] cells = new short[rows.count() * rows.features()];
    int place = 0;
    for (int row = 0; row < rows.count(); row++) {
      for (int feature = 0; feature < rows.features(); feature++) {
        cells[place++] = search.cell(feature, rows.level(row, feature));
      }
    }
    return cells;
  }

  /**
   * Grows the next tree.
   *
   * @param ofRows the residual of every row
   * @param drawn the rows to grow it on; brought into another order
   */
  void grow(double[] ofRows, int[] drawn) {
    residuals = ofRows;
    sample = drawn;
    Arrays.fill(features, Trees.NOTHING);
    Arrays.fill(levels, 0);
    Arrays.fill(missing, 0);
    Arrays.fill(leaves, 0);
    for (int row : drawn) {
      entries[row] = SplitSearch.entry(ofRows[row]);
    }
    int total = count(histograms[0], 0, drawn.length);
    node(0, 0, 0, drawn.length, histograms[0], total);
  }

  private void node(int node, int level, int from, int to, int[] histogram, int total) {
    boolean small = to - from < 2 * minLeaf;
    if (level == depth || small || !search.find(histogram, total)) {
      leaf(node, level, from, to);
      return;
    }
    features[node] = search.feature;
    levels[node] = search.level;
    missing[node] = search.missing;
    gains[search.feature] += search.gain;
    int middle = partition(node, from, to);
    if (level + 1 == depth) {
      leaf(2 * node + 1, depth, from, middle);
      leaf(2 * node + 2, depth, middle, to);
      return;
    }
    children(node, level + 1, new int[] {from, middle, to}, histogram, total);
  }

  /** The smaller child is counted, the larger one is what remains of the parent. */
  private void children(int node, int level, int[] ends, int[] parent, int total) {
    int left = ends[1] - ends[0] <= ends[2] - ends[1] ? 0 : 1;
    int right = 1 - left;
    int[] smaller = histograms[level];
    int ofSmaller = count(smaller, ends[left], ends[left + 1]);
    for (int cell = 0; cell < parent.length; cell++) {
      parent[cell] -= smaller[cell];
    }
    node(2 * node + 1 + left, level, ends[left], ends[left + 1], smaller, ofSmaller);
    node(2 * node + 1 + right, level, ends[right], ends[right + 1], parent, total - ofSmaller);
  }

  /** Counts the rows into the histogram; gives their total. */
  private int count(int[] histogram, int from, int to) {
    Arrays.fill(histogram, 0);
    int width = rows.features();
    int total = 0;
    for (int i = from; i < to; i++) {
      int row = sample[i];
      int entry = entries[row];
      total += entry;
      for (int place = row * width; place < (row + 1) * width; place++) {
        histogram[cells[place]] += entry;
      }
    }
    return total;
  }

  /** Brings the rows that go left to the front; gives where the others begin. */
  private int partition(int node, int from, int to) {
    int feature = features[node];
    int known = rows.bins().levels(feature);
    int absent = 0;
    int left = from;
    int right = 0;
    for (int i = from; i < to; i++) {
      int row = sample[i];
      int level = rows.level(row, feature);
      absent += level == known ? 1 : 0;
      if (level == known ? missing[node] == 0 : level <= levels[node]) {
        sample[left++] = row;
      } else {
        spare[right++] = row;
      }
    }
    System.arraycopy(spare, 0, sample, left, right);
    if (absent == 0) {
      missing[node] = left - from >= right ? 0 : 1;
    }
    return left;
  }

  private void leaf(int node, int level, int from, int to) {
    for (int i = from; i < to; i++) {
      inLeaf[i - from] = residuals[sample[i]];
    }
    leaves[Trees.leftmost(node, level, depth)] = Numbers.median(inLeaf, 0, to - from);
  }

  /** The place of the leaf of the last tree that a row falls into. */
  int leafOf(int row) {
    int[] levelsOfRow = rows.row(row);
    int node = 0;
    for (int level = 0; level < depth; level++) {
      node = 2 * node + 1 + (goesRight(node, levelsOfRow) ? 1 : 0);
    }
    return node - features.length;
  }

  private boolean goesRight(int node, int[] row) {
    int feature = features[node];
    if (feature == Trees.NOTHING) {
      return false;
    }
    int level = row[feature];
    return level == rows.bins().levels(feature) ? missing[node] == 1 : level > levels[node];
  }
}
