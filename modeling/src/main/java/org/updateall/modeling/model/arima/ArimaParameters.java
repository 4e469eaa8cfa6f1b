package org.updateall.modeling.model.arima;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an ARIMA model with regressors, with the signs of R: {@code n_t = ar_1 n_(t-1)
 * + … + e_t + ma_1 e_(t-1) + …} is what is left, after differencing, of the series less constant
 * and regression.
 *
 * @param ar φ, autoregressive coefficients
 * @param ma θ, moving average coefficients
 * @param seasonalAr Φ, autoregressive coefficients at multiples of the period
 * @param seasonalMa Θ, moving average coefficients at multiples of the period
 * @param constant the mean, or the drift from one value to the next; 0 without one
 * @param regression a coefficient for each covariate; empty without regression
 */
public record ArimaParameters(
    List<Double> ar,
    List<Double> ma,
    List<Double> seasonalAr,
    List<Double> seasonalMa,
    double constant,
    List<Double> regression) {

  /**
   * @throws IllegalArgumentException if a list is missing, or a value is not finite
   */
  public ArimaParameters {
    ar = finite(ar, "ar");
    ma = finite(ma, "ma");
    seasonalAr = finite(seasonalAr, "seasonalAr");
    seasonalMa = finite(seasonalMa, "seasonalMa");
    if (!Double.isFinite(constant)) {
      throw new IllegalArgumentException("constant is not finite: " + constant);
    }
    regression = finite(regression, "regression");
  }

  /** Without seasons, constant and regression. */
  public static ArimaParameters of(List<Double> ar, List<Double> ma) {
    return new ArimaParameters(ar, ma, List.of(), List.of(), 0, List.of());
  }

  /** The same with these at multiples of the period. */
  public ArimaParameters withSeason(List<Double> seasonal, List<Double> average) {
    return new ArimaParameters(ar, ma, seasonal, average, constant, regression);
  }

  /** The same with that mean or drift. */
  public ArimaParameters withConstant(double value) {
    return new ArimaParameters(ar, ma, seasonalAr, seasonalMa, value, regression);
  }

  /** The same with a coefficient for each covariate. */
  public ArimaParameters withRegression(List<Double> coefficients) {
    return new ArimaParameters(ar, ma, seasonalAr, seasonalMa, constant, coefficients);
  }

  /** Whether the autoregressions, regular and seasonal, return to their mean. */
  private boolean isStationary() {
    return isStationary(ar) && isStationary(seasonalAr);
  }

  private static boolean isStationary(List<Double> coefficients) {
    double[] values = coefficients.stream().mapToDouble(Double::doubleValue).toArray();
    return PartialAutocorrelations.rootsBeyond(1, values, values.length);
  }

  /**
   * @throws IllegalArgumentException if there are not as many coefficients as the orders say, or
   *     the autoregression is not stationary
   */
  void requireOrders(ArimaOrders orders) {
    requireSize(ar, orders.ar(), "ar");
    requireSize(ma, orders.ma(), "ma");
    requireSize(seasonalAr, orders.seasonalAr(), "seasonalAr");
    requireSize(seasonalMa, orders.seasonalMa(), "seasonalMa");
    if (!orders.constant() && constant != 0) {
      throw new IllegalArgumentException("constant of a form without one: " + constant);
    }
    if (!isStationary()) {
      throw new IllegalArgumentException("the autoregression is not stationary: " + this);
    }
  }

  private static void requireSize(List<Double> values, int size, String name) {
    if (values.size() != size) {
      throw new IllegalArgumentException(
          "%s has not the %d values that the orders say: %s".formatted(name, size, values));
    }
  }

  /** The values as an immutable list. */
  static List<Double> finite(@Nullable List<Double> values, String name) {
    if (values == null || !values.stream().allMatch(ArimaParameters::isFinite)) {
      throw new IllegalArgumentException("%s is not finite: %s".formatted(name, values));
    }
    return List.copyOf(values);
  }

  private static boolean isFinite(@Nullable Double value) {
    return value != null && Double.isFinite(value);
  }
}
