package org.updateall.modeling.joint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecorrelationTest {

  @Test
  void leavesNoCorrelationAndChangesLittle() {
    double[][] numbers = normal(5, 200);

    double[][] decorrelated = Decorrelation.of(numbers);

    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        assertEquals(i == j ? 1 : 0, meanProduct(decorrelated[i], decorrelated[j]), 1e-9);
      }
      assertEquals(1, meanProduct(numbers[i], decorrelated[i]), 0.15);
    }
  }

  @Test
  void leavesTooFewDrawsAsTheyAre() {
    double[][] numbers = normal(51, 200);

    assertSame(numbers, Decorrelation.of(numbers));
  }

  private static double[][] normal(int rows, int draws) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] numbers = new double[rows][draws];
    for (double[] row : numbers) {
      Arrays.setAll(row, draw -> random.nextGaussian());
    }
    return numbers;
  }

  private static double meanProduct(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum / x.length;
  }
}
