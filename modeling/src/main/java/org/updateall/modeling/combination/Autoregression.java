package org.updateall.modeling.combination;

import org.updateall.modeling.model.Occasion;

/** Autoregression of order 1 about a slowly moving mean, by discounted moments. */
final class Autoregression implements Member {

  private static final double MEMORY = 0.98;
  private static final double SHRINKAGE = 3;
  private static final double LARGEST = 0.99;

  private double weight;
  private double sum;
  private double squares;
  private double products;
  private double pairs;

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
    double covariance = pairs > 0 ? products / pairs - mean * mean : 0;
    double share = pairs / (pairs + SHRINKAGE);
    double phi = variance > 0 ? share * covariance / variance : 0;
    return mean + Math.max(-LARGEST, Math.min(LARGEST, phi)) * (past.value(0) - mean);
  }

  @Override
  public void observe(Past past, Occasion occasion, double value) {
    weight = MEMORY * weight + 1;
    sum = MEMORY * sum + value;
    squares = MEMORY * squares + value * value;
    products = MEMORY * products + (past.size() == 0 ? 0 : value * past.value(0));
    pairs = MEMORY * pairs + (past.size() == 0 ? 0 : 1);
  }

  @Override
  public double[] state() {
    return new double[] {weight, sum, squares, products, pairs};
  }

  @Override
  public void restore(double[] state) {
    States.require(title(), state, 5);
    weight = state[0];
    sum = state[1];
    squares = state[2];
    products = state[3];
    pairs = state[4];
  }
}
