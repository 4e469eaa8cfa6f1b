package org.updateall.modeling.model.prophet;

import java.util.Arrays;

/**
 * The mode of the posterior of Prophet's parameters.
 *
 * <p>Notation (Taylor and Letham 2018, section 3; priors as in listing 1 and the program):
 *
 * <table>
 *   <caption>Symbols</caption>
 *   <tr><td>n</td><td>observations</td></tr>
 *   <tr><td>θ</td><td>rate and offset of the trend, N(0, 5²); coefficients of seasons and
 *       regressors, N(0, 10²); changes of the rate, Laplace(0, τ)</td></tr>
 *   <tr><td>τ</td><td>0.05</td></tr>
 *   <tr><td>σ</td><td>standard deviation of the noise, half-normal(0.5); v = σ²</td></tr>
 *   <tr><td>r</td><td>Σ (y - Xθ)²</td></tr>
 * </table>
 *
 * <p>Minimised is n ln σ + r / 2σ² + 2σ² + ½ Σ π_i θ_i² + Σ |δ_j| / τ. Given v, θ is a lasso; given
 * θ, 4v² + nv - r = 0. The larger v, the more is penalised and the larger r, so that taking turns
 * from the v of θ = 0 leads, ever downwards, to the stationary point with the most noise: the most
 * cautious one. With as many parameters as observations there may be no other, and the objective no
 * minimum: the noise is kept above 1/10,000 of the scale of the values.
 */
final class PosteriorMode {

  static final double TAU = 0.05;

  private static final double SMALLEST_VARIANCE = 1e-8;
  private static final double TOLERANCE = 1e-10;
  private static final int MAX_TURNS = 200;

  private final double[] theta;
  private final double sigma;
  private final int turns;

  private PosteriorMode(double[] theta, double sigma, int turns) {
    this.theta = theta;
    this.sigma = sigma;
    this.turns = turns;
  }

  double[] theta() {
    return theta;
  }

  double sigma() {
    return sigma;
  }

  /** How many lassos it took. */
  int turns() {
    return turns;
  }

  /**
   * @param products of the columns with each other and the target, which is the last of them
   * @param observations how many rows the products are sums over
   * @param precisions π, of the first columns; the others are changes of the rate
   */
  static PosteriorMode of(double[][] products, int observations, double[] precisions) {
    int size = products.length - 1;
    double[] c = Arrays.copyOf(products[size], size);
    SparseQuadratic lasso = new SparseQuadratic(products, c, precisions, TAU);
    double v = variance(products[size][size], observations);
    for (int turn = 1; ; turn++) {
      lasso.minimize(v);
      double next = variance(squaredResiduals(products, lasso.theta()), observations);
      boolean settled = Math.abs(next - v) <= TOLERANCE * v;
      v = next;
      if (settled || turn == MAX_TURNS) {
        return new PosteriorMode(lasso.theta(), Math.sqrt(v), turn);
      }
    }
  }

  private static double variance(double r, int n) {
    return Math.max(SMALLEST_VARIANCE, 2 * r / (n + Math.sqrt((double) n * n + 16 * r)));
  }

  private static double squaredResiduals(double[][] products, double[] theta) {
    int size = theta.length;
    double r = products[size][size];
    for (int i = 0; i < size; i++) {
      if (theta[i] != 0) {
        double sum = -2 * products[size][i];
        for (int j = 0; j < size; j++) {
          sum += products[i][j] * theta[j];
        }
        r += theta[i] * sum;
      }
    }
    return Math.max(0, r);
  }
}
