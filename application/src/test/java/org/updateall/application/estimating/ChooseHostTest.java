package org.updateall.application.estimating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.domain.history.HostScope;

final class ChooseHostTest {

  private final Histories histories =
      Histories.empty().with("atlas", "apt", 1).with("zeus", "apt", 1);

  @Test
  void takesThisMachine() {
    assertEquals(HostScope.only("atlas"), on("atlas").choose(null).get());
  }

  @Test
  void takesTheMachineAskedFor() {
    assertEquals(HostScope.only("zeus"), on("atlas").choose("zeus").get());
  }

  @Test
  void takesEveryMachineWhereThisOneHasNoHistory() {
    assertEquals(HostScope.everyHost(), on("hera").choose(null).get());
  }

  @Test
  void doesNotKnowAMachineWithoutRuns() {
    assertEquals("hera", on("atlas").choose("hera").getLeft());
  }

  private ChooseHost on(String thisHost) {
    return new ChooseHost(histories.history(), thisHost);
  }
}
