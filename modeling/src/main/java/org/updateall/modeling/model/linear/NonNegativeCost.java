package org.updateall.modeling.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.updateall.modeling.numbers.Require;

/**
 * A cost that is never negative: a base and so much for each unit of each covariate, from the last
 * 200 observations, in which errors count relative to the cost. Immutable.
 *
 * <p>The coefficients are not below 0, and minimise the sum of squared errors weighted by 1/ŷ²,
 * where ŷ is what the round before gave: the first weighs all alike, two follow. ŷ counts as at
 * least a hundredth of the mean value.
 *
 * @param coefficients the base, and what one unit of each covariate adds
 * @param points the observations, oldest first, each its covariates and then its value
 */
public record NonNegativeCost(List<Double> coefficients, List<Double> points) {

  private static final int WINDOW = 200;
  private static final int WEIGHTED_ROUNDS = 2;
  private static final double LEAST_SHARE_OF_MEAN = 0.01;

  /**
   * @throws IllegalArgumentException if a figure is missing or not finite, there is no base, a
   *     coefficient is negative, or the last point is not whole
   */
  public NonNegativeCost {
    coefficients = Require.allFinite("coefficients", coefficients);
    points = Require.allFinite("points", points);
    Require.that(!coefficients.isEmpty(), "coefficients", coefficients);
    for (double coefficient : coefficients) {
      Require.that(coefficient >= 0, "coefficients", coefficient);
    }
    Require.that(points.size() % coefficients.size() == 0, "number of points", points.size());
  }

  /** Nothing seen yet. */
  public static NonNegativeCost of(int covariates) {
    return new NonNegativeCost(Collections.nCopies(covariates + 1, 0.0), List.of());
  }

  /** How many covariates there are. */
  public int covariates() {
    return coefficients.size() - 1;
  }

  /** How many observations the coefficients rest on. */
  public int observations() {
    return points.size() / coefficients.size();
  }

  /**
   * The same after one more observation; nothing is learned from it if the value or a covariate is
   * NaN.
   *
   * @throws IllegalArgumentException if there are more or fewer covariates than here
   */
  public NonNegativeCost update(double[] covariates, double value) {
    if (!Covariates.areKnown(covariates, covariates()) || Double.isNaN(value)) {
      return this;
    }
    int kept = Math.min(observations(), WINDOW - 1) * coefficients.size();
    List<Double> moved = new ArrayList<>(points.subList(points.size() - kept, points.size()));
    for (double covariate : covariates) {
      moved.add(covariate);
    }
    moved.add(value);
    return new NonNegativeCost(estimate(moved, coefficients.size()), moved);
  }

  /**
   * The cost to be expected with such covariates; NaN if one of them is NaN or nothing was seen. Of
   * a covariate beyond all that were seen no more counts than the greatest of them: what one unit
   * costs was learned below it, and one odd observation among small ones would be multiplied.
   *
   * @throws IllegalArgumentException if there are more or fewer covariates than here
   */
  public double forecast(double[] covariates) {
    if (!Covariates.areKnown(covariates, covariates()) || points.isEmpty()) {
      return Double.NaN;
    }
    double sum = coefficients.get(0);
    for (int i = 0; i < covariates.length; i++) {
      sum += coefficients.get(i + 1) * Math.min(covariates[i], greatest(i));
    }
    return sum;
  }

  private double greatest(int covariate) {
    double greatest = points.get(covariate);
    for (int i = covariate; i < points.size(); i += coefficients.size()) {
      greatest = Math.max(greatest, points.get(i));
    }
    return greatest;
  }

  private static List<Double> estimate(List<Double> points, int width) {
    double[] flat = new double[points.size()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = points.get(i);
    }
    double least = LEAST_SHARE_OF_MEAN * Math.abs(meanValue(flat, width));
    double[] beta = round(flat, new double[width], 1);
    for (int round = 0; round < WEIGHTED_ROUNDS && least > 0; round++) {
      beta = round(flat, beta, least);
    }
    List<Double> estimated = new ArrayList<>(width);
    for (double coefficient : beta) {
      estimated.add(coefficient);
    }
    return estimated;
  }

  private static double meanValue(double[] flat, int width) {
    double sum = 0;
    for (int i = width - 1; i < flat.length; i += width) {
      sum += flat[i];
    }
    int count = flat.length / width;
    return sum / count;
  }

  /** The non-negative least squares with the weights that the coefficients give. */
  private static double[] round(double[] flat, double[] beta, double least) {
    int width = beta.length;
    double[][] products = new double[width + 1][width + 1];
    double[] row = new double[width + 1];
    for (int begin = 0; begin < flat.length; begin += width) {
      double fitted = beta[0];
      for (int i = 1; i < width; i++) {
        fitted += beta[i] * flat[begin + i - 1];
      }
      double share = 1 / Math.max(fitted, least);
      row[0] = share;
      for (int i = 1; i <= width; i++) {
        row[i] = share * flat[begin + i - 1];
      }
      CrossProducts.add(products, row);
    }
    double[] withValue = Arrays.copyOf(products[width], width);
    return NonNegativeLeastSquares.solve(products, withValue, products[width][width]);
  }
}
