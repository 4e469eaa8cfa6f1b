package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalBasisTest {

  @Test
  void hasLowerCaseNamesOutsideTheProgram() {
    assertEquals(
        List.of("prior", "blend", "own"),
        Arrays.stream(IntervalBasis.values()).map(IntervalBasis::wireName).toList());
  }
}
