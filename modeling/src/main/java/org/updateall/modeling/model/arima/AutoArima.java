package org.updateall.modeling.model.arima;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.model.arima.ArimaEstimate.Likelihood;

/**
 * ARIMA models with seasons and regressors; differences, orders and constant are chosen from the
 * window. Covariates are regressors if every observed value has them all. A censored value counts
 * as missing. Seasons are looked for if the period is within 2 and 24 and the window longer than
 * two of them. The fit is equivariant: that of {@code a + b * series} is the fit of the series,
 * shifted and scaled. Thread-safe.
 */
public final class AutoArima implements ModelFamily {

  private static final int MIN_OBSERVATIONS = 20;
  private static final int MAX_WINDOW = 400;

  /** Above these, forms are compared by an approximate likelihood, as in R's auto.arima. */
  private static final int LONGEST_EXACT = 150;

  private static final int LONGEST_EXACT_PERIOD = 12;

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
    ArimaEstimate estimate =
        ArimaEstimate.maximize(
            differenced, orders, Likelihood.EXACT, List.of(new double[orders.coefficients()]));
    return model(window, standardized, estimate);
  }

  private static ArimaModel choose(
      TimeSeries window, Function<OrderSearch, ArimaEstimate> search) {
    if (observed(window) < MIN_OBSERVATIONS) {
      throw new IllegalArgumentException(
          "%d observed values are fewer than %d".formatted(observed(window), MIN_OBSERVATIONS));
    }
    TimeSeries newest = window.last(MAX_WINDOW);
    if (observed(newest) < MIN_OBSERVATIONS) {
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
    OrderSearch orders =
        new OrderSearch(differenced, differences, ranking(differenced, differences));
    ArimaEstimate estimate =
        standardized.isConstantAfter(differences) ? orders.simplest() : search.apply(orders);
    return model(window, standardized, estimate);
  }

  private static long observed(TimeSeries window) {
    return IntStream.range(0, window.size()).filter(window::isObserved).count();
  }

  /** Also of values that are all the same but for rounding. */
  private static ArimaModel mean(TimeSeries window) {
    double mean = StandardizedWindow.mean(window.observedValues());
    return ArimaModel.filtered(
        window,
        ArimaOrders.of(0, 0, 0).withConstant(true),
        ArimaParameters.of(List.of(), List.of()).withConstant(mean));
  }

  private static Likelihood ranking(DifferencedWindow window, ArimaOrders differences) {
    boolean approximate =
        window.observed() > LONGEST_EXACT || differences.period() > LONGEST_EXACT_PERIOD;
    return approximate && window.isComplete() ? Likelihood.CONDITIONAL : Likelihood.EXACT;
  }

  private static ArimaModel model(
      TimeSeries window, StandardizedWindow standardized, ArimaEstimate estimate) {
    ArimaOrders orders = estimate.orders();
    return ArimaModel.filtered(
        window, orders, standardized.toOriginalUnits(orders, estimate.parameters()));
  }
}
