package org.updateall.modeling.model.ets;

/** Mean and spread of the values that are not missing. */
final class Moments {

  private Moments() {}

  static int count(double[] values) {
    int count = 0;
    for (double value : values) {
      count += Double.isNaN(value) ? 0 : 1;
    }
    return count;
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += Double.isNaN(value) ? 0 : value;
    }
    return sum / count(values);
  }

  static double sumOfSquares(double[] values, double centre) {
    double sum = 0;
    for (double value : values) {
      sum += Double.isNaN(value) ? 0 : (value - centre) * (value - centre);
    }
    return sum;
  }

  static double standardDeviation(double[] values, double centre) {
    return Math.sqrt(sumOfSquares(values, centre) / count(values));
  }
}
