package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class RangeTest {

  private final Range range = new Range(10, 14);

  @Test
  void holdsAForecastNearTheNewestValues() {
    assertEquals(12, range.limit(12, 1));
    assertEquals(17, range.limit(17, 1));
    assertEquals(18, range.limit(1e9, 1));
    assertEquals(6, range.limit(-1e9, 1));
    assertEquals(26, range.limit(1e9, 3));
    assertEquals(-2, range.limit(Double.NEGATIVE_INFINITY, 3));
    assertEquals(Double.NaN, range.limit(Double.NaN, 1));
  }

  @Test
  void reachesFromTheLeastValueToTheGreatest() {
    assertEquals(new Range(-3, 8), Range.of(Told.of(new Drift(1), 1, 8, -3, 2).past()));
    assertEquals(new Range(Double.NaN, Double.NaN), Range.of(new Past()));
  }
}
