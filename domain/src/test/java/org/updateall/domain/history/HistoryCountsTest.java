package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HistoryCountsTest {

  private static final HistoryCounts SOME = new HistoryCounts(1, 2, 3, 4);
  private static final HistoryCounts MORE = new HistoryCounts(10, 200, 3_000, 40_000);

  @Test
  void countsARunWithAllItsParts() {
    assertEquals(new HistoryCounts(1, 2, 3, 2), HistoryCounts.of(Runs.complete()));
    assertEquals(new HistoryCounts(1, 0, 0, 0), HistoryCounts.of(Runs.run().build()));
  }

  @Test
  void addsUpAndTakesAwayEachForItself() {
    assertEquals(new HistoryCounts(11, 202, 3_003, 40_004), SOME.plus(MORE));
    assertEquals(SOME, SOME.plus(MORE).minus(MORE));
    assertEquals(SOME, SOME.plus(HistoryCounts.NONE));
  }
}
