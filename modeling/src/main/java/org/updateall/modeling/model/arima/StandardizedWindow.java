package org.updateall.modeling.model.arima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.model.season.Interpolation;

/**
 * A window as the search wants it: from the first to the last observed value, with mean 0 and
 * standard deviation 1, and its covariates alike. Covariates are left out unless every observed
 * value has them all.
 */
final class StandardizedWindow {

  /** Spread below this share of the largest value is rounding, and the series constant. */
  private static final double CONSTANT = 1e-13;

  private final double[] values;
  private final double centre;
  private final double scale;
  private final boolean constant;
  private final List<double[]> covariates = new ArrayList<>();
  private final List<Double> covariateMeans = new ArrayList<>();
  private final List<Double> covariateScales = new ArrayList<>();

  /**
   * @param centred false to leave the means where they are, for a form that has none
   */
  StandardizedWindow(TimeSeries window, boolean centred) {
    int from = ArimaRun.firstObserved(window);
    int to = window.size();
    while (!window.isObserved(to - 1)) {
      to--;
    }
    TimeSeries inner = window.between(from, to);
    double[] observed = inner.observedValues();
    centre = centred ? mean(observed) : 0;
    double spread = spread(observed, centre);
    constant = spread == 0;
    scale = constant ? 1 : spread;
    values = standardized(observed, centre, spread);
    if (everyObservedHasAll(inner)) {
      for (int i = 0; i < inner.covariates(); i++) {
        addCovariate(inner, i, centred);
      }
    }
  }

  private StandardizedWindow(StandardizedWindow gapped, int period) {
    centre = gapped.centre;
    scale = gapped.scale;
    constant = gapped.constant;
    values = Interpolation.seasonal(gapped.values, period);
    gapped.covariates.forEach(covariate -> covariates.add(Interpolation.linear(covariate)));
    covariateMeans.addAll(gapped.covariateMeans);
    covariateScales.addAll(gapped.covariateScales);
  }

  /** The same with interpolated values in the gaps. */
  StandardizedWindow filled(int period) {
    return new StandardizedWindow(this, period);
  }

  private void addCovariate(TimeSeries inner, int index, boolean centred) {
    double[] covariate = new double[values.length];
    for (int t = 0; t < covariate.length; t++) {
      covariate[t] = inner.isObserved(t) ? inner.occasion(t).covariate(index) : Double.NaN;
    }
    double mean = centred ? mean(covariate) : 0;
    double spread = spread(covariate, mean);
    covariates.add(standardized(covariate, mean, spread));
    covariateMeans.add(mean);
    covariateScales.add(spread > 0 ? spread : 1);
  }

  private static boolean everyObservedHasAll(TimeSeries window) {
    for (int t = 0; t < window.size(); t++) {
      for (int i = 0; i < window.covariates() && window.isObserved(t); i++) {
        if (Double.isNaN(window.occasion(t).covariate(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The mean of the values that are known. */
  static double mean(double[] values) {
    double mean = 0;
    int known = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        known++;
        mean += (value - mean) / known;
      }
    }
    return mean;
  }

  /** The root mean square about the centre; 0 if that is rounding. */
  private static double spread(double[] values, double centre) {
    double largest = 0;
    double sum = 0;
    int known = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        known++;
        largest = Math.max(largest, Math.abs(value));
        sum += (value - centre) * (value - centre);
      }
    }
    double spread = Math.sqrt(sum / known);
    return spread > CONSTANT * largest ? spread : 0;
  }

  private static double[] standardized(double[] values, double centre, double spread) {
    double scale = spread > 0 ? spread : 1;
    return Arrays.stream(values)
        .map(value -> spread > 0 || Double.isNaN(value) ? (value - centre) / scale : 0)
        .toArray();
  }

  /** Whether all observed values are the same but for rounding. */
  boolean isConstant() {
    return constant;
  }

  /** Whether nothing varies any more after these differences. */
  boolean isConstantAfter(ArimaOrders differences) {
    return DifferencedWindow.isConstant(DifferencedWindow.differenced(values, differences));
  }

  /** NaN where there is a gap, but neither first nor last. */
  double[] values() {
    return values;
  }

  /** A row for each covariate that is used. */
  List<double[]> covariates() {
    return covariates;
  }

  /** The same parameters in the units of the series and its covariates. */
  ArimaParameters toOriginalUnits(ArimaOrders orders, ArimaParameters parameters) {
    List<Double> regression = new ArrayList<>();
    double constant = scale * parameters.constant();
    if (orders.constant() && orders.allDifferences() == 0) {
      constant += centre;
    }
    for (int i = 0; i < covariates.size(); i++) {
      double coefficient = scale * parameters.regression().get(i) / covariateScales.get(i);
      regression.add(coefficient);
      if (orders.constant() && orders.allDifferences() == 0) {
        constant -= coefficient * covariateMeans.get(i);
      }
    }
    return parameters.withConstant(constant).withRegression(regression);
  }
}
