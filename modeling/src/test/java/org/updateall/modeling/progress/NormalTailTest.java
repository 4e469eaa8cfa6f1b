package org.updateall.modeling.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

class NormalTailTest {

  @Test
  void agreesWithTheErrorFunction() {
    for (double z = -9; z <= 9; z += 0.01) {
      double expected = 0.5 * Erf.erfc(z / Math.sqrt(2));
      assertEquals(1, NormalTail.above(z) / expected, 1e-7, "at " + z);
    }
  }

  @Test
  void endsAtNothingAndAtCertainty() {
    assertEquals(0, NormalTail.above(40));
    assertEquals(1, NormalTail.above(-40));
    assertEquals(0, NormalTail.above(Double.POSITIVE_INFINITY));
  }
}
