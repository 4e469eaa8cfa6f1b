package org.updateall.modeling.combination;

import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.linear.DiscountedRidge;

/**
 * The step from the last value as a linear function of how far those before it lay from it: NLinear
 * (Zeng, Chen, Zhang and Xu 2023, AAAI 37(9)) with few lags, learned recursively.
 */
final class LaggedRegression implements Member {

  private static final double DISCOUNT = 0.995;
  private static final double PRECISION = 1;

  private final int lags;
  private DiscountedRidge regression;

  LaggedRegression(int lags) {
    this.lags = lags;
    this.regression = DiscountedRidge.of(lags, DISCOUNT, PRECISION);
  }

  @Override
  public String title() {
    return "linear in " + lags + " lags";
  }

  @Override
  public double forecast(Past past, Occasion occasion, int ahead) {
    return past.size() < lags + 2
        ? Double.NaN
        : past.value(0) + regression.forecast(regressors(past));
  }

  @Override
  public double gain() {
    return 1.0 / lags;
  }

  @Override
  public void observe(Past past, Occasion occasion, double value) {
    if (past.size() > lags) {
      regression = regression.update(regressors(past), value - past.value(0));
    }
  }

  private double[] regressors(Past past) {
    double[] x = new double[lags];
    for (int lag = 1; lag <= lags; lag++) {
      x[lag - 1] = past.value(lag) - past.value(0);
    }
    return x;
  }

  @Override
  public double[] state() {
    return RidgeState.numbers(regression);
  }

  @Override
  public void restore(double[] state) {
    regression = RidgeState.ridge(title(), state, DiscountedRidge.of(lags, DISCOUNT, PRECISION));
  }
}
