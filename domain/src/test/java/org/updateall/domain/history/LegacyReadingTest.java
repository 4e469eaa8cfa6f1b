package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyReadingTest {

  @Test
  void takesAnyHostNameThatARunMayHave() {
    String longest = "h".repeat(255);

    assertEquals(longest, new LegacyReading(ZoneOffset.UTC, longest).hostname());
    assertEquals(longest, Runs.run().on(longest).build().hostname());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0007", "\ud800"})
  void refusesAHostNameThatARunMayNotHave(String hostname) {
    assertRefusedAsByARun(hostname);
  }

  @Test
  void refusesAHostNameThatIsTooLong() {
    assertRefusedAsByARun("h".repeat(256));
    assertRefusedAsByARun("h".repeat(300));
  }

  private static void assertRefusedAsByARun(String hostname) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new LegacyReading(ZoneOffset.UTC, hostname));

    assertTrue(String.valueOf(refusal.getMessage()).startsWith("host name "));
    assertEquals(
        assertThrows(IllegalArgumentException.class, () -> Runs.run().on(hostname).build())
            .getMessage(),
        refusal.getMessage());
  }
}
