package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RecordingSummaryTest {

  @Test
  void totalsWhatWasAddedUpdatedAndUnchanged() {
    assertEquals(
        1110,
        new RecordingSummary(10, 100, 1000, 5, 6, HistoryCounts.NONE, new HistoryCounts(1, 2, 3, 4))
            .total());
  }

  @Test
  void beginsFromAStoreThatHoldsNothing() {
    assertEquals(new HistoryCounts(0, 0, 0, 0), HistoryCounts.NONE);
  }
}
