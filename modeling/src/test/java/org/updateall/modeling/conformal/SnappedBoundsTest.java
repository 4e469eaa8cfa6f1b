package org.updateall.modeling.conformal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SnappedBoundsTest {

  private final SnappedBounds bounds = new SnappedBounds(new double[] {5, 0, 3, 5, 1e12}, 0);

  @Test
  void aBoundThatWasMeantToBeAnObservedValueBecomesIt() {
    assertEquals(3, bounds.snap(3 * (1 + 1e-12)));
    assertEquals(3, bounds.snap(3 * (1 - 1e-12)));
    assertEquals(5, bounds.snap(5));
    assertEquals(1e12, bounds.snap(1e12 + 1));
  }

  @Test
  void aBoundThatWasMeantToBeZeroBecomesZero() {
    assertEquals(0, bounds.snap(6.9e-18));
    assertEquals(0, bounds.snap(1e-12));
    assertEquals(0, new SnappedBounds(new double[] {0, 0}, 0.05).snap(6.9e-18));
    assertEquals(1e-17, new SnappedBounds(new double[] {0, 1e-17}, 0).snap(1e-17));
  }

  @Test
  void otherBoundsStayAsTheyAre() {
    assertEquals(3.001, bounds.snap(3.001));
    assertEquals(1e-8, bounds.snap(1e-8));
    assertEquals(2e12, bounds.snap(2e12));
    assertEquals(7, new SnappedBounds(new double[0], 0).snap(7));
  }

  @Test
  void noBoundIsBelowZero() {
    assertEquals(0, bounds.snap(-1));
    assertEquals(0, new SnappedBounds(new double[] {4}, 0).snap(-1));
  }
}
