package org.updateall.modeling.model.arima;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.updateall.modeling.model.TimeSeries;

/** One run of the filter with given parameters over a window, and the likelihood of it. */
final class ArimaRun {

  private final TimeSeries window;
  private final ArimaOrders orders;
  private final ArimaParameters parameters;
  private final List<Double> covariateMeans;
  private final ArmaPolynomials polynomials;

  private ArimaRun(TimeSeries window, ArimaOrders orders, ArimaParameters parameters) {
    this.window = window;
    this.orders = orders;
    this.parameters = parameters;
    polynomials = ArmaPolynomials.of(orders, parameters);
    covariateMeans = covariateMeans();
  }

  /** As {@link ArimaModel#filtered} promises. */
  static ArimaModel over(TimeSeries window, ArimaOrders orders, ArimaParameters parameters) {
    parameters.requireOrders(orders);
    TimeSeries fromFirst = window.between(firstObserved(window), window.size());
    if (fromFirst.size() <= orders.differencedLags()) {
      throw new IllegalArgumentException(
          "a window of %d values is too short for %s".formatted(fromFirst.size(), orders.label()));
    }
    return new ArimaRun(fromFirst, orders, parameters).model();
  }

  static int firstObserved(TimeSeries window) {
    for (int t = 0; t < window.size(); t++) {
      if (window.isObserved(t)) {
        return t;
      }
    }
    throw new IllegalArgumentException("no value of the window is observed: " + window.size());
  }

  private List<Double> covariateMeans() {
    int coefficients = parameters.regression().size();
    if (coefficients > window.covariates()) {
      throw new IllegalArgumentException(
          "%d coefficients for %d covariates".formatted(coefficients, window.covariates()));
    }
    List<Double> means = new ArrayList<>(Collections.nCopies(coefficients, 0.0));
    int observed = 0;
    for (int t = 0; t < window.size(); t++) {
      if (window.isObserved(t)) {
        observed++;
        for (int i = 0; i < coefficients; i++) {
          double covariate = window.occasion(t).covariate(i);
          means.set(i, means.get(i) + (covariate - means.get(i)) / observed);
        }
      }
    }
    return ArimaParameters.finite(means, "mean of the covariates of observed values");
  }

  private ArimaModel model() {
    ArimaFilter filter = new ArimaFilter(polynomials, 1);
    double[][] noise = {noise()};
    if (!filter.begin(noise)) {
      throw new IllegalArgumentException("the autoregression is hardly stationary: " + parameters);
    }
    double[] value = new double[1];
    double[] v = new double[1];
    double S = 0;
    double logDeterminant = 0;
    int n = 0;
    for (int t = orders.differencedLags(); t < noise[0].length; t++) {
      value[0] = noise[0][t];
      double F = filter.step(value, v);
      if (filter.counts(F)) {
        S += v[0] * v[0] / F;
        logDeterminant += Math.log(F);
        n++;
      }
    }
    return model(filter, n, S, logDeterminant);
  }

  private ArimaModel model(ArimaFilter filter, int n, double S, double logDeterminant) {
    int k = coefficients() + 1;
    double logLikelihood = ConcentratedLikelihood.logLikelihood(n, S, logDeterminant);
    return new ArimaModel(
        orders,
        parameters,
        covariateMeans,
        filter.state(),
        filter.covariance(),
        window.size(),
        S / Math.max(1, n - k + 1),
        logLikelihood,
        ConcentratedLikelihood.aicc(logLikelihood, n, k));
  }

  private int coefficients() {
    int regressors = (int) parameters.regression().stream().filter(beta -> beta != 0).count();
    return orders.coefficients() + (orders.constant() ? 1 : 0) + regressors;
  }

  /** The series less constant and regression; NaN where it is not observed. */
  private double[] noise() {
    double[] noise = window.observedValues();
    for (int t = 0; t < noise.length; t++) {
      noise[t] -= ArimaModel.regression(orders, parameters, covariateMeans, window.occasion(t), t);
    }
    return noise;
  }
}
