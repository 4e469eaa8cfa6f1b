package org.updateall.modeling.combination;

import org.updateall.modeling.model.Occasion;

/**
 * Autoregression of order 1 about a slowly moving mean, by discounted moments. A value and the one
 * before it are each measured from the mean of their own place in the pairs, so that to add a
 * number to all values adds it to the forecasts and changes nothing else.
 */
final class Autoregression implements Member {

  private static final double MEMORY = 0.98;
  private static final double SHRINKAGE = 3;
  private static final double LARGEST = 0.99;

  private double weight;
  private double sum;
  private double squares;
  private double pairs;
  private double sumOfLater;
  private double sumOfEarlier;
  private double products;

  @Override
  public String title() {
    return "AR(1)";
  }

  @Override
  public double forecast(Past past, Occasion occasion, int ahead) {
    if (past.size() == 0) {
      return Double.NaN;
    }
    double mean = sum / weight;
    double variance = squares / weight - mean * mean;
    double share = pairs / (pairs + SHRINKAGE);
    double phi = variance > 0 ? share * covariance() / variance : 0;
    return mean + Math.max(-LARGEST, Math.min(LARGEST, phi)) * (past.value(0) - mean);
  }

  private double covariance() {
    return pairs > 0 ? products / pairs - sumOfLater / pairs * (sumOfEarlier / pairs) : 0;
  }

  @Override
  public void observe(Past past, Occasion occasion, double value) {
    weight = MEMORY * weight + 1;
    sum = MEMORY * sum + value;
    squares = MEMORY * squares + value * value;
    if (past.size() > 0) {
      double before = past.value(0);
      pairs = MEMORY * pairs + 1;
      sumOfLater = MEMORY * sumOfLater + value;
      sumOfEarlier = MEMORY * sumOfEarlier + before;
      products = MEMORY * products + value * before;
    }
  }

  @Override
  public double[] state() {
    return new double[] {weight, sum, squares, pairs, sumOfLater, sumOfEarlier, products};
  }

  @Override
  public void restore(double[] state) {
    States.require(title(), state, 7);
    weight = state[0];
    sum = state[1];
    squares = state[2];
    pairs = state[3];
    sumOfLater = state[4];
    sumOfEarlier = state[5];
    products = state[6];
  }
}
