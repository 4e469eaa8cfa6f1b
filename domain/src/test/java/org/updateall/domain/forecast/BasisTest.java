package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasisTest {

  @Test
  void hasLowerCaseNamesOutsideTheProgram() {
    assertEquals(
        List.of("model", "few_runs", "failed_runs", "prior", "announced", "default", "nothing"),
        Arrays.stream(Basis.values()).map(Basis::wireName).toList());
  }
}
