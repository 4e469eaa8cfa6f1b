package org.updateall.modeling.model.linear;

/** Sums of the products of the figures of a row, over many rows. */
final class CrossProducts {

  private CrossProducts() {}

  /**
   * Adds the products of one row.
   *
   * @param products of which the lower triangle is kept
   */
  static void add(double[][] products, double[] row) {
    for (int i = 0; i < row.length; i++) {
      double factor = row[i];
      double[] into = products[i];
      for (int j = 0; j <= i; j++) {
        into[j] += factor * row[j];
      }
    }
  }
}
