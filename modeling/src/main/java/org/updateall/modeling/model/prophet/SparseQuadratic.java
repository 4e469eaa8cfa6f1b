package org.updateall.modeling.model.prophet;

import java.util.Arrays;

/**
 * The minimum of a quadratic function with an absolute-value penalty on some of its variables.
 *
 * <p>Notation (Lee, Battle, Raina and Ng 2006, algorithm 1, with a ridge on the other variables):
 *
 * <table>
 *   <caption>Symbols</caption>
 *   <tr><td>θ</td><td>the variables; the first q have a ridge, the others the penalty</td></tr>
 *   <tr><td>G, c</td><td>curvature and slope: the Gram matrix of the columns, and their products
 *       with the target</td></tr>
 *   <tr><td>v</td><td>how much the penalties weigh: the variance of the noise</td></tr>
 *   <tr><td>π</td><td>precisions of the ridge, for the first q variables</td></tr>
 *   <tr><td>τ</td><td>scale of the Laplace prior of the others</td></tr>
 *   <tr><td>A, s</td><td>the active variables (the first q and those not 0), and the signs of those
 *       with the penalty; 0 for the others</td></tr>
 *   <tr><td>L</td><td>Cholesky factor of (G + v diag π) restricted to A</td></tr>
 * </table>
 *
 * <p>Minimised is ½ θ'Gθ - c'θ + v (½ Σ π_i θ_i² + Σ |θ_j| / τ). Each step solves for the active
 * variables with their signs fixed, goes there or to the first zero on the way, where that variable
 * leaves, and, once arrived, lets in the variable that violates optimality most. The function
 * decreases strictly, so no set of signs comes twice, but for rounding, which is why what has left
 * without a step does not come back. The next search begins where the last one ended.
 */
final class SparseQuadratic {

  /** How far a gradient may exceed its bound, relatively, and a pivot be of rounding only. */
  private static final double TOLERANCE = 1e-10;

  private final double[][] g;
  private final double[] c;
  private final double[] pi;
  private final double tau;
  private final int size;
  private final double[] theta;
  private final int[] active;
  private final double[] sign;
  private final double[][] factor;
  private final double[] solution;
  private final boolean[] barred;
  private int activeCount;
  private int factored;

  SparseQuadratic(double[][] g, double[] c, double[] pi, double tau) {
    this.g = g;
    this.c = c;
    this.pi = pi;
    this.tau = tau;
    size = c.length;
    theta = new double[size];
    active = new int[size];
    sign = new double[size];
    factor = new double[size][];
    for (int i = 0; i < size; i++) {
      factor[i] = new double[i + 1];
    }
    solution = new double[size];
    barred = new boolean[size];
    for (int i = 0; i < pi.length; i++) {
      active[i] = i;
    }
    activeCount = pi.length;
  }

  double[] theta() {
    return theta;
  }

  /** Moves θ to the minimum for that v. */
  void minimize(double v) {
    factored = 0;
    Arrays.fill(barred, false);
    int limit = 20 * size;
    boolean more = true;
    for (int step = 0; more && step < limit; step++) {
      more = step(v);
    }
  }

  /** Whether there is more to do. */
  private boolean step(double v) {
    solve(v);
    return advance() || enterMostViolating(v);
  }

  private void solve(double v) {
    factorize(v);
    for (int i = 0; i < activeCount; i++) {
      double[] row = factor[i];
      double sum = c[active[i]] - v / tau * sign[i];
      for (int j = 0; j < i; j++) {
        sum -= row[j] * solution[j];
      }
      solution[i] = sum / row[i];
    }
    for (int i = activeCount - 1; i >= 0; i--) {
      double[] row = factor[i];
      solution[i] /= row[i];
      double value = solution[i];
      for (int j = 0; j < i; j++) {
        solution[j] -= row[j] * value;
      }
    }
  }

  /** Rows of L from the first that has changed. A variable that depends on those before leaves. */
  private void factorize(double v) {
    while (factored < activeCount) {
      if (appendRow(factored, v)) {
        factored++;
      } else {
        barred[active[factored]] = true;
        leave(factored);
      }
    }
  }

  private boolean appendRow(int i, double v) {
    int variable = active[i];
    double[] row = factor[i];
    double[] curvature = g[variable];
    double ridge = variable < pi.length ? v * pi[variable] : 0;
    double pivot = curvature[variable] + ridge;
    double smallest = TOLERANCE * curvature[variable];
    for (int j = 0; j < i; j++) {
      double[] other = factor[j];
      double sum = curvature[active[j]];
      for (int k = 0; k < j; k++) {
        sum -= row[k] * other[k];
      }
      row[j] = sum / other[j];
      pivot -= row[j] * row[j];
    }
    row[i] = Math.sqrt(Math.max(pivot, ridge));
    return ridge > 0 || pivot > smallest;
  }

  /** Goes to the solution, or to the first zero, where that variable leaves: whether one did. */
  private boolean advance() {
    double share = 1;
    int first = -1;
    for (int i = pi.length; i < activeCount; i++) {
      if (solution[i] * sign[i] <= 0) {
        double from = theta[active[i]];
        double way = from / (from - solution[i]);
        if (first < 0 || way < share) {
          share = way;
          first = i;
        }
      }
    }
    for (int i = 0; i < activeCount; i++) {
      theta[active[i]] += share * (solution[i] - theta[active[i]]);
    }
    if (first >= 0) {
      barred[active[first]] |= share <= 0;
      leave(first);
    }
    return first >= 0;
  }

  private void leave(int place) {
    theta[active[place]] = 0;
    activeCount--;
    for (int i = place; i < activeCount; i++) {
      active[i] = active[i + 1];
      sign[i] = sign[i + 1];
    }
    factored = Math.min(factored, place);
  }

  private boolean enterMostViolating(double v) {
    int worst = -1;
    double bound = v / tau * (1 + TOLERANCE);
    double slope = 0;
    for (int j = pi.length; j < size; j++) {
      if (theta[j] == 0 && !barred[j]) {
        double gradient = gradient(j);
        if (Math.abs(gradient) > bound) {
          bound = Math.abs(gradient);
          slope = gradient;
          worst = j;
        }
      }
    }
    if (worst < 0) {
      return false;
    }
    active[activeCount] = worst;
    sign[activeCount] = -Math.signum(slope);
    activeCount++;
    return true;
  }

  private double gradient(int j) {
    double sum = -c[j];
    for (int i = 0; i < activeCount; i++) {
      sum += g[j][active[i]] * theta[active[i]];
    }
    return sum;
  }
}
