package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;

/** sudo remembers a password for a terminal and a session; the kernel tells which that is. */
class SessionTest {

  private static final Command TELLING =
      Runners.shell("cut -d ' ' -f 6 /proc/$$/stat; readlink /proc/$$/fd/0");

  @Test
  void aCommandThatReadsNothingBeginsASessionOfItsOwn() {
    Assumptions.assumeTrue(Runners.HERE.setsid() != null, "setsid is missing");

    assertNotEquals(ourSession(), toldSession(TELLING));
  }

  @Test
  void oneThatBelongsToTheTerminalStaysInOursAndReadsNothingAllTheSame() {
    CommandOutcome outcome = Runners.run(Runners.HERE, TELLING.atTerminal());

    assertEquals(ourSession() + "\n/dev/null\n", outcome.output().text());
  }

  private static long toldSession(Command command) {
    String told = Runners.run(Runners.HERE, command).output().text();
    return Long.parseLong(told.lines().findFirst().orElseThrow());
  }

  private static long ourSession() {
    ProcessEntry self =
        new ProcessTable(Runners.HERE.processes()).entry(ProcessHandle.current().pid());
    assertNotNull(self);
    return self.session();
  }
}
