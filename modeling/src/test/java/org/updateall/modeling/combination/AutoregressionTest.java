package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class AutoregressionTest {

  /** Discounted moments as sums with weights 0.98^age. */
  @Test
  void isThatOfTheDiscountedMoments() {
    double[] y = new Random(1).doubles(30, 5, 9).toArray();
    double weight = 0;
    double sum = 0;
    double squares = 0;
    for (int t = 0; t < y.length; t++) {
      double w = Math.pow(0.98, y.length - 1.0 - t);
      weight += w;
      sum += w * y[t];
      squares += w * y[t] * y[t];
    }
    double mean = sum / weight;
    double later = (sum - Math.pow(0.98, y.length - 1.0) * y[0]) / pairs(y.length);
    double earlier = 0;
    double products = 0;
    for (int t = 1; t < y.length; t++) {
      double w = Math.pow(0.98, y.length - 1.0 - t) / pairs(y.length);
      earlier += w * y[t - 1];
      products += w * y[t] * y[t - 1];
    }
    double variance = squares / weight - mean * mean;
    double share = pairs(y.length) / (pairs(y.length) + 3);
    double phi = share * (products - later * earlier) / variance;

    assertEquals(mean + phi * (y[29] - mean), Told.of(new Autoregression(), y).next(), 1e-9);
  }

  /** The weights of all pairs of neighbours together. */
  private static double pairs(int length) {
    return (1 - Math.pow(0.98, length - 1.0)) / 0.02;
  }

  @Test
  void findsTheCoefficientOfASimulatedSeries() {
    Random random = new Random(2);
    Autoregression member = new Autoregression();
    Told told = new Told(member);
    double value = 0;
    double sum = 0;
    int length = 3_000;
    for (int t = 0; t < length; t++) {
      value = 0.6 * value + random.nextGaussian();
      told.tell(value);
      if (t >= 500) {
        told.past().add(Told.day(t), 100);
        double far = told.next();
        told.past().add(Told.day(t), 0);
        sum += (far - told.next()) / 100;
        told.past().add(Told.day(t), value);
      }
    }

    assertEquals(0.6, sum / (length - 500), 0.05);
  }

  @Test
  void forecastsAConstantByItself() {
    assertEquals(Double.NaN, new Told(new Autoregression()).next());
    assertEquals(8, Told.of(new Autoregression(), 8).next());
    assertEquals(8, Told.of(new Autoregression(), 8, 8, 8, 8).next(), 1e-12);
  }
}
