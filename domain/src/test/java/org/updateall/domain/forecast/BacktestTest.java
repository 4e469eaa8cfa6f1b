package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class BacktestTest {

  private static Backtest counting(int origins, int below, int above) {
    return new Backtest(0.9, origins, below, above, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void coversTheShareOfValuesThatAreNeitherBelowNorAbove() {
    assertEquals(Option.some(0.85), counting(20, 1, 2).coverage());
  }

  @Test
  void coversFromNothingToEverything() {
    assertEquals(Option.some(0.0), counting(20, 5, 15).coverage());
    assertEquals(Option.some(1.0), counting(20, 0, 0).coverage());
  }

  @Test
  void hasNoCoverageWithoutAnOrigin() {
    assertTrue(counting(0, 0, 0).coverage().isEmpty());
  }
}
