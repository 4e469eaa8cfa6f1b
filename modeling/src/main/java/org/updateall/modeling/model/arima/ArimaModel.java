package org.updateall.modeling.model.arima;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.numbers.Require;

/**
 * A fitted ARIMA model; its components are all that is needed to go on with it.
 *
 * @param orders how many coefficients and differences there are
 * @param parameters in the units of the series and its covariates
 * @param covariateMeans in place of a covariate that is not known; one for each coefficient
 * @param state before the next value, of what the constant and the regression leave: that of the
 *     differenced series, then the last values, newest first
 * @param covariance of the state in units of {@code sigmaSquared}, the lower triangle row by row;
 *     empty once it is what it always will be
 * @param steps how many occasions there were since the first observed value
 * @param sigmaSquared variance of the innovations of the fit, unbiased
 * @param logLikelihood of the fit
 * @param aicc of the fit; comparable among models of the same series with the same differences; the
 *     largest number if there are too few values for it
 */
public record ArimaModel(
    ArimaOrders orders,
    ArimaParameters parameters,
    List<Double> covariateMeans,
    List<Double> state,
    List<Double> covariance,
    int steps,
    double sigmaSquared,
    double logLikelihood,
    double aicc)
    implements FittedModel {

  /**
   * @throws IllegalArgumentException if a component is missing, of another size than the orders
   *     say, or not finite, or the steps or the variance are negative
   */
  public ArimaModel {
    requirePresent(orders, "orders");
    requirePresent(parameters, "parameters");
    parameters.requireOrders(orders);
    covariateMeans = ArimaParameters.finite(covariateMeans, "covariateMeans");
    state = ArimaParameters.finite(state, "state");
    covariance = ArimaParameters.finite(covariance, "covariance");
    requireSize(covariateMeans, parameters.regression().size(), "covariateMeans");
    requireSize(state, ArimaFilter.stateLength(orders), "state");
    if (!covariance.isEmpty()) {
      requireSize(covariance, ArimaFilter.covarianceLength(orders), "covariance");
    }
    Require.that(steps >= 0, "steps", steps);
    Require.that(sigmaSquared >= 0 && Double.isFinite(sigmaSquared), "sigmaSquared", sigmaSquared);
    Require.that(Double.isFinite(logLikelihood), "logLikelihood", logLikelihood);
    Require.that(Double.isFinite(aicc), "aicc", aicc);
  }

  private static void requirePresent(@Nullable Object component, String name) {
    Require.that(component != null, name, "null");
  }

  private static void requireSize(List<Double> values, int size, String name) {
    Require.that(values.size() == size, "size of " + name, values.size());
  }

  /**
   * The model with these parameters after the window; nothing is estimated but the variance.
   *
   * @throws IllegalArgumentException if no value is observed, the window is shorter than what
   *     differencing takes, the parameters do not have the orders, the autoregression is not, or
   *     hardly, stationary, there are more coefficients of regression than covariates, or a
   *     covariate is not known where a value is observed
   */
  public static ArimaModel filtered(
      TimeSeries window, ArimaOrders orders, ArimaParameters parameters) {
    return ArimaRun.over(window, orders, parameters);
  }

  @Override
  public double[] forecast(List<Occasion> future) {
    ArimaFilter filter = filter();
    double[] forecasts = new double[future.size()];
    for (int h = 0; h < forecasts.length; h++) {
      forecasts[h] =
          regression(orders, parameters, covariateMeans, future.get(h), steps + h)
              + filter.forecast();
      filter.extend();
    }
    return forecasts;
  }

  /** Filters one value; variance, likelihood and AICc remain those of the fit. */
  @Override
  public ArimaModel update(Occasion occasion, double observation) {
    ArimaFilter filter = filter();
    double[] value = {
      observation - regression(orders, parameters, covariateMeans, occasion, steps)
    };
    filter.step(value, new double[1]);
    return new ArimaModel(
        orders,
        parameters,
        covariateMeans,
        filter.state(),
        filter.covariance(),
        steps + 1,
        sigmaSquared,
        logLikelihood,
        aicc);
  }

  private ArimaFilter filter() {
    return ArimaFilter.restored(ArmaPolynomials.of(orders, parameters), state, covariance);
  }

  /** What constant and regression make of an occasion. */
  static double regression(
      ArimaOrders orders,
      ArimaParameters parameters,
      List<Double> covariateMeans,
      Occasion occasion,
      int step) {
    double sum = parameters.constant() * (orders.allDifferences() == 0 ? 1 : step);
    for (int i = 0; i < covariateMeans.size(); i++) {
      double covariate = occasion.covariate(i);
      double known = Double.isNaN(covariate) ? covariateMeans.get(i) : covariate;
      sum += parameters.regression().get(i) * known;
    }
    return sum;
  }

  /** Such as "ARIMA(1,1,1)" or "Regression with ARIMA(1,0,0) errors". */
  @Override
  public String form() {
    return covariateMeans.isEmpty() ? orders.label() : orders.regressionLabel();
  }

  /** The root of Σ ψ_j² over j = 0 … horizon - 1, ψ the response to an innovation. */
  @Override
  public double errorGrowth(int horizon) {
    ArimaFilter response = new ArimaFilter(ArmaPolynomials.of(orders, parameters), 1);
    response.beginWithInnovation();
    double variance = 0;
    for (int j = 0; j < horizon; j++) {
      double psi = response.forecast();
      variance += psi * psi;
      response.extend();
    }
    return Math.sqrt(variance);
  }
}
