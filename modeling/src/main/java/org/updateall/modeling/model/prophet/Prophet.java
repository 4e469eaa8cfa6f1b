package org.updateall.modeling.model.prophet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

/**
 * A piecewise straight trend with the seasons of the calendar and the covariates, with the priors
 * and the defaults of the program Prophet; but unless told otherwise, values are scaled by their
 * range, so that the fit of {@code a + b * series} is that of the series, shifted and scaled.
 * Thread-safe.
 *
 * <p>Missing and censored values, with their occasions, are left out. A constant series is forecast
 * by its constant.
 */
public final class Prophet implements ModelFamily {

  private static final int MIN_OBSERVATIONS = 30;
  private static final int MAX_WINDOW = 1500;

  /** Spread below this share of the largest value is rounding, and the series constant. */
  private static final double CONSTANT = 1e-13;

  private final ValueScaling scaling;

  /** Scales values by their range. */
  public Prophet() {
    this(ValueScaling.RANGE);
  }

  public Prophet(ValueScaling scaling) {
    this.scaling = scaling;
  }

  @Override
  public String name() {
    return "prophet";
  }

  @Override
  public int minObservations() {
    return MIN_OBSERVATIONS;
  }

  @Override
  public int maxWindow() {
    return MAX_WINDOW;
  }

  @Override
  public ProphetModel fit(TimeSeries window) {
    window.requireObserved(MIN_OBSERVATIONS);
    TimeSeries observed = observed(window);
    Design design = new Design(observed);
    double[] values = observed.values();
    if (isConstant(values)) {
      return model(
          design, new LinearScale(values[0], 1), new double[design.columns()], 0, observed);
    }
    LinearScale scale = scaling.of(values);
    PosteriorMode mode = mode(design, observed, scale);
    return model(design, scale, mode.theta(), mode.sigma(), observed);
  }

  private static TimeSeries observed(TimeSeries window) {
    List<Occasion> occasions = new ArrayList<>(window.size());
    double[] values = new double[window.size()];
    for (int i = 0; i < window.size(); i++) {
      if (window.isObserved(i)) {
        values[occasions.size()] = window.value(i);
        occasions.add(window.occasion(i));
      }
    }
    return new TimeSeries(
        Arrays.copyOf(values, occasions.size()), occasions, new BitSet(), window.period());
  }

  private static boolean isConstant(double[] values) {
    double smallest = Arrays.stream(values).min().orElseThrow();
    double largest = Arrays.stream(values).max().orElseThrow();
    return largest - smallest <= CONSTANT * Math.max(Math.abs(smallest), Math.abs(largest));
  }

  static PosteriorMode mode(Design design, TimeSeries observed, LinearScale scale) {
    return PosteriorMode.of(
        products(design, observed, scale), observed.size(), design.precisions());
  }

  /** The sums of products of the design's columns, and the values as the last of them. */
  static double[][] products(Design design, TimeSeries observed, LinearScale scale) {
    int size = design.columns() + 1;
    double[][] products = new double[size][size];
    double[] row = new double[size];
    for (int t = 0; t < observed.size(); t++) {
      design.write(observed.occasion(t), row);
      row[size - 1] = scale.to(observed.value(t));
      addSquare(products, row);
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        products[i][j] = products[j][i];
      }
    }
    return products;
  }

  private static void addSquare(double[][] products, double[] row) {
    for (int i = 0; i < row.length; i++) {
      double factor = row[i];
      if (factor != 0) {
        double[] into = products[i];
        for (int j = i; j < row.length; j++) {
          into[j] += factor * row[j];
        }
      }
    }
  }

  private static ProphetModel model(
      Design design, LinearScale scale, double[] theta, double sigma, TimeSeries observed) {
    return new ProphetModel(
        design.times(),
        scale,
        design.trend(theta),
        design.seasons(theta),
        design.regressors(theta),
        sigma,
        observed.usualStep() / design.times().unit(),
        observed.size());
  }
}
