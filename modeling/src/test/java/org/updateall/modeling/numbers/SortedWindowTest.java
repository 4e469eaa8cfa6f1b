package org.updateall.modeling.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SortedWindowTest {

  @Test
  void knowsTheMedianOfTheNewestValues() {
    Random random = new Random(3);
    double[] stream = random.ints(400, -6, 6).mapToDouble(value -> value / 2.0).toArray();
    for (int capacity : new int[] {1, 2, 5, 20}) {
      SortedWindow window = new SortedWindow(capacity);
      for (int i = 0; i < stream.length; i++) {
        window.add(stream[i]);
        double[] newest =
            IntStream.rangeClosed(Math.max(0, i - capacity + 1), i)
                .mapToDouble(place -> stream[place])
                .sorted()
                .toArray();
        double median = (newest[(newest.length - 1) / 2] + newest[newest.length / 2]) / 2;
        assertEquals(median, window.median());
      }
    }
  }

  @Test
  void hasNoMedianOfNothing() {
    assertEquals(Double.NaN, new SortedWindow(3).median());
  }
}
