package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
  void findsNothingWhereAllCountsAgree() {
    assertEquals(
        List.of(),
        new RecordingSummary(
                1, 2, 4, 8, 5, new HistoryCounts(10, 20, 0, 0), new HistoryCounts(11, 23, 9, 9))
            .discrepancies("file", 7));
  }

  @Test
  void saysWhatDoesNotAgree() {
    assertEquals(
        List.of(
            "runs taken from the file: expected 8, found 7",
            "runs in the database: expected 11, found 10",
            "plugin executions in the database: expected 23, found 24"),
        new RecordingSummary(
                1, 2, 4, 8, 5, new HistoryCounts(10, 20, 0, 0), new HistoryCounts(10, 24, 0, 0))
            .discrepancies("file", 8));
  }

  @Test
  void beginsFromAStoreThatHoldsNothing() {
    assertEquals(new HistoryCounts(0, 0, 0, 0), HistoryCounts.NONE);
  }
}
