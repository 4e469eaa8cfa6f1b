package org.updateall.modeling.model.arima;

import java.util.Arrays;

/**
 * Least squares by the method of Levenberg and Marquardt, with forward differences for the Jacobian
 * and a secant approximation of the curvature that its product leaves out, for problems whose
 * parameters are all of the order of 1. Where a model fits badly, that curvature is large, and
 * without it the method would need three times as many steps.
 *
 * <table>
 * <caption>Notation, after Madsen, Nielsen and Tingleff 2004, "Methods for Non-Linear Least Squares
 * Problems", 3.2, and Dennis, Gay and Welsch 1981, ACM Trans. Math. Softw. 7, section 3</caption>
 * <tr><td>x, S</td><td>the best point so far and its sum of squares</td></tr>
 * <tr><td>J</td><td>Jacobian of the residuals, a row for each parameter</td></tr>
 * <tr><td>A, g</td><td>J J', J r</td></tr>
 * <tr><td>C</td><td>approximation of Σ r_t ∇² r_t</td></tr>
 * <tr><td>μ, ν</td><td>damping, relative to the diagonal of A, and how it grows</td></tr>
 * <tr><td>s</td><td>step</td></tr>
 * <tr><td>y, z</td><td>change of g over the step; the part of it that is due to C</td></tr>
 * </table>
 */
final class LevenbergMarquardt {

  private static final double DIFFERENCE = 1e-6;
  private static final double FIRST_DAMPING = 1e-3;
  private static final double LARGEST_DAMPING = 1e8;
  private static final double SMALLEST_CURVATURE = 1e-12;

  /** A pivot of less than this share makes the matrix indefinite. */
  private static final double INDEFINITE = 1e-10;

  /** Decreases below this share of S end the search. */
  private static final double TOLERANCE = 1e-8;

  /** Below this the fit is perfect but for rounding; parameters and data are of the order of 1. */
  private static final double PERFECT = 1e-20;

  private static final double LONGEST_STEP = 1.5;
  private static final int MOST_STEPS = 60;

  private final LeastSquaresProblem problem;
  private final double limit;
  private final int k;
  private final double[][] J;
  private final double[][] A;
  private final double[][] C;
  private final double[][] damped;
  private final double[] g;
  private final double[] s;
  private final double[] y;
  private final double[] z;
  private double[] x;
  private double[] trial;
  private double[] residuals;
  private double[] trialResiduals;
  private double S;

  private LevenbergMarquardt(LeastSquaresProblem problem, double[] start, double limit) {
    this.problem = problem;
    this.limit = limit;
    k = problem.parameters();
    int n = problem.residuals();
    J = new double[k][n];
    A = new double[k][k];
    C = new double[k][k];
    damped = new double[k][k];
    g = new double[k];
    s = new double[k];
    y = new double[k];
    z = new double[k];
    x = start.clone();
    trial = start.clone();
    residuals = new double[n];
    trialResiduals = new double[n];
  }

  /**
   * A point near the start from which no step makes the sum much smaller.
   *
   * @param limit parameters stay within it and its negative
   */
  static double[] minimize(LeastSquaresProblem problem, double[] start, double limit) {
    LevenbergMarquardt search = new LevenbergMarquardt(problem, start, limit);
    search.run();
    return search.x;
  }

  private void run() {
    problem.evaluate(x, residuals);
    S = product(residuals, residuals);
    linearize();
    double mu = FIRST_DAMPING;
    double nu = 2;
    for (int i = 0; i < MOST_STEPS && S > PERFECT && mu < LARGEST_DAMPING; i++) {
      double predicted = propose(mu);
      if (predicted <= TOLERANCE * S) {
        return;
      }
      problem.evaluate(trial, trialResiduals);
      double decrease = S - product(trialResiduals, trialResiduals);
      if (decrease > 0) {
        accept(S - decrease);
        if (decrease <= TOLERANCE * S) {
          return;
        }
        mu *= Math.max(1.0 / 10, 1 - Math.pow(2 * decrease / predicted - 1, 3));
        nu = 2;
      } else {
        mu *= nu;
        nu *= 2;
      }
    }
  }

  private void accept(double sum) {
    double[] point = x;
    x = trial;
    trial = point;
    double[] values = residuals;
    residuals = trialResiduals;
    trialResiduals = values;
    S = sum;
    for (int i = 0; i < k; i++) {
      y[i] = -g[i];
      z[i] = -product(J[i], residuals);
    }
    linearize();
    for (int i = 0; i < k; i++) {
      y[i] += g[i];
      z[i] += g[i];
    }
    learnCurvature();
  }

  private void linearize() {
    for (int i = 0; i < k; i++) {
      differentiate(i);
    }
    for (int i = 0; i < k; i++) {
      g[i] = product(J[i], residuals);
      for (int j = i; j < k; j++) {
        A[i][j] = product(J[i], J[j]);
      }
    }
  }

  private void differentiate(int i) {
    double old = x[i];
    double h = old > 0 ? -DIFFERENCE : DIFFERENCE;
    x[i] = old + h;
    problem.evaluate(x, J[i]);
    x[i] = old;
    for (int t = 0; t < residuals.length; t++) {
      J[i][t] = (J[i][t] - residuals[t]) / h;
    }
  }

  /** C ← τ C + ((z - τ C s) y' + y (z - τ C s)') / y's - s'(z - τ C s) y y' / (y's)². */
  private void learnCurvature() {
    double ys = product(y, s);
    if (!(ys > 0)) {
      return;
    }
    double[] Cs = new double[k];
    Arrays.setAll(Cs, i -> product(C[i], s));
    double sCs = product(s, Cs);
    double zs = product(z, s);
    double tau = sCs == 0 ? 1 : Math.min(1, Math.abs(zs / sCs));
    double rest = (zs - tau * sCs) / (ys * ys);
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double crossed = (z[i] - tau * Cs[i]) * y[j] + y[i] * (z[j] - tau * Cs[j]);
        C[i][j] = tau * C[i][j] + crossed / ys - rest * y[i] * y[j];
      }
    }
  }

  /** Sets step and trial. Returns the decrease that the quadratic model predicts. */
  private double propose(double mu) {
    double curvature = solve(mu, 1) ? 1 : 0;
    if (curvature == 0) {
      solve(mu, 0);
    }
    double longest = Arrays.stream(s).map(Math::abs).max().orElse(0);
    double share = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
    for (int i = 0; i < k; i++) {
      trial[i] = Math.max(-limit, Math.min(limit, x[i] + share * s[i]));
      s[i] = trial[i] - x[i];
    }
    return predictedDecrease(curvature);
  }

  /** (A + C + μ diag A) s = -g. Returns whether the matrix was positive definite. */
  private boolean solve(double mu, double curvature) {
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        damped[i][j] = A[i][j] + curvature * C[i][j];
      }
      damped[i][i] += mu * A[i][i] + SMALLEST_CURVATURE * S;
      s[i] = -g[i];
    }
    return Cholesky.solve(damped, s, INDEFINITE);
  }

  /** -2 s'g - s'(A + C) s. */
  private double predictedDecrease(double curvature) {
    double decrease = 0;
    for (int i = 0; i < k; i++) {
      decrease -= s[i] * (2 * g[i] + (A[i][i] + curvature * C[i][i]) * s[i]);
      for (int j = i + 1; j < k; j++) {
        decrease -= 2 * s[i] * (A[i][j] + curvature * C[i][j]) * s[j];
      }
    }
    return decrease;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int t = 0; t < one.length; t++) {
      sum += one[t] * other[t];
    }
    return sum;
  }
}
