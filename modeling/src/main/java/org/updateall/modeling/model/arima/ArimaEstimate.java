package org.updateall.modeling.model.arima;

import java.util.ArrayList;
import java.util.List;

/**
 * The estimate of one form.
 *
 * @param point ARMA parameters as a point of the search
 * @param parameters in units of the standardised window
 * @param logLikelihood of the standardised window
 * @param aicc the largest number for a form that must not be taken
 */
record ArimaEstimate(
    ArimaOrders orders,
    double[] point,
    ArimaParameters parameters,
    double logLikelihood,
    double aicc) {

  /** Roots nearer to the unit circle make a form unfit, as in R's auto.arima. */
  private static final double SMALLEST_ROOT = 1.01;

  /** Which likelihood is made largest. */
  enum Likelihood {
    EXACT,
    /** Given the first values; quicker, for the comparison of forms. Needs a complete window. */
    CONDITIONAL
  }

  /** The best estimate that is found from the better one of the starts. */
  static ArimaEstimate maximize(
      DifferencedWindow window,
      ArimaOrders orders,
      Likelihood likelihood,
      List<double[]> starts) {
    ArmaPolynomials polynomials = new ArmaPolynomials(orders);
    double[][] columns = window.columns(orders.constant());
    Whitening whitening = whitening(window, likelihood, polynomials, columns);
    ConcentratedLikelihood problem =
        new ConcentratedLikelihood(polynomials, whitening, columns.length, window.rows());
    double[] point = LevenbergMarquardt.minimize(problem, best(problem, starts));
    problem.evaluate(point, new double[window.rows()]);
    return of(orders, point, polynomials, problem);
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

  private static Whitening whitening(
      DifferencedWindow window,
      Likelihood likelihood,
      ArmaPolynomials polynomials,
      double[][] columns) {
    if (!window.isComplete()) {
      return new GappedWhitening(polynomials, columns);
    }
    return switch (likelihood) {
      case EXACT -> new FastWhitening(polynomials, columns);
      case CONDITIONAL -> new ConditionalWhitening(polynomials, columns);
    };
  }

  private static ArimaEstimate of(
      ArimaOrders orders,
      double[] point,
      ArmaPolynomials polynomials,
      ConcentratedLikelihood problem) {
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
    double aicc = polynomials.rootsBeyond(SMALLEST_ROOT) ? problem.aicc() : Double.MAX_VALUE;
    return new ArimaEstimate(orders, point, parameters, problem.logLikelihood(), aicc);
  }

  /** The nearest point of other orders: coefficients are left out, or begin at 0. */
  double[] pointFor(ArimaOrders other) {
    double[] moved = new double[other.coefficients()];
    int from = 0;
    int to = 0;
    for (int kind = 0; kind < 4; kind++) {
      int have = count(orders, kind);
      int want = count(other, kind);
      System.arraycopy(point, from, moved, to, Math.min(have, want));
      from += have;
      to += want;
    }
    return moved;
  }

  private static int count(ArimaOrders orders, int kind) {
    return switch (kind) {
      case 0 -> orders.ar();
      case 1 -> orders.ma();
      case 2 -> orders.seasonalAr();
      default -> orders.seasonalMa();
    };
  }
}
