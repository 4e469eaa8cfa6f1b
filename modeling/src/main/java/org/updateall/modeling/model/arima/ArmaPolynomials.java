package org.updateall.modeling.model.arima;

import java.util.Arrays;
import java.util.List;

/**
 * The multiplied polynomials of an ARMA model, as the filters want them. A workspace: it is set
 * anew for each trial of the parameters.
 *
 * <table>
 * <caption>Notation, after Harvey 1989, 3.3</caption>
 * <tr><td>φ(B) Φ(B^m)</td><td>1 - phi_0 B - … - phi_(r-1) B^r</td></tr>
 * <tr><td>θ(B) Θ(B^m)</td><td>R_0 + R_1 B + … + R_(r-1) B^(r-1), R_0 = 1</td></tr>
 * <tr><td>r</td><td>max(p + m P, q + m Q + 1)</td></tr>
 * <tr><td>(1-B)^d (1-B^m)^D</td><td>1 - delta_0 B - … - delta_(s-1) B^s, s = d + m D</td></tr>
 * </table>
 */
final class ArmaPolynomials {

  final ArimaOrders orders;
  final int r;
  final double[] phi;
  final double[] R;
  final double[] delta;

  private final double[] ar;
  private final double[] ma;
  private final double[] seasonalAr;
  private final double[] seasonalMa;

  ArmaPolynomials(ArimaOrders orders) {
    this.orders = orders;
    r = orders.stateLength();
    phi = new double[r];
    R = new double[r];
    delta = delta(orders);
    ar = new double[orders.ar()];
    ma = new double[orders.ma()];
    seasonalAr = new double[orders.seasonalAr()];
    seasonalMa = new double[orders.seasonalMa()];
  }

  static ArmaPolynomials of(ArimaOrders orders, ArimaParameters parameters) {
    ArmaPolynomials polynomials = new ArmaPolynomials(orders);
    copy(parameters.ar(), polynomials.ar);
    copy(parameters.ma(), polynomials.ma);
    copy(parameters.seasonalAr(), polynomials.seasonalAr);
    copy(parameters.seasonalMa(), polynomials.seasonalMa);
    polynomials.multiply();
    return polynomials;
  }

  private static void copy(List<Double> from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = from.get(i);
    }
  }

  /** Sets all coefficients from a point of the search: φ, θ, Φ, Θ, one after another. */
  void set(double[] point) {
    int from = 0;
    PartialAutocorrelations.toCoefficients(point, from, ar.length, ar);
    from += ar.length;
    PartialAutocorrelations.toCoefficients(point, from, ma.length, ma);
    negate(ma);
    from += ma.length;
    PartialAutocorrelations.toCoefficients(point, from, seasonalAr.length, seasonalAr);
    from += seasonalAr.length;
    PartialAutocorrelations.toCoefficients(point, from, seasonalMa.length, seasonalMa);
    negate(seasonalMa);
    multiply();
  }

  /** The point of the search from which {@link #set} makes these coefficients, or near it. */
  double[] point() {
    double[] point = new double[orders.coefficients()];
    int from = 0;
    PartialAutocorrelations.toPoints(ar, ar.length, point, from);
    from += ar.length;
    PartialAutocorrelations.toPoints(negated(ma), ma.length, point, from);
    from += ma.length;
    PartialAutocorrelations.toPoints(seasonalAr, seasonalAr.length, point, from);
    from += seasonalAr.length;
    PartialAutocorrelations.toPoints(negated(seasonalMa), seasonalMa.length, point, from);
    return point;
  }

  /** These coefficients, with no constant and no regression. */
  ArimaParameters parameters() {
    return ArimaParameters.of(list(ar), list(ma)).withSeason(list(seasonalAr), list(seasonalMa));
  }

  /** Whether every root of every polynomial is of a modulus above the given one. */
  boolean rootsBeyond(double modulus) {
    double seasonal = Math.pow(modulus, orders.period());
    return PartialAutocorrelations.rootsBeyond(modulus, ar, ar.length)
        && PartialAutocorrelations.rootsBeyond(modulus, negated(ma), ma.length)
        && PartialAutocorrelations.rootsBeyond(seasonal, seasonalAr, seasonalAr.length)
        && PartialAutocorrelations.rootsBeyond(seasonal, negated(seasonalMa), seasonalMa.length);
  }

  private void multiply() {
    multiplyAutoregression();
    multiplyMovingAverage();
  }

  private void multiplyAutoregression() {
    int m = orders.period();
    Arrays.fill(phi, 0);
    System.arraycopy(ar, 0, phi, 0, ar.length);
    for (int j = 1; j <= seasonalAr.length; j++) {
      double seasonal = seasonalAr[j - 1];
      phi[m * j - 1] += seasonal;
      for (int i = 1; i <= ar.length; i++) {
        phi[m * j + i - 1] -= seasonal * ar[i - 1];
      }
    }
  }

  private void multiplyMovingAverage() {
    int m = orders.period();
    Arrays.fill(R, 0);
    R[0] = 1;
    System.arraycopy(ma, 0, R, 1, ma.length);
    for (int j = 1; j <= seasonalMa.length; j++) {
      double seasonal = seasonalMa[j - 1];
      R[m * j] += seasonal;
      for (int i = 1; i <= ma.length; i++) {
        R[m * j + i] += seasonal * ma[i - 1];
      }
    }
  }

  private static double[] delta(ArimaOrders orders) {
    double[] polynomial = new double[orders.differencedLags() + 1];
    polynomial[0] = 1;
    for (int i = 0; i < orders.differences(); i++) {
      difference(polynomial, 1);
    }
    for (int i = 0; i < orders.seasonalDifferences(); i++) {
      difference(polynomial, orders.period());
    }
    double[] delta = new double[polynomial.length - 1];
    for (int i = 0; i < delta.length; i++) {
      delta[i] = -polynomial[i + 1];
    }
    return delta;
  }

  private static void difference(double[] polynomial, int lag) {
    for (int i = polynomial.length - 1; i >= lag; i--) {
      polynomial[i] -= polynomial[i - lag];
    }
  }

  private static double[] negated(double[] values) {
    double[] negated = values.clone();
    negate(negated);
    return negated;
  }

  private static void negate(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = -values[i];
    }
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
