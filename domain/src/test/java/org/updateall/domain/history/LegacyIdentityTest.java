package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyIdentityTest {

  private static final String FULL = "2f0c7b52-6d0e-4a53-9a3e-0c9f0a4f7c11";
  private static final PluginName APT = new PluginName("apt");
  private static final PluginName SNAP = new PluginName("snap");

  @ParameterizedTest
  @ValueSource(
      strings = {
        FULL,
        "2F0C7B526D0E4A539A3E0C9F0A4F7C11",
        "{2f0c7b52-6d0e-4a53-9a3e-0c9f0a4f7c11}",
        "urn:uuid:2f0c7b52-6d0e-4a53-9a3e-0c9f0a4f7c11"
      })
  void aFullUuidIsKeptInAnySpelling(String id) {
    assertEquals(UUID.fromString(FULL), of(id, APT).runId().value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9c41e7ab",
        "",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "2f0c7b52-6d0e-4a53-9a3e-0c9f0a4f7c1g",
        "urn:uuid:{2f0c7b52-6d0e-4a53-9a3e-0c9f0a4f7c11}-"
      })
  void anyOtherIdGivesOneThatFollowsFromTheRecord(String id) {
    assertEquals(of(id, APT, SNAP).runId(), of(id, SNAP, APT).runId());
    assertEquals(LegacyIdentity.derived(id, Runs.NOON, List.of(APT)).runId(), of(id, APT).runId());
    assertEquals(3, of(id, APT).runId().value().version());
    assertNotEquals(of(id, APT).runId(), of(id, SNAP).runId());
    assertNotEquals(
        of(id, APT).runId(), LegacyIdentity.of(id, Runs.NOON.plusSeconds(1), List.of(APT)).runId());
  }

  @Test
  void anIdThatIsNoTextIsNeverTakenForAUuid() {
    assertNotEquals(
        UUID.fromString(FULL),
        LegacyIdentity.derived(FULL, Runs.NOON, List.of(APT)).runId().value());
  }

  @Test
  void executionsAreToldApartByPluginAndOccurrence() {
    LegacyIdentity identity = of("9c41e7ab", APT);
    ExecutionId first = identity.next(APT);
    ExecutionId second = identity.next(APT);

    assertNotEquals(first, second);
    assertNotEquals(first, of("9c41e7ab", APT).next(SNAP));
    assertEquals(first, of("9c41e7ab", APT).next(APT));
  }

  @Test
  void anExecutionWithAFullUuidKeepsItAndCountsAsAnOccurrence() {
    LegacyIdentity named = of("9c41e7ab", APT);
    LegacyIdentity unnamed = of("9c41e7ab", APT);
    unnamed.next(APT);

    assertEquals(UUID.fromString(FULL), named.next(FULL, APT).value());
    assertEquals(unnamed.next(APT), named.next("1", APT));
  }

  @Test
  void aStatedIdentityStandsAndMayBeOneThatNoIdKeeps() {
    RunId nil = new RunId(new UUID(0, 0));

    assertEquals(nil, LegacyIdentity.stated(nil).runId());
    assertFalse(LegacyIdentity.isKeptBy(nil));
    assertTrue(LegacyIdentity.isKeptBy(new RunId(UUID.fromString(FULL))));
  }

  private static LegacyIdentity of(String id, PluginName... plugins) {
    return LegacyIdentity.of(id, Runs.NOON, List.of(plugins));
  }
}
