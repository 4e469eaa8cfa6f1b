package org.updateall.modeling.model.trees;

import java.util.Arrays;

/**
 * The search for the split of a node that gains most, over a histogram of the signs of residuals.
 *
 * <table>
 *   <caption>Notation (Friedman 2001, section 4.4; Chen and Guestrin 2016, eq. 7)</caption>
 *   <tr><td>g</td><td>minus the gradient of the absolute error: the sign of a residual</td></tr>
 *   <tr><td>G, n</td><td>sum of g, and number, of the rows of the node</td></tr>
 *   <tr><td>GL, nL</td><td>the same of the rows that would go left</td></tr>
 *   <tr><td>GR, nR</td><td>the same of the rows that would go right</td></tr>
 *   <tr><td>gain</td><td>GL²/nL + GR²/nR - G²/n, the decrease of the squared error of g</td></tr>
 * </table>
 *
 * <p>A cell of a histogram holds both numbers in one: rows in units of 65,536, plus the sum of g +
 * 1, so that one addition counts a row and one subtraction gives a sibling's histogram.
 */
final class SplitSearch {

  private static final int ROW = 1 << 16;
  private static final int SIGNS = ROW - 1;

  private final int[] levels;
  private final int stride;
  private final int minLeaf;
  private final double[] reciprocals;

  int feature;
  int level;
  int missing;
  double gain;

  /**
   * @param levels by feature, how many it has
   * @param minLeaf how many rows a side must hold
   * @param rows how many there can be, at most 32,767
   */
  SplitSearch(int[] levels, int minLeaf, int rows) {
    this.levels = levels;
    this.minLeaf = minLeaf;
    stride = 1 + Arrays.stream(levels).max().orElse(0);
    reciprocals = new double[rows + 1];
    for (int n = 1; n <= rows; n++) {
      reciprocals[n] = 1.0 / n;
    }
  }

  /** How many cells a histogram has: for each feature its levels and that of missing values. */
  int cells() {
    return levels.length * stride;
  }

  /** The cell of a feature's level. */
  short cell(int feature, int level) {
    return (short) (feature * stride + level);
  }

  /** What a row adds to each of its cells, and to the total. */
  static int entry(double residual) {
    return ROW + 1 + (residual > 0 ? 1 : residual < 0 ? -1 : 0);
  }

  /** Finds the best split of that histogram; whether there is one. The first of equals is taken. */
  boolean find(int[] histogram, int total) {
    int n = total / ROW;
    double G = (total & SIGNS) - n;
    double base = G * G * reciprocals[n];
    feature = Trees.NOTHING;
    gain = 1e-9 * n;
    for (int candidate = 0; candidate < levels.length; candidate++) {
      int first = candidate * stride;
      int absent = histogram[first + levels[candidate]];
      search(histogram, candidate, 0, total, base);
      if (absent != 0) {
        search(histogram, candidate, absent, total, base);
      }
    }
    return feature != Trees.NOTHING;
  }

  /**
   * The splits of one feature, with those in the left from the beginning whose value is missing.
   */
  private void search(int[] histogram, int candidate, int start, int total, double base) {
    int first = candidate * stride;
    int left = start;
    for (int k = 0; k < levels[candidate]; k++) {
      int cell = histogram[first + k];
      left += cell;
      int right = total - left;
      int nL = left / ROW;
      int nR = right / ROW;
      if (nR < minLeaf) {
        return;
      }
      if (cell != 0 && nL >= minLeaf) {
        double GL = (left & SIGNS) - nL;
        double GR = (right & SIGNS) - nR;
        double decrease = GL * GL * reciprocals[nL] + GR * GR * reciprocals[nR] - base;
        if (decrease > gain) {
          gain = decrease;
          feature = candidate;
          level = k;
          missing = start == 0 ? 1 : 0;
        }
      }
    }
  }
}
