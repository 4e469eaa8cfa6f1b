package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class RollingMedianTest {

  @Test
  void takesTheMedianOfTheNewestValues() {
    assertEquals(3, Told.of(new RollingMedian(3), 5, 1, 9, 3).next());
    assertEquals(7, Told.of(new RollingMedian(2), 5, 1, 9, 5).next());
    assertEquals(3, Told.of(new RollingMedian(1), 5, 1, 9, 3).next());
  }

  @Test
  void takesAsManyAsThereAre() {
    assertEquals(4, Told.of(new RollingMedian(10), 5, 1, 9, 3).next());
    assertEquals(Double.NaN, Told.of(new RollingMedian(10)).next());
  }

  @Test
  void saysTheSameForEveryStepAhead() {
    assertEquals(3, Told.of(new RollingMedian(3), 5, 1, 9, 3).ahead(8));
  }

  @Test
  void isMovedByAnErrorTheLessTheLongerItIs() {
    assertEquals(1, new RollingMedian(1).gain());
    assertEquals(0.2, new RollingMedian(5).gain());
    assertEquals("last value", new RollingMedian(1).title());
    assertEquals("median of 5", new RollingMedian(5).title());
  }
}
