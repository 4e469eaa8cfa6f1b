package org.updateall.modeling.progress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightedQuantilesTest {

  @Test
  void standsInTheMiddleOfEachDrawsWeight() {
    WeightedQuantiles quantiles =
        WeightedQuantiles.of(new double[] {30, 10, 20}, new double[] {1, 1, 2});

    assertArrayEquals(
        new double[] {10, 10, 15, 20, 25, 30, 30},
        quantiles.at(new double[] {0, 0.125, 0.3125, 0.5, 0.6875, 0.875, 1}),
        1e-9);
  }

  @Test
  void leavesDrawsWithoutWeightOut() {
    WeightedQuantiles quantiles =
        WeightedQuantiles.of(new double[] {5, 1, 3}, new double[] {1, 0, 1});

    assertArrayEquals(new double[] {3, 4, 5}, quantiles.at(new double[] {0.25, 0.5, 0.75}), 1e-9);
  }

  @Test
  void tellsOneDrawAtAnyLevel() {
    WeightedQuantiles quantiles = WeightedQuantiles.of(new double[] {7}, new double[] {3});

    assertArrayEquals(new double[] {7, 7}, quantiles.at(new double[] {0.01, 0.99}));
  }

  @Test
  void ordersAsManyDrawsAsThereAre() {
    int count = 1500;
    double[] draws = IntStream.range(0, count).mapToDouble(i -> i * 7 % count).toArray();
    double[] weights = IntStream.range(0, count).mapToDouble(i -> 1).toArray();

    assertEquals(
        (count - 1) / 2.0, WeightedQuantiles.of(draws, weights).at(new double[] {0.5})[0], 1e-6);
  }
}
