package org.updateall.modeling.model.ets;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Maximum likelihood of one form over R's region of smoothing parameters, by Levenberg and
 * Marquardt's method in a box.
 *
 * <pre>
 * symbol  meaning                                     equation
 * x, F    point of the search, minus twice the log-   see {@link Innovations}
 *         likelihood there
 * A, c    normal equations there
 * lambda  damping
 * d       step, of the coordinates that are not held  (A + lambda diag A) d = -c
 *         at a bound
 * </pre>
 *
 * <p>A coordinate is held at its bound while F falls beyond it. Steps are cut at the bounds; one
 * that does not lower F is taken again with more damping. It expects standardised data: its
 * tolerances are absolute. Source: Kanzow, Yamashita and Fukushima 2004, J. Comput. Appl. Math.
 * 172.
 */
final class EtsLikelihood {

  private static final double LARGEST_ALPHA = 0.9999;
  private static final double SMALLEST_PHI = 0.8;
  private static final double LARGEST_PHI = 0.98;

  /** Alpha, and the places of beta, gamma and phi: where searches begin. */
  private static final double[][] STARTS = {
    {0.2, 0.1, 0.05, 0.97}, {0.8, 0.5, 0.2, 0.85}, {0.02, 0.1, 0.05, 0.97}
  };

  private static final double FIRST_DAMPING = 1e-3;
  private static final double LEAST_DAMPING = 1e-8;
  private static final double MOST_DAMPING = 1e8;
  private static final double EASE = 0.1;
  private static final double HARDEN = 8;

  /** Steps that lower F by less than this, twice on end, are the last. */
  private static final double TOLERANCE = 1e-5;

  /** After so many steps only the search that got farthest goes on. */
  private static final int FIRST_STEPS = 8;

  private static final int MOST_STEPS = 100;

  private final EtsForm form;
  private final double[] series;
  private final int period;
  private final Innovations innovations;
  private final SearchCoordinates at;
  private final int size;
  private final double[] lower;
  private final double[] upper;
  private final int[] free;
  private final double[] trial;
  private final NormalEquations equations;

  private EtsLikelihood(EtsForm form, double[] series, int period) {
    this.form = form;
    this.series = series;
    this.period = period;
    this.innovations = new Innovations(form, series, period);
    this.at = innovations.coordinates();
    this.size = at.size;
    this.lower = bounds(SearchCoordinates.LO, 0, SMALLEST_PHI, Double.NEGATIVE_INFINITY);
    this.upper = bounds(LARGEST_ALPHA, 1, LARGEST_PHI, Double.POSITIVE_INFINITY);
    this.free = new int[size];
    this.trial = new double[size];
    this.equations = new NormalEquations(size);
  }

  /**
   * The model of that form that is most likely for the standardised series; null if the form cannot
   * describe it, because its forecasts would have to be positive and are not.
   */
  static @Nullable EtsModel maximize(EtsForm form, double[] series, int period) {
    return new EtsLikelihood(form, series, period).maximize();
  }

  /** The same with that alpha. */
  static @Nullable EtsModel maximize(EtsForm form, double[] series, int period, double alpha) {
    EtsLikelihood likelihood = new EtsLikelihood(form, series, period);
    likelihood.lower[0] = alpha;
    likelihood.upper[0] = alpha;
    return likelihood.maximize();
  }

  private double[] bounds(double alpha, double share, double phi, double state) {
    double[] bounds = new double[size];
    Arrays.fill(bounds, state);
    Arrays.fill(bounds, 0, at.level, share);
    bounds[0] = alpha;
    if (form.hasDamping()) {
      bounds[at.phi] = phi;
    }
    return bounds;
  }

  private @Nullable EtsModel maximize() {
    double[] best = {};
    double least = Double.POSITIVE_INFINITY;
    for (double[] start : STARTS) {
      double[] x = begin(start);
      double value = descend(x, FIRST_STEPS);
      if (value < least) {
        least = value;
        best = x;
      }
    }
    if (best.length == 0) {
      return null;
    }
    descend(best, MOST_STEPS);
    return EtsFilter.run(form, at.smoothing(best), at.state(best), series);
  }

  private double[] begin(double[] start) {
    double[] shares = start.clone();
    shares[0] = Math.max(lower[0], Math.min(start[0], upper[0]));
    EtsState state = StartingStates.of(form, series, period, shares);
    double[] x = at.pack(shares, state);
    return Double.isFinite(innovations.value(x)) ? x : beginFlat(shares);
  }

  /** With no trend to begin with: what is left where a trend leads below 0. */
  private double[] beginFlat(double[] shares) {
    shares[1] = 0;
    return at.pack(shares, StartingStates.flat(form, series, period));
  }

  /** Moves x to a minimum of F, and gives F there. */
  private double descend(double[] x, int mostSteps) {
    double value = innovations.value(x);
    if (!Double.isFinite(value)) {
      return value;
    }
    double lambda = FIRST_DAMPING;
    int small = 0;
    for (int steps = 0; steps < mostSteps && small < 2; steps++) {
      innovations.differentiate(x);
      int unknowns = findFree(x);
      double next = Double.POSITIVE_INFINITY;
      while (!(next < value) && lambda < MOST_DAMPING) {
        next =
            equations.solve(innovations.sums(), free, unknowns, lambda)
                ? valueAfterStep(x, unknowns)
                : Double.POSITIVE_INFINITY;
        lambda = next < value ? Math.max(EASE * lambda, LEAST_DAMPING) : HARDEN * lambda;
      }
      if (!(next < value)) {
        return value;
      }
      small = value - next < TOLERANCE ? small + 1 : 0;
      value = next;
      System.arraycopy(trial, 0, x, 0, size);
    }
    return value;
  }

  /** Lists the coordinates that are not held at a bound, and says how many there are. */
  private int findFree(double[] x) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      double slope = innovations.sums().c(i);
      boolean held = (slope >= 0 && x[i] <= lower[i]) || (slope <= 0 && x[i] >= upper[i]);
      if (!held) {
        free[count] = i;
        count++;
      }
    }
    return count;
  }

  private double valueAfterStep(double[] x, int unknowns) {
    System.arraycopy(x, 0, trial, 0, size);
    for (int k = 0; k < unknowns; k++) {
      int i = free[k];
      trial[i] = Math.max(lower[i], Math.min(x[i] + equations.step(k), upper[i]));
    }
    return innovations.value(trial);
  }
}
