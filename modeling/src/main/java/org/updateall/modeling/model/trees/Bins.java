package org.updateall.modeling.model.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.numbers.Require;

/**
 * The few levels that features are told apart by: for each feature the edges between them, rising.
 * A value on an edge belongs to the lower level; a missing value has a level of its own above all.
 *
 * @param edges for each feature, one fewer than it has levels
 */
record Bins(List<List<Double>> edges) {

  /**
   * @throws IllegalArgumentException if the edges of a feature do not rise, or are not numbers
   */
  Bins {
    edges = edges.stream().map(List::copyOf).toList();
    for (List<Double> ofFeature : edges) {
      double previous = Double.NEGATIVE_INFINITY;
      for (double edge : ofFeature) {
        Require.that(edge > previous && edge < Double.POSITIVE_INFINITY, "edges", edge);
        previous = edge;
      }
    }
  }

  /** Levels that hold about the same number of rows each, at most so many for a feature. */
  static Bins of(double[][] rows, int features, int levels) {
    List<List<Double>> edges = new ArrayList<>(features);
    double[] column = new double[rows.length];
    for (int feature = 0; feature < features; feature++) {
      int known = 0;
      for (double[] row : rows) {
        if (!Double.isNaN(row[feature])) {
          column[known++] = row[feature];
        }
      }
      Arrays.sort(column, 0, known);
      edges.add(edges(column, known, levels));
    }
    return new Bins(edges);
  }

  /** Closes a level as soon as it holds its share of the values that are left. */
  private static List<Double> edges(double[] sorted, int size, int levels) {
    List<Double> edges = new ArrayList<>();
    boolean few = distinct(sorted, size, levels) <= levels;
    int begin = 0;
    for (int next = 1; next < size && edges.size() < levels - 1; next++) {
      boolean full = few || (next - begin) * (levels - edges.size()) >= size - begin;
      if (full && sorted[next] > sorted[next - 1]) {
        edges.add(between(sorted[next - 1], sorted[next]));
        begin = next;
      }
    }
    return edges;
  }

  /** Stops counting where there are more than wanted. */
  private static int distinct(double[] sorted, int size, int wanted) {
    int distinct = size == 0 ? 0 : 1;
    for (int i = 1; i < size && distinct <= wanted; i++) {
      distinct += sorted[i] > sorted[i - 1] ? 1 : 0;
    }
    return distinct;
  }

  /**
   * A number from the lower value up to before the upper one, near their middle, with as few digits
   * as that allows, which keeps a stored model short.
   */
  private static double between(double lower, double upper) {
    double middle = lower + (upper - lower) / 2;
    double digits = 1 - Math.floor(Math.log10(upper - lower));
    double grid = Math.pow(10, Math.abs(digits));
    double edge = digits > 0 ? Math.rint(middle * grid) / grid : Math.rint(middle / grid) * grid;
    if (edge >= lower && edge < upper) {
      return edge;
    }
    return middle < upper ? middle : lower;
  }

  int features() {
    return edges.size();
  }

  /** How many levels a feature has, that of missing values not counted. */
  int levels(int feature) {
    return edges.get(feature).size() + 1;
  }

  /** The levels of a row of features. */
  int[] of(double[] row) {
    int[] levels = new int[row.length];
    for (int feature = 0; feature < row.length; feature++) {
      levels[feature] = level(edges.get(feature), row[feature]);
    }
    return levels;
  }

  private static int level(List<Double> edges, double value) {
    if (Double.isNaN(value)) {
      return edges.size() + 1;
    }
    int low = 0;
    int high = edges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (value <= edges.get(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
