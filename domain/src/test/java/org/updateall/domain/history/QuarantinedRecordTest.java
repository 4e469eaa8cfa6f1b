package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuarantinedRecordTest {

  @Test
  void refusesToBeQuarantinedWithoutAReason() {
    assertEquals(
        "record 12 is quarantined without a reason",
        Refusal.of(() -> new QuarantinedRecord(12, 381, "r-12", List.of())));
  }

  @Test
  void keepsEveryReasonInItsOrder() {
    List<String> reasons = new ArrayList<>(List.of("no start", "bad status"));
    QuarantinedRecord quarantined = new QuarantinedRecord(1, 2, null, reasons);
    reasons.clear();

    assertEquals(List.of("no start", "bad status"), quarantined.reasons());
    assertThrows(UnsupportedOperationException.class, () -> quarantined.reasons().clear());
  }
}
