package org.updateall.modeling.model.arima;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.updateall.modeling.model.season.Interpolation;
import org.updateall.modeling.model.season.SeasonalDecomposition;

/**
 * The choice of how often to difference, as in R's auto.arima: over a period if the season is
 * strong, then until the test of Kwiatkowski and others sees no more wandering. With covariates it
 * is made on what they do not explain. No difference is taken that makes a covariate constant.
 */
final class Differencing {

  private static final double STRONG_SEASON = 0.64;
  private static final int LONGEST_PERIOD = 24;
  private static final int MOST_DIFFERENCES = 2;

  private Differencing() {}

  /** Orders with these differences and without coefficients; the period is 1 where not used. */
  static ArimaOrders choose(StandardizedWindow window, int period) {
    double[] values = unexplained(window);
    int m = isSeasonal(values.length, period) ? period : 1;
    int seasonal = m > 1 && needsSeasonal(window, values, m) ? 1 : 0;
    UnaryOperator<double[]> seasonally =
        column -> seasonal == 1 ? DifferencedWindow.differenced(column, m) : column;
    int regular =
        regular(seasonally.apply(values), window.covariates().stream().map(seasonally).toList());
    return ArimaOrders.of(0, regular, 0).withSeason(0, seasonal, 0, m);
  }

  private static boolean isSeasonal(int length, int period) {
    return period > 1 && period <= LONGEST_PERIOD && length > 2 * period;
  }

  private static boolean needsSeasonal(StandardizedWindow window, double[] values, int m) {
    return SeasonalDecomposition.strength(Interpolation.linear(values), m) > STRONG_SEASON
        && canDifference(values, window.covariates(), m);
  }

  private static int regular(double[] values, List<double[]> covariates) {
    double[] differenced = values;
    List<double[]> regressors = covariates;
    int differences = 0;
    while (differences < MOST_DIFFERENCES
        && Kpss.wanders(known(differenced))
        && canDifference(differenced, regressors, 1)) {
      differences++;
      differenced = DifferencedWindow.differenced(differenced, 1);
      regressors = regressors.stream().map(x -> DifferencedWindow.differenced(x, 1)).toList();
      if (DifferencedWindow.isConstant(differenced)) {
        return differences;
      }
    }
    return differences;
  }

  private static boolean canDifference(double[] values, List<double[]> covariates, int lag) {
    return known(DifferencedWindow.differenced(values, lag)).length > 0
        && covariates.stream()
            .filter(covariate -> !DifferencedWindow.isConstant(covariate))
            .map(covariate -> DifferencedWindow.differenced(covariate, lag))
            .noneMatch(DifferencedWindow::isConstant);
  }

  /** The residuals of the regression on constant and covariates by ordinary least squares. */
  private static double[] unexplained(StandardizedWindow window) {
    if (window.covariates().isEmpty()) {
      return window.values();
    }
    return LinearRegression.residuals(window.values(), window.covariates());
  }

  private static double[] known(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }
}
