package org.updateall.modeling.model.arima;

/**
 * Least squares by the method of Levenberg and Marquardt, with forward differences for the
 * Jacobian, for problems whose parameters are all of the order of 1.
 *
 * <table>
 * <caption>Notation, after Madsen, Nielsen and Tingleff 2004, "Methods for Non-Linear Least Squares
 * Problems", algorithm 3.16</caption>
 * <tr><td>x, S</td><td>the best point so far and its sum of squares</td></tr>
 * <tr><td>J</td><td>Jacobian, a row for each parameter</td></tr>
 * <tr><td>A, g</td><td>J J', J r</td></tr>
 * <tr><td>μ, ν</td><td>damping, relative to the diagonal of A, and how it grows</td></tr>
 * <tr><td>ρ</td><td>decrease of S over that which the linear model predicts</td></tr>
 * </table>
 */
final class LevenbergMarquardt {

  private static final double DIFFERENCE = 1e-6;
  private static final double FIRST_DAMPING = 1e-3;
  private static final double LARGEST_DAMPING = 1e8;
  private static final double SMALLEST_CURVATURE = 1e-12;

  /** Decreases below this share of S end the search. */
  private static final double TOLERANCE = 1e-8;

  /** Below this the fit is perfect but for rounding; parameters and data are of the order of 1. */
  private static final double PERFECT = 1e-20;

  private static final double LONGEST_STEP = 1.5;
  private static final int MOST_STEPS = 60;

  private final LeastSquaresProblem problem;
  private final int k;
  private final double[][] J;
  private final double[][] A;
  private final double[][] C;
  private final double[][] damped;
  private final double[] g;
  private final double[] step;
  private final double[] oldSlope;
  private final double[] oldGradient;
  private final double[] y;
  private final double[] z;
  private final double[] Cs;
  private double[] x;
  private double[] trial;
  private double[] residuals;
  private double[] trialResiduals;
  private double S;
  private double used;

  private LevenbergMarquardt(LeastSquaresProblem problem, double[] start) {
    this.problem = problem;
    k = problem.parameters();
    int n = problem.residuals();
    J = new double[k][n];
    A = new double[k][k];
    C = new double[k][k];
    oldSlope = new double[k];
    oldGradient = new double[k];
    y = new double[k];
    z = new double[k];
    Cs = new double[k];
    damped = new double[k][k];
    g = new double[k];
    step = new double[k];
    x = start.clone();
    trial = start.clone();
    residuals = new double[n];
    trialResiduals = new double[n];
  }

  /** A point near the start from which no step makes the sum much smaller. */
  static double[] minimize(LeastSquaresProblem problem, double[] start) {
    LevenbergMarquardt search = new LevenbergMarquardt(problem, start);
    search.run();
    return search.x;
  }

  private void run() {
    problem.evaluate(x, residuals);
    S = sumOfSquares(residuals);
    linearize();
    double mu = FIRST_DAMPING;
    double nu = 2;
    for (int i = 0; i < MOST_STEPS && S > PERFECT && mu < LARGEST_DAMPING; i++) {
      double predicted = propose(mu);
      if (predicted <= TOLERANCE * S) {
        return;
      }
      problem.evaluate(trial, trialResiduals);
      double decrease = S - sumOfSquares(trialResiduals);
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
      oldGradient[i] = g[i];
      oldSlope[i] = product(J[i], residuals);
    }
    linearize();
    learnCurvature();
  }

  /** C ← the secant update of the curvature that J J' does not have. */
  private void learnCurvature() {
    double sy = 0;
    double sz = 0;
    double sCs = 0;
    for (int i = 0; i < k; i++) {
      Cs[i] = 0;
      for (int j = 0; j < k; j++) {
        Cs[i] += C[i][j] * step[j];
      }
      y[i] = g[i] - oldGradient[i];
      z[i] = g[i] - oldSlope[i];
      sy += step[i] * y[i];
      sz += step[i] * z[i];
      sCs += step[i] * Cs[i];
    }
    if (!(sy > 0)) {
      return;
    }
    double size = sCs == 0 ? 1 : Math.min(1, Math.abs(sz / sCs));
    double rest = (sz - size * sCs) / (sy * sy);
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double crossed = (z[i] - size * Cs[i]) * y[j] + y[i] * (z[j] - size * Cs[j]);
        C[i][j] = size * C[i][j] + crossed / sy - rest * y[i] * y[j];
      }
    }
  }

  private void linearize() {
    for (int i = 0; i < k; i++) {
      double old = x[i];
      double h = old > 0 ? -DIFFERENCE : DIFFERENCE;
      x[i] = old + h;
      problem.evaluate(x, J[i]);
      x[i] = old;
      for (int t = 0; t < residuals.length; t++) {
        J[i][t] = (J[i][t] - residuals[t]) / h;
      }
    }
    for (int i = 0; i < k; i++) {
      g[i] = product(J[i], residuals);
      for (int j = i; j < k; j++) {
        A[i][j] = product(J[i], J[j]);
      }
    }
  }

  /** Sets the trial: (A + C + μ diag A) step = -g. Returns the decrease that the model predicts. */
  private double propose(double mu) {
    if (!solve(mu, 1)) {
      solve(mu, 0);
    }
    shorten();
    for (int i = 0; i < k; i++) {
      trial[i] = PartialAutocorrelations.bounded(x[i] + step[i]);
      step[i] = trial[i] - x[i];
    }
    return predictedDecrease();
  }

  private boolean solve(double mu, double curvature) {
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        damped[i][j] = A[i][j] + curvature * C[i][j];
      }
      damped[i][i] += mu * A[i][i] + SMALLEST_CURVATURE * S;
      step[i] = -g[i];
    }
    used = curvature;
    return Cholesky.solve(damped, step, 1e-10);
  }

  private void shorten() {
    double longest = 0;
    for (double length : step) {
      longest = Math.max(longest, Math.abs(length));
    }
    double share = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
    for (int i = 0; i < k; i++) {
      step[i] *= share;
    }
  }

  /** -2 step g - step A step. */
  private double predictedDecrease() {
    double decrease = 0;
    for (int i = 0; i < k; i++) {
      decrease -= step[i] * (2 * g[i] + (A[i][i] + used * C[i][i]) * step[i]);
      for (int j = i + 1; j < k; j++) {
        decrease -= 2 * step[i] * (A[i][j] + used * C[i][j]) * step[j];
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

  private static double sumOfSquares(double[] values) {
    return product(values, values);
  }
}
