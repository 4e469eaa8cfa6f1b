package org.updateall.modeling.model.ets;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Initial states to begin a search with: those that make the sum of squared errors least for given
 * smoothing parameters. Errors are linear in the states, unless there are factors: then it is done
 * on the logarithms.
 */
final class StartingStates {

  private static final double DAMPING = 1e-10;

  private StartingStates() {}

  /**
   * @param shares alpha, and the places of beta, gamma and phi
   */
  static EtsState of(EtsForm form, double[] series, int period, double[] shares) {
    return form.hasSeasonFactors()
        ? exponential(onLogarithms(form, series, period, shares))
        : leastSquares(form, series, period, shares);
  }

  /** A level at the mean, no trend, and no season. */
  static EtsState flat(EtsForm form, double[] series, int period) {
    return flat(form, period, Moments.mean(series), form.hasSeasonFactors() ? 1 : 0);
  }

  private static EtsState flat(EtsForm form, int period, double level, double season) {
    return new EtsState(level, 0, Collections.nCopies(form.hasSeason() ? period : 0, season));
  }

  private static EtsState onLogarithms(EtsForm form, double[] series, int period, double[] shares) {
    double[] logarithms = Arrays.stream(series).map(Math::log).toArray();
    return leastSquares(form, logarithms, period, shares);
  }

  private static EtsState exponential(EtsState state) {
    double[] factors = state.season().stream().mapToDouble(Math::exp).toArray();
    double mean = Arrays.stream(factors).average().orElse(1);
    double level = mean * Math.exp(state.level());
    double trend = level * Math.expm1(state.trend());
    return new EtsState(level, trend, normalised(factors, mean));
  }

  private static List<Double> normalised(double[] factors, double mean) {
    return Arrays.stream(factors)
        .map(factor -> factor / mean)
        .map(factor -> Math.max(Recursion.SMALLEST_FACTOR, factor))
        .map(factor -> Math.min(factor, Recursion.LARGEST_FACTOR))
        .boxed()
        .toList();
  }

  /** Of the additive form with the same components. */
  private static EtsState leastSquares(EtsForm form, double[] series, int period, double[] shares) {
    SeasonType season = form.hasSeason() ? SeasonType.ADDITIVE : SeasonType.NONE;
    EtsForm additive = new EtsForm(ErrorType.ADDITIVE, form.trend(), season);
    Innovations innovations = new Innovations(additive, series, period);
    SearchCoordinates at = innovations.coordinates();
    double[] x = at.pack(shares, flat(additive, period, 0, 0));
    innovations.differentiate(x);
    int[] states = IntStream.range(at.level, at.size).toArray();
    NormalEquations equations = new NormalEquations(at.size);
    if (equations.solve(innovations.sums(), states, states.length, DAMPING)) {
      for (int k = 0; k < states.length; k++) {
        x[states[k]] = equations.step(k);
      }
    }
    return at.state(x);
  }
}
