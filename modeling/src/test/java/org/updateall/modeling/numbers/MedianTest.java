package org.updateall.modeling.numbers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class MedianTest {

  @Test
  void isTheMiddleOrThatOfTheTwoInTheMiddle() {
    assertEquals(4, Median.ofSorted(new double[] {1, 4, 9}));
    assertEquals(3, Median.ofSorted(new double[] {1, 2, 4, 9}));
    assertEquals(Double.NaN, Median.ofSorted(new double[0]));
  }

  @Test
  void sortsWhatIsInNoOrder() {
    double[] numbers = {9, 1, 4};

    assertEquals(4, Median.sorting(numbers));
    assertArrayEquals(new double[] {1, 4, 9}, numbers);
  }
}
