package org.updateall.modeling.model.arima;

import java.util.List;
import java.util.function.Function;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;

/**
 * ARIMA models with seasons and regressors; differences, orders and constant are chosen from the
 * window. Covariates are regressors if every observed value has them all. A censored value counts
 * as missing. Seasons are looked for if the period is within 2 and 24 and the window longer than
 * two of them; then gaps are interpolated for the search, and only the form that is found is fitted
 * to the series with its gaps. The fit is equivariant: that of {@code a + b * series} is the fit of
 * the series, shifted and scaled. Thread-safe.
 */
public final class AutoArima implements ModelFamily {

  private static final int MIN_OBSERVATIONS = 20;
  private static final int MAX_WINDOW = 400;

  @Override
  public String name() {
    return "auto_arima";
  }

  @Override
  public int minObservations() {
    return MIN_OBSERVATIONS;
  }

  @Override
  public int maxWindow() {
    return MAX_WINDOW;
  }

  /**
   * {@inheritDoc} Of a longer window than the largest only the newest values count; if these hold
   * fewer observed ones than the minimum, or if all are the same, the form is the mean.
   */
  @Override
  public ArimaModel fit(TimeSeries window) {
    return choose(window, OrderSearch::fromScratch);
  }

  /** Differences are chosen anew; if they stay, the search begins at the previous form. */
  @Override
  public ArimaModel refit(FittedModel previous, TimeSeries window) {
    if (!(previous instanceof ArimaModel model)) {
      return fit(window);
    }
    return choose(window, search -> search.from(model.orders(), model.parameters()));
  }

  /**
   * The most likely model of these orders.
   *
   * @throws IllegalArgumentException if no value of the window is observed, or the window is too
   *     short for these differences
   */
  public static ArimaModel fit(TimeSeries window, ArimaOrders orders) {
    boolean centred = orders.constant() || orders.allDifferences() > 0;
    StandardizedWindow standardized = new StandardizedWindow(window, centred);
    DifferencedWindow differenced = new DifferencedWindow(standardized, orders);
    return model(window, standardized, ArimaEstimate.maximize(differenced, orders));
  }

  private static ArimaModel choose(TimeSeries window, Function<OrderSearch, ArimaEstimate> search) {
    window.requireObserved(MIN_OBSERVATIONS);
    TimeSeries newest = window.last(MAX_WINDOW);
    if (newest.observed() < MIN_OBSERVATIONS) {
      return mean(window);
    }
    StandardizedWindow standardized = new StandardizedWindow(newest, true);
    return standardized.isConstant() ? mean(newest) : choose(newest, standardized, search);
  }

  private static ArimaModel choose(
      TimeSeries window,
      StandardizedWindow standardized,
      Function<OrderSearch, ArimaEstimate> search) {
    ArimaOrders differences = Differencing.choose(standardized, window.period());
    DifferencedWindow differenced = new DifferencedWindow(standardized, differences);
    if (standardized.isConstantAfter(differences)) {
      return model(window, standardized, new OrderSearch(differenced, differences).simplest());
    }
    if (differenced.isComplete() || differences.period() == 1) {
      return model(window, standardized, search.apply(new OrderSearch(differenced, differences)));
    }
    StandardizedWindow filled = standardized.filled(differences.period());
    ArimaEstimate approximate =
        search.apply(new OrderSearch(new DifferencedWindow(filled, differences), differences));
    return model(window, standardized, approximate.over(differenced));
  }

  /** Also of values that are all the same but for rounding. */
  private static ArimaModel mean(TimeSeries window) {
    double mean = StandardizedWindow.mean(window.observedValues());
    return ArimaModel.filtered(
        window,
        ArimaOrders.of(0, 0, 0).withConstant(true),
        ArimaParameters.of(List.of(), List.of()).withConstant(mean));
  }

  private static ArimaModel model(
      TimeSeries window, StandardizedWindow standardized, ArimaEstimate estimate) {
    ArimaOrders orders = estimate.orders();
    return ArimaModel.filtered(
        window, orders, standardized.toOriginalUnits(orders, estimate.parameters()));
  }
}
