package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void announcesOnceWhoIsWaitedFor() {
    List<String> heard = new ArrayList<>();
    Patience patience = new Patience(Duration.ofMinutes(1), heard::add);

    assertTrue(patience.unannouncedNanos() <= Duration.ofSeconds(1).toNanos());
    patience.announce("process 7");
    patience.announce("process 8");

    assertEquals(List.of("process 7"), heard);
    assertTrue(patience.unannouncedNanos() > Duration.ofSeconds(50).toNanos());
  }

  @Test
  void announcesNobodyAtItsEnd() throws InterruptedException {
    List<String> heard = new ArrayList<>();

    new Patience(Duration.ZERO, heard::add).pauseFor("process 7");

    assertEquals(List.of(), heard);
  }
}
