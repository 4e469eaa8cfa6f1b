package org.updateall.modeling.model.arima;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The estimate of one form from a standardised window. Immutable. */
final class ArimaEstimate {

  /** Roots nearer to the unit circle make a form unfit, as in R's auto.arima. */
  private static final double SMALLEST_ROOT = 1.01;

  private final ArimaOrders orders;
  private final double[] point;
  private final ArimaParameters parameters;
  private final double logLikelihood;
  private final double aicc;

  private ArimaEstimate(
      double[] point,
      ArimaParameters parameters,
      ArmaPolynomials polynomials,
      ConcentratedLikelihood problem) {
    orders = polynomials.orders;
    this.point = point;
    this.parameters = parameters;
    logLikelihood = problem.logLikelihood();
    aicc = polynomials.rootsBeyond(SMALLEST_ROOT) ? problem.aicc() : Double.MAX_VALUE;
  }

  ArimaOrders orders() {
    return orders;
  }

  /** In units of the standardised window. */
  ArimaParameters parameters() {
    return parameters;
  }

  /** Of the standardised window. */
  double logLikelihood() {
    return logLikelihood;
  }

  /** Of the standardised window; the largest number for a form that must not be taken. */
  double aicc() {
    return aicc;
  }

  /** The best estimate that is found from the better one of the starts. */
  static ArimaEstimate maximize(
      DifferencedWindow window, ArimaOrders orders, List<double[]> starts) {
    ArmaPolynomials polynomials = new ArmaPolynomials(orders);
    double[][] columns = window.columns(orders.constant());
    Whitening whitening =
        window.isComplete()
            ? new FastWhitening(polynomials, columns)
            : new GappedWhitening(polynomials, columns);
    ConcentratedLikelihood problem =
        new ConcentratedLikelihood(polynomials, whitening, columns.length, window.rows());
    double[] point =
        LevenbergMarquardt.minimize(
            problem, best(problem, starts), PartialAutocorrelations.LARGEST_POINT);
    problem.evaluate(point, new double[window.rows()]);
    return of(point, polynomials, problem);
  }

  /**
   * The best estimate without any to start from: coefficients are let in one after another, once
   * the autoregressive and once the moving average ones first, each time from the estimate before.
   */
  static ArimaEstimate maximize(DifferencedWindow window, ArimaOrders orders) {
    List<Coefficient> kinds = new ArrayList<>(List.of(Coefficient.values()));
    ArimaEstimate one = grown(window, orders, kinds);
    Collections.reverse(kinds);
    ArimaEstimate other = grown(window, orders, kinds);
    return one.logLikelihood >= other.logLikelihood ? one : other;
  }

  private static ArimaEstimate grown(
      DifferencedWindow window, ArimaOrders orders, List<Coefficient> kinds) {
    ArimaEstimate estimate = maximize(window, orders.withoutCoefficients(), List.of(new double[0]));
    for (Coefficient kind : kinds) {
      while (kind.count(estimate.orders) < kind.count(orders)) {
        ArimaOrders next = kind.oneMore(estimate.orders);
        estimate = maximize(window, next, estimate.starts(next));
      }
    }
    return estimate;
  }

  /** The estimate of the same form from another window; this one if that is unfit. */
  ArimaEstimate over(DifferencedWindow window) {
    ArimaEstimate other = maximize(window, orders, List.of(point));
    return other.aicc() < Double.MAX_VALUE ? other : this;
  }

  private static double[] best(ConcentratedLikelihood problem, List<double[]> starts) {
    double[] best = starts.get(0);
    double most = Double.NEGATIVE_INFINITY;
    for (double[] start : starts.size() > 1 ? starts : List.<double[]>of()) {
      problem.evaluate(start, new double[problem.residuals()]);
      if (problem.logLikelihood() > most) {
        most = problem.logLikelihood();
        best = start;
      }
    }
    return best;
  }

  private static ArimaEstimate of(
      double[] point, ArmaPolynomials polynomials, ConcentratedLikelihood problem) {
    ArimaOrders orders = polynomials.orders;
    double[] linear = problem.regression();
    int covariates = linear.length - (orders.constant() ? 1 : 0);
    List<Double> regression = new ArrayList<>();
    for (int i = 0; i < covariates; i++) {
      regression.add(linear[i]);
    }
    ArimaParameters parameters =
        polynomials
            .parameters()
            .withConstant(orders.constant() ? linear[covariates] : 0)
            .withRegression(regression);
    return new ArimaEstimate(point, parameters, polynomials, problem);
  }

  /** Points to start other orders from: the nearest, and 0. */
  List<double[]> starts(ArimaOrders other) {
    return List.of(nearest(other), new double[other.coefficients()]);
  }

  /** Coefficients are left out, or begin at 0. */
  private double[] nearest(ArimaOrders other) {
    double[] moved = new double[other.coefficients()];
    int from = 0;
    int to = 0;
    for (Coefficient kind : Coefficient.values()) {
      int have = kind.count(orders);
      int want = kind.count(other);
      System.arraycopy(point, from, moved, to, Math.min(have, want));
      from += have;
      to += want;
    }
    return moved;
  }
}
