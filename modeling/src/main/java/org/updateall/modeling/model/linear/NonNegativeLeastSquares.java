package org.updateall.modeling.model.linear;

/**
 * Least squares with coefficients that are not below 0, by the active-set method of Lawson and
 * Hanson (1974, algorithm NNLS, 23.10), from the normal equations.
 *
 * <p>Notation:
 *
 * <table>
 *   <caption>Symbols</caption>
 *   <tr><td>G, c</td><td>X'X and X'y, on columns and a target of length 1</td></tr>
 *   <tr><td>x</td><td>the coefficients</td></tr>
 *   <tr><td>P</td><td>the columns whose coefficient may be above 0</td></tr>
 *   <tr><td>w</td><td>half the negative gradient, c - Gx</td></tr>
 * </table>
 */
final class NonNegativeLeastSquares {

  private static final double ROUNDING = 1e-11;

  /** Added to the diagonal of G, so that columns may depend on each other: they share then. */
  private static final double RIDGE = 1e-11;

  private final double[][] g;
  private final double[] c;
  private final double[] x;
  private final int[] p;
  private int size;

  private NonNegativeLeastSquares(double[][] g, double[] c) {
    this.g = g;
    this.c = c;
    x = new double[c.length];
    p = new int[c.length];
  }

  /**
   * The coefficients.
   *
   * @param gram X'X; only its lower triangle is read, as far as there are products
   * @param products X'y
   * @param square y'y
   */
  static double[] solve(double[][] gram, double[] products, double square) {
    int n = products.length;
    double[] length = new double[n];
    double[][] g = new double[n][n];
    double[] c = new double[n];
    double target = Math.sqrt(square);
    for (int i = 0; i < n; i++) {
      length[i] = Math.sqrt(gram[i][i]);
      c[i] = length[i] * target > 0 ? products[i] / length[i] / target : 0;
      for (int j = 0; j <= i; j++) {
        g[i][j] = length[i] * length[j] > 0 ? gram[i][j] / length[i] / length[j] : 0;
        g[j][i] = g[i][j];
      }
    }
    double[] x = new NonNegativeLeastSquares(g, c).minimum();
    for (int i = 0; i < n; i++) {
      x[i] = x[i] > 0 ? x[i] * target / length[i] : 0;
    }
    return x;
  }

  /** Every turn makes the squares less, but for rounding, on whose account there is a limit. */
  private double[] minimum() {
    int limit = 10 * x.length;
    for (int turn = 0; turn < limit && enterSteepest(); turn++) {
      settle();
    }
    return x;
  }

  private boolean enterSteepest() {
    int steepest = -1;
    double largest = ROUNDING;
    for (int j = 0; j < x.length; j++) {
      double w = x[j] > 0 ? 0 : gradient(j);
      if (w > largest) {
        largest = w;
        steepest = j;
      }
    }
    if (steepest >= 0) {
      p[size++] = steepest;
    }
    return steepest >= 0;
  }

  private double gradient(int j) {
    double w = c[j];
    for (int i = 0; i < x.length; i++) {
      w -= g[j][i] * x[i];
    }
    return w;
  }

  /** Goes to the least squares on P, or to its border, where P loses what became 0, again. */
  private void settle() {
    boolean inside = false;
    while (!inside) {
      double[] s = leastSquares();
      advance(s, share(s));
      int before = size;
      dropZeros();
      inside = size == before;
    }
  }

  private double share(double[] s) {
    double share = 1;
    for (int i = 0; i < size; i++) {
      double from = x[p[i]];
      if (s[i] <= 0) {
        share = Math.min(share, from > 0 ? from / (from - s[i]) : 0);
      }
    }
    return share;
  }

  private void advance(double[] s, double share) {
    for (int i = 0; i < size; i++) {
      double reached = x[p[i]] + share * (s[i] - x[p[i]]);
      x[p[i]] = s[i] <= 0 && reached <= ROUNDING ? 0 : reached;
    }
  }

  private void dropZeros() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (x[p[i]] > 0) {
        p[kept++] = p[i];
      }
    }
    size = kept;
  }

  private double[] leastSquares() {
    double[][] a = new double[size][size];
    double[] b = new double[size];
    for (int i = 0; i < size; i++) {
      b[i] = c[p[i]];
      for (int j = 0; j <= i; j++) {
        a[i][j] = g[p[i]][p[j]];
      }
      a[i][i] += RIDGE;
    }
    return SmallCholesky.solve(a, b);
  }
}
