package org.updateall.domain.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.Runs;

class SettlementTest {

  private static final Settlement.SetAside FILE = new Settlement.SetAside(Path.of("a"), "torn");
  private static final RunUnderWay RUN =
      new RunUnderWay(Runs.sparse(), new ProcessIdentity("atlas", null, null, 7, null));

  @Test
  void twoTogetherTellOfBothInTheirOrder() {
    Settlement first = new Settlement(2, List.of(RUN), List.of());
    Settlement second = new Settlement(3, List.of(RUN), List.of(FILE));

    assertEquals(new Settlement(5, List.of(RUN, RUN), List.of(FILE)), first.and(second));
    assertEquals(first, first.and(Settlement.NOTHING));
  }
}
