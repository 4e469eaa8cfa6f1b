package org.updateall.modeling.model.arima;

/**
 * The exact filter of undifferenced columns with gaps. The first values, as many as differencing
 * takes, are given; where one of them is not known, the innovation that only determines it does not
 * count.
 */
final class GappedWhitening implements Whitening {

  private final double[][] columns;
  private final int lost;
  private final ArimaFilter filter;
  private final double[] values;
  private final double[] v;
  private int terms;

  GappedWhitening(ArmaPolynomials polynomials, double[][] columns) {
    this.columns = columns;
    lost = polynomials.orders.differencedLags();
    filter = new ArimaFilter(polynomials, columns.length);
    values = new double[columns.length];
    v = new double[columns.length];
  }

  @Override
  public int terms() {
    return terms;
  }

  @Override
  public double whiten(double[][] innovations) {
    if (!filter.begin(columns)) {
      return Double.NaN;
    }
    terms = 0;
    double logarithm = 0;
    for (int t = lost; t < columns[0].length; t++) {
      double F = step(t);
      boolean counts = filter.counts(F);
      double root = counts ? 1 / Math.sqrt(F) : 0;
      for (int column = 0; column < columns.length; column++) {
        innovations[column][t - lost] = counts ? v[column] * root : 0;
      }
      terms += counts ? 1 : 0;
      logarithm += counts ? Math.log(F) : 0;
    }
    return logarithm;
  }

  private double step(int t) {
    for (int column = 0; column < columns.length; column++) {
      values[column] = columns[column][t];
    }
    return filter.step(values, v);
  }
}
