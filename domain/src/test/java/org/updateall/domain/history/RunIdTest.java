package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunIdTest {

  private static final RunId LOW = id("01900000-0000-7000-8000-000000000000");
  private static final RunId HIGH = id("f1900000-0000-7000-8000-000000000000");

  private static RunId id(String text) {
    return new RunId(UUID.fromString(text));
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
