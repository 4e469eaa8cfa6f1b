package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverheadTest {

  @Test
  void beingMeasuredCostsACommandATenthOfASecondAtMost() throws Exception {
    double overhead = OverheadBenchmark.overheadMillis(Runners.HERE, List.of("/bin/true"), 15);

    assertTrue(overhead <= 100, "median overhead: %.1f ms".formatted(overhead));
  }
}
