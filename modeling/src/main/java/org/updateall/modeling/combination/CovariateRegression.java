package org.updateall.modeling.combination;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.updateall.modeling.model.Occasion;

/**
 * The value as a linear function of the logarithms of covariates, about a level that wanders. On a
 * logarithmic scale that is a power law: so many per cent longer for twice as many packages.
 *
 * <pre>
 * x   (1, ln(1 + covariate), …)        forecast = w' x + m
 * w   coefficients                     by discounted ridge regression of the values
 * m   level of what that leaves        m += K (y - w' x - m), local level
 * </pre>
 */
final class CovariateRegression implements Member {

  private static final double DISCOUNT = 0.995;
  private static final double RIDGE = 0.5;
  private static final double LEVEL_RATIO = 0.03;
  private static final int ENOUGH = 5;

  private final int[] covariates;
  private final RecursiveLeastSquares regression;
  private final LocalLevel level = new LocalLevel(LEVEL_RATIO);
  private double seen;

  /**
   * @param covariates the places of those that it goes by
   */
  CovariateRegression(int... covariates) {
    this.covariates = covariates.clone();
    this.regression = new RecursiveLeastSquares(covariates.length + 1, DISCOUNT, RIDGE);
  }

  @Override
  public String title() {
    return "regression on covariate "
        + Arrays.stream(covariates)
            .mapToObj(index -> Integer.toString(index + 1))
            .collect(Collectors.joining(" and "));
  }

  @Override
  public double forecast(Past past, Occasion occasion, int ahead) {
    if (seen < ENOUGH || !isKnown(occasion)) {
      return Double.NaN;
    }
    return regression.predict(regressors(occasion)) + level.forecast(past, occasion, ahead);
  }

  /** By how much the forecast grows when the covariate at that place of the series doubles. */
  double effectOfDoubling(int covariate) {
    for (int place = 0; place < covariates.length; place++) {
      if (covariates[place] == covariate) {
        return regression.coefficient(place + 1) * Math.log(2);
      }
    }
    return 0;
  }

  @Override
  public void observe(Past past, Occasion occasion, double value) {
    if (!isKnown(occasion)) {
      return;
    }
    double[] x = regressors(occasion);
    regression.observe(x, value);
    level.observe(past, occasion, value - regression.predict(x));
    seen++;
  }

  private boolean isKnown(Occasion occasion) {
    return Arrays.stream(covariates).noneMatch(each -> Double.isNaN(occasion.covariate(each)));
  }

  private double[] regressors(Occasion occasion) {
    double[] x = new double[covariates.length + 1];
    x[0] = 1;
    for (int place = 0; place < covariates.length; place++) {
      double covariate = occasion.covariate(covariates[place]);
      x[place + 1] = Math.signum(covariate) * Math.log1p(Math.abs(covariate));
    }
    return x;
  }

  @Override
  public double[] state() {
    double[] coefficients = regression.state();
    double[] state = Arrays.copyOf(coefficients, coefficients.length + 3);
    System.arraycopy(level.state(), 0, state, coefficients.length, 2);
    state[coefficients.length + 2] = seen;
    return state;
  }

  @Override
  public void restore(double[] state) {
    int length = RecursiveLeastSquares.stateLength(covariates.length + 1);
    States.require(title(), state, length + 3);
    regression.restore(state, 0);
    level.restore(Arrays.copyOfRange(state, length, length + 2));
    seen = state[length + 2];
  }
}
