package org.updateall.modeling.interval;

import io.vavr.control.Option;
import java.util.Arrays;

/** Rows that a plane can be laid through: as many as there are columns, and independent. */
final class Vertices {

  private Vertices() {}

  /**
   * Such rows, by their places: each is the one furthest from what those before it span. None if
   * all are nearer than that share of the longest row.
   */
  static Option<int[]> independent(double[][] rows, double share) {
    double[][] rest = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    int[] chosen = new int[rows.length == 0 ? 0 : rows[0].length];
    double longest = 0;
    for (int place = 0; place < chosen.length; place++) {
      chosen[place] = longest(rest);
      double[] row = rest[chosen[place]].clone();
      double length = Math.sqrt(product(row, row));
      longest = Math.max(longest, length);
      if (!(length > share * longest)) {
        return Option.none();
      }
      project(rest, row);
    }
    return Option.when(chosen.length > 0, chosen);
  }

  private static int longest(double[][] rows) {
    int longest = 0;
    for (int i = 1; i < rows.length; i++) {
      if (product(rows[i], rows[i]) > product(rows[longest], rows[longest])) {
        longest = i;
      }
    }
    return longest;
  }

  /** Takes from each row its part along that one. */
  private static void project(double[][] rows, double[] along) {
    double square = product(along, along);
    for (double[] row : rows) {
      double part = product(row, along) / square;
      for (int j = 0; j < row.length; j++) {
        row[j] -= part * along[j];
      }
    }
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int j = 0; j < one.length; j++) {
      sum += one[j] * other[j];
    }
    return sum;
  }
}
