package org.updateall.modeling.combination;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.linear.DiscountedRidge;

/**
 * The value as a linear function of the logarithms of covariates, about a level that wanders. On a
 * logarithmic scale that is a power law: so many per cent longer for twice as many packages. Of a
 * covariate beyond those that were seen no more counts than the outermost of them: a power learned
 * of few and small ones says nothing of ten times as many.
 *
 * <pre>
 * x   ln(1 + covariate), …             forecast = a + w' x + m
 * a, w intercept and coefficients      by discounted ridge regression of the values
 * m   level of what that leaves        m += K (y - a - w' x - m), local level
 * </pre>
 */
final class CovariateRegression implements Member {

  private static final double DISCOUNT = 0.995;
  private static final double PRECISION = 0.1;
  private static final double LEVEL_RATIO = 0.03;
  private static final int ENOUGH = 5;

  private final int[] covariates;
  private final LocalLevel level = new LocalLevel(LEVEL_RATIO);
  private DiscountedRidge regression;
  private double seen;

  /** By covariate, on the scale of x; of no use before anything is seen. */
  private double[] least;

  private double[] greatest;

  /**
   * @param covariates the places of those that it goes by
   */
  CovariateRegression(int... covariates) {
    this.covariates = covariates.clone();
    this.regression = DiscountedRidge.of(covariates.length, DISCOUNT, PRECISION);
    this.least = new double[covariates.length];
    this.greatest = new double[covariates.length];
  }

  @Override
  public String title() {
    return "regression on "
        + Arrays.stream(covariates)
            .mapToObj(index -> "covariate " + (index + 1))
            .collect(Collectors.joining(" and "));
  }

  @Override
  public double forecast(Past past, Occasion occasion, int ahead) {
    if (seen < ENOUGH || !isKnown(occasion)) {
      return Double.NaN;
    }
    return regression.forecast(within(regressors(occasion)))
        + level.forecast(past, occasion, ahead);
  }

  @Override
  public void observe(Past past, Occasion occasion, double value) {
    if (!isKnown(occasion)) {
      return;
    }
    double[] x = regressors(occasion);
    regression = regression.update(x, value);
    level.observe(past, occasion, value - regression.forecast(x));
    for (int i = 0; i < x.length; i++) {
      least[i] = seen == 0 ? x[i] : Math.min(least[i], x[i]);
      greatest[i] = seen == 0 ? x[i] : Math.max(greatest[i], x[i]);
    }
    seen++;
  }

  private double[] within(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.max(least[i], Math.min(greatest[i], x[i]));
    }
    return x;
  }

  private boolean isKnown(Occasion occasion) {
    return Arrays.stream(covariates).noneMatch(each -> Double.isNaN(occasion.covariate(each)));
  }

  private double[] regressors(Occasion occasion) {
    double[] x = new double[covariates.length];
    for (int place = 0; place < covariates.length; place++) {
      double covariate = occasion.covariate(covariates[place]);
      x[place] = Math.signum(covariate) * Math.log1p(Math.abs(covariate));
    }
    return x;
  }

  /** Seen, level, the least and the greatest covariates, regression. */
  @Override
  public double[] state() {
    return Stream.of(
            new double[] {seen}, level.state(), least, greatest, RidgeState.numbers(regression))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  @Override
  public void restore(double[] state) {
    int extremes = 3 + 2 * covariates.length;
    if (state.length <= extremes) {
      throw new IllegalArgumentException(
          "the state of %s has only %d numbers".formatted(title(), state.length));
    }
    double[] ridge = Arrays.copyOfRange(state, extremes, state.length);
    regression =
        RidgeState.ridge(
            title(), ridge, DiscountedRidge.of(covariates.length, DISCOUNT, PRECISION));
    seen = state[0];
    level.restore(Arrays.copyOfRange(state, 1, 3));
    least = Arrays.copyOfRange(state, 3, 3 + covariates.length);
    greatest = Arrays.copyOfRange(state, 3 + covariates.length, extremes);
  }
}
