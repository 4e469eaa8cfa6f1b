package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExecutionIdTest {

  private static final ExecutionId LOW = id("01900000-0000-7000-8000-000000000000");
  private static final ExecutionId HIGH = id("f1900000-0000-7000-8000-000000000000");

  private static ExecutionId id(String text) {
    return new ExecutionId(UUID.fromString(text));
  }

  @Test
  void readsAsItsUuid() {
    assertEquals("01900000-0000-7000-8000-000000000000", LOW.toString());
  }

  @Test
  void equalsAnotherOfTheSameValue() {
    assertEquals(LOW, id("01900000-0000-7000-8000-000000000000"));
    assertNotEquals(LOW, HIGH);
  }

  @Test
  void ordersAsTheTextDoesWhereTheUuidItselfWouldNot() {
    assertTrue(LOW.compareTo(HIGH) < 0);
    assertTrue(HIGH.compareTo(LOW) > 0);
    assertEquals(0, LOW.compareTo(id("01900000-0000-7000-8000-000000000000")));
  }
}
