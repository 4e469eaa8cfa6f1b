package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

  @Test
  void outlastsTheNanosecondsThatANumberHolds() {
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);

    Patience patience = new Patience(forever);

    assertFalse(patience.isExhausted());
    assertTrue(patience.remainingNanos() > Duration.ofDays(365).toNanos());
    assertEquals(forever, patience.limit());
  }

  @Test
  void ofNoTimeIsExhaustedAtOnce() {
    assertTrue(new Patience(Duration.ZERO).isExhausted());
  }
}
