package org.updateall.modeling.model.ets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.MultivariateFunctionMappingAdapter;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Maximum likelihood of one form over R's region of admissible smoothing parameters.
 *
 * <p>The search runs over (alpha, beta's place between its bounds, phi), mapped from their box to
 * the whole space. It expects standardised data: its tolerances are absolute.
 */
final class EtsLikelihood implements MultivariateFunction {

  /** R's starting values, and one for series that follow their last value. */
  private static final double[][] STARTS = {{0.2, 0.1, 0.97}, {0.8, 0.5, 0.85}};

  private static final double[] LOWER = {Smoothing.SMALLEST, 0, Smoothing.SMALLEST_PHI};
  private static final double[] UPPER = {Smoothing.LARGEST_ALPHA, 1, Smoothing.LARGEST_PHI};

  /** Relative to standardised data: squares below this are rounding. */
  private static final double ROUNDING = 1e-24;

  private static final double TOLERANCE = 1e-6;
  private static final int MOST_EVALUATIONS = 2000;

  private final EtsForm form;
  private final double[] series;

  private EtsLikelihood(EtsForm form, double[] series) {
    this.form = form;
    this.series = series;
  }

  /** The model of that form that is most likely for the standardised series. */
  static EtsModel maximize(EtsForm form, double[] series) {
    return new EtsLikelihood(form, series).maximize();
  }

  private EtsModel maximize() {
    Smoothing smoothing = Smoothing.fromPoint(form, bestPoint());
    InitialStates initial = InitialStates.leastSquares(smoothing, series);
    return EtsFilter.run(smoothing, initial.level(), initial.trend(), series);
  }

  /** Minus twice the log-likelihood, with the best initial states for these parameters. */
  @Override
  public double value(double[] point) {
    Smoothing smoothing = Smoothing.fromPoint(form, point);
    double sum = InitialStates.leastSquares(smoothing, series).sumOfSquares();
    return series.length * Math.log(Math.max(sum, ROUNDING));
  }

  private double[] bestPoint() {
    int dimension = form.smoothingParameters();
    MultivariateFunctionMappingAdapter unbounded =
        new MultivariateFunctionMappingAdapter(
            this, Arrays.copyOf(LOWER, dimension), Arrays.copyOf(UPPER, dimension));
    List<PointValuePair> optima = new ArrayList<>();
    for (double[] start : STARTS) {
      optima.add(descend(unbounded, Arrays.copyOf(start, dimension)));
    }
    PointValuePair best = optima.get(0);
    for (PointValuePair optimum : optima) {
      best = optimum.getValue() < best.getValue() ? optimum : best;
    }
    return unbounded.unboundedToBounded(best.getPoint());
  }

  private static PointValuePair descend(
      MultivariateFunctionMappingAdapter unbounded, double[] start) {
    SimpleValueChecker checker = new SimpleValueChecker(-1, TOLERANCE);
    return new SimplexOptimizer(checker)
        .optimize(
            new MaxEval(MOST_EVALUATIONS),
            new ObjectiveFunction(unbounded),
            GoalType.MINIMIZE,
            new InitialGuess(unbounded.boundedToUnbounded(start)),
            new NelderMeadSimplex(start.length));
  }
}
