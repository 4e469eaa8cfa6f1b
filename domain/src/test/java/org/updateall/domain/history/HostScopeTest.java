package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HostScopeTest {

  @Test
  void includesTheOneHostOnly() {
    HostScope atlas = HostScope.only("atlas");

    assertTrue(atlas.includes("atlas"));
    assertFalse(atlas.includes("Atlas"));
    assertFalse(atlas.includes("atlas2"));
    assertEquals("atlas", atlas.hostname());
  }

  @Test
  void includesEveryHostIfNoneIsNamed() {
    assertTrue(HostScope.everyHost().includes("atlas"));
    assertTrue(HostScope.everyHost().includes(""));
    assertNull(HostScope.everyHost().hostname());
  }

  @Test
  void equalsTheScopeOfTheSameHost() {
    assertEquals(HostScope.only("atlas"), new HostScope("atlas"));
    assertEquals(HostScope.everyHost(), new HostScope(null));
    assertNotEquals(HostScope.only("atlas"), HostScope.everyHost());
  }

  @Test
  void refusesHalfASurrogatePair() {
    assertEquals(
        "host name holds half a surrogate pair", Refusal.of(() -> HostScope.only("a\uD83E")));
    assertTrue(HostScope.only("🦀").includes("🦀"));
  }
}
