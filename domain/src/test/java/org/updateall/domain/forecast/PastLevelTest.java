package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PastLevelTest {

  @Test
  void liesBetweenZeroAndOne() {
    assertEquals(0.25, new PastLevel(SeriesFixture.FIRST, 0.25).level());
    for (double wrong : new double[] {0, 1, -0.5, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new PastLevel(SeriesFixture.FIRST, wrong));
    }
  }
}
