package org.updateall.modeling.model.trees;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void findsQuantilesAsInterpolationBetweenTheSortedNumbersDoes() {
    Random random = new Random(5);
    for (int trial = 0; trial < 300; trial++) {
      int size = 1 + random.nextInt(40);
      double[] numbers = random.ints(size, 0, 12).asDoubleStream().toArray();
      double level = trial % 5 == 0 ? trial % 2 : random.nextDouble();
      double[] sorted = numbers.clone();
      Arrays.sort(sorted);
      double position = level * (size - 1);
      int below = (int) Math.floor(position);
      double upper = sorted[Math.min(below + 1, size - 1)];
      double expected = sorted[below] + (position - below) * (upper - sorted[below]);
      assertEquals(expected, Numbers.quantile(numbers, 0, size, level), 1e-12);
    }
  }

  @Test
  void looksAtTheRangeAlone() {
    double[] numbers = {100, 3, 1, 2, -100};
    assertEquals(2, Numbers.median(numbers, 1, 4));
    assertEquals(100, numbers[0]);
    assertEquals(-100, numbers[4]);
  }
}
