package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandOutcome.Ending;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.Metering;
import org.updateall.domain.metering.MeteringMethod;

/** A machine that lacks something runs commands all the same, and says what is absent, and why. */
class PoorMachineTest {

  private static final Machine HERE = Runners.WITHOUT_CGROUPS;

  @TempDir private Path folder;

  @Test
  void withoutAShellTheCpuTimeIsAbsent() {
    Machine machine =
        new Machine(null, GnuTime.MISSING, null, HERE.processes(), null, HERE.scratch());

    CommandOutcome outcome = Runners.run(machine, Command.of(List.of("sleep", "0.2")));

    assertTrue(outcome.succeeded());
    assertNull(outcome.usage().usage().cpuUserSeconds());
    assertTrue(reason(outcome, Figure.CPU).contains("shell"));
    assertEquals(
        MeteringMethod.POLLED_TREE, outcome.usage().metering().methods().get(Figure.MEMORY_PEAK));
    assertEquals(MeteringMethod.POLLED_IO, outcome.usage().metering().methods().get(Figure.IO));
  }

  @Test
  void withoutAShellWhatIsOverAtOnceHasNoMemory() {
    Machine machine =
        new Machine(null, GnuTime.MISSING, null, HERE.processes(), null, HERE.scratch());

    CommandOutcome outcome = Runners.run(machine, Command.of(List.of("true")));

    assertNull(outcome.usage().usage().memoryPeakBytes());
    assertTrue(reason(outcome, Figure.MEMORY_PEAK).contains("before it was looked at"));
  }

  @Test
  void withoutAShellACommandIsStoppedToo() {
    Machine machine =
        new Machine(null, GnuTime.MISSING, null, HERE.processes(), null, HERE.scratch());

    CommandOutcome outcome =
        Runners.run(machine, Command.of(List.of("sleep", "30")).within(Duration.ofMillis(200)));

    assertEquals(Ending.TIMED_OUT, outcome.ending());
    assertTrue(Duration.between(outcome.startedAt(), outcome.endedAt()).toSeconds() < 5);
  }

  @Test
  void withoutATableOfProcessesMemoryIsWhatGnuTimeTells() {
    Assumptions.assumeTrue(HERE.gnuTime().program() != null, "GNU time is missing");
    Machine machine =
        new Machine(HERE.shell(), HERE.gnuTime(), HERE.setsid(), folder, null, HERE.scratch());

    CommandOutcome outcome = Runners.run(machine, Runners.shell("exit 4"));

    assertEquals(4, outcome.exitCode());
    assertEquals(
        MeteringMethod.GNU_TIME, outcome.usage().metering().methods().get(Figure.MEMORY_PEAK));
  }

  @Test
  void withoutATableOfProcessesAndGnuTimeMemoryIsAbsent() {
    Machine machine =
        new Machine(HERE.shell(), GnuTime.MISSING, HERE.setsid(), folder, null, HERE.scratch());

    CommandOutcome outcome = Runners.run(machine, Runners.shell("exit 4"));

    assertEquals(4, outcome.exitCode());
    assertNotNull(outcome.usage().usage().cpuUserSeconds());
    assertTrue(reason(outcome, Figure.MEMORY_PEAK).contains("/proc"));
  }

  @Test
  void withoutATableOfProcessesAllAreStillStopped() {
    Machine machine =
        new Machine(HERE.shell(), HERE.gnuTime(), HERE.setsid(), folder, null, HERE.scratch());

    CommandOutcome outcome =
        Runners.run(
            machine, Runners.shell("sleep 30 & echo $!; wait").within(Duration.ofMillis(400)));

    assertEquals(Ending.TIMED_OUT, outcome.ending());
    long child = Long.parseLong(outcome.output().text().strip());
    assertTrue(!Runners.lives(child), "lives on: " + child);
  }

  @Test
  void withoutAPlaceForItsFilesTheShellIsLeftOut() {
    Machine machine =
        new Machine(
            HERE.shell(),
            HERE.gnuTime(),
            HERE.setsid(),
            HERE.processes(),
            null,
            folder.resolve("gone"));

    CommandOutcome outcome = Runners.run(machine, Runners.shell("exit 4"));

    assertEquals(4, outcome.exitCode());
    assertTrue(reason(outcome, Figure.CPU).contains("no place"));
  }

  @Test
  void saysBeforehandWhatCanBeMeasured() {
    Metering poor =
        Runners.on(new Machine(null, GnuTime.MISSING, null, folder, null, HERE.scratch()))
            .metering();
    Metering usual = Runners.on(HERE).metering();

    assertEquals(java.util.Set.of(Figure.WALL_CLOCK), poor.methods().keySet());
    assertEquals(MeteringMethod.SHELL_TIMES, usual.methods().get(Figure.CPU));
    assertEquals(1, usual.caveats().size());
  }

  private static String reason(CommandOutcome outcome, Figure figure) {
    String reason = outcome.usage().metering().absences().get(figure);
    assertNotNull(reason);
    return reason;
  }
}
