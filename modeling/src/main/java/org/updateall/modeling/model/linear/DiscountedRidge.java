package org.updateall.modeling.model.linear;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.updateall.modeling.numbers.Require;

/**
 * A ridge regression of a value on covariates, with an intercept, in which old observations count
 * ever less. Immutable.
 *
 * <p>Notation (West, "Updating mean and variance estimates", CACM 22(9), 1979; Hoerl and Kennard,
 * Technometrics 12(1), 1970):
 *
 * <table>
 *   <caption>Symbols</caption>
 *   <tr><td>φ, κ</td><td>forgetting and precision</td></tr>
 *   <tr><td>W</td><td>weight, Σ φ^age</td></tr>
 *   <tr><td>m</td><td>means of the covariates and, last, of the value</td></tr>
 *   <tr><td>C</td><td>sums of products of deviations from the means</td></tr>
 *   <tr><td>s</td><td>standard deviations, √(C_ii / W)</td></tr>
 *   <tr><td>β</td><td>coefficients of the standardised covariates</td></tr>
 * </table>
 *
 * <p>β minimises Σ φ^age (y - a - Σ β_i (x_i - m_i) / s_i)² + κ Σ β_i²; then a = m_y. Means and
 * products are kept rather than an inverse, so that the prior is not forgotten with the
 * observations, and nothing grows while covariates stand still. The estimate takes k³/6
 * multiplications, which for the few covariates there are is less than the k² of an update cost.
 *
 * @param forgetting φ; above 0, at most 1
 * @param precision κ, in observations; above 0
 * @param weight W
 * @param means m
 * @param products the lower triangle of C, by rows
 */
public record DiscountedRidge(
    double forgetting, double precision, double weight, List<Double> means, List<Double> products) {

  /** Spread below this share of the mean is rounding, and the covariate constant. */
  private static final double CONSTANT = 1e-12;

  /**
   * @throws IllegalArgumentException if the forgetting is not above 0 and at most 1, the precision
   *     not above 0, the weight negative, a figure not finite, there are no means, or the products
   *     are not as many as those of as many variables as there are means, or their own squares
   *     negative
   */
  public DiscountedRidge {
    Require.that(forgetting > 0 && forgetting <= 1, "forgetting", forgetting);
    Require.that(precision > 0 && Double.isFinite(precision), "precision", precision);
    Require.that(weight >= 0 && Double.isFinite(weight), "weight", weight);
    means = Require.allFinite("means", means);
    products = Require.allFinite("products", products);
    Require.that(!means.isEmpty(), "means", means);
    Require.that(products.size() == place(means.size(), 0), "products", products);
    for (int i = 0; i < means.size(); i++) {
      Require.that(products.get(place(i, i)) >= 0, "products", products);
    }
  }

  /** Nothing seen yet. */
  public static DiscountedRidge of(int covariates, double forgetting, double precision) {
    int variables = covariates + 1;
    return new DiscountedRidge(
        forgetting,
        precision,
        0,
        Collections.nCopies(variables, 0.0),
        Collections.nCopies(place(variables, 0), 0.0));
  }

  private static int place(int row, int column) {
    return row * (row + 1) / 2 + column;
  }

  /** How many covariates there are. */
  public int covariates() {
    return means.size() - 1;
  }

  /**
   * The same after one more observation; nothing is learned from it if the value or a covariate is
   * NaN.
   *
   * @throws IllegalArgumentException if there are more or fewer covariates than here
   */
  public DiscountedRidge update(double[] covariates, double value) {
    if (!Covariates.areKnown(covariates, covariates()) || Double.isNaN(value)) {
      return this;
    }
    double discounted = forgetting * weight;
    double total = discounted + 1;
    double[] delta = new double[means.size()];
    List<Double> movedMeans = new ArrayList<>(means.size());
    List<Double> movedProducts = new ArrayList<>(products.size());
    for (int i = 0; i < delta.length; i++) {
      delta[i] = (i < covariates.length ? covariates[i] : value) - means.get(i);
      movedMeans.add(means.get(i) + delta[i] / total);
      for (int j = 0; j <= i; j++) {
        double product = forgetting * products.get(place(i, j));
        movedProducts.add(product + discounted / total * delta[i] * delta[j]);
      }
    }
    return new DiscountedRidge(forgetting, precision, total, movedMeans, movedProducts);
  }

  /**
   * The value to be expected with such covariates; NaN if one of them is NaN or nothing was seen.
   *
   * @throws IllegalArgumentException if there are more or fewer covariates than here
   */
  public double forecast(double[] covariates) {
    if (!Covariates.areKnown(covariates, covariates()) || weight == 0) {
      return Double.NaN;
    }
    double[] beta = coefficients();
    double sum = means.get(covariates.length);
    for (int i = 0; i < beta.length; i++) {
      sum += beta[i] * (covariates[i] - means.get(i));
    }
    return sum;
  }

  /** What one more of each covariate adds; 0 for one that does not vary. */
  public double[] coefficients() {
    int k = covariates();
    double[] s = new double[k];
    double[][] normal = new double[k][k];
    double[] right = new double[k];
    for (int i = 0; i < k; i++) {
      s[i] = deviation(i);
      for (int j = 0; j <= i; j++) {
        normal[i][j] = s[i] * s[j] > 0 ? products.get(place(i, j)) / s[i] / s[j] : 0;
      }
      normal[i][i] += precision;
      right[i] = s[i] > 0 ? products.get(place(k, i)) / s[i] : 0;
    }
    double[] beta = SmallCholesky.solve(normal, right);
    for (int i = 0; i < k; i++) {
      beta[i] = s[i] > 0 ? beta[i] / s[i] : 0;
    }
    return beta;
  }

  private double deviation(int i) {
    double deviation = weight > 0 ? Math.sqrt(products.get(place(i, i)) / weight) : 0;
    return deviation > CONSTANT * Math.abs(means.get(i)) ? deviation : 0;
  }
}
