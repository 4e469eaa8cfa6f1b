package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.MeteringMethod;

/**
 * Measures loads whose use is known. A load tells its own CPU time where it can ({@code
 * os.times()}: its own and that of children it waited for).
 */
class MeasuringTest {

  private static final double CPU_TOLERANCE_SECONDS = 0.05;
  private static final double MEMORY_TOLERANCE = 0.10;
  private static final long MEGABYTE = 1_000_000;

  /** What the interpreter itself is resident with is asked of it first. */
  static final String BURST =
      """
      import os, time
      def high(): return next(int(l.split()[1]) for l in open('/proc/self/status') if l.startswith('VmHWM'))
      block = bytearray(b'x') * 400000000
      time.sleep(0.5)
      print(high() * 1024)
      del block
      """;

  static final String FOUR_AT_ONCE =
      """
      import os, time
      children = []
      for _ in range(4):
        pid = os.fork()
        if pid == 0:
          block = bytearray(b'x') * 100000000
          time.sleep(0.8)
          os._exit(0)
        children.append(pid)
      for pid in children: os.waitpid(pid, 0)
      """;

  private static final String BURN =
      """
      import time, sys
      while time.process_time() < %s: pass
      """;

  static final String MANY_CHILDREN =
      """
      import os, subprocess
      for _ in range(300): subprocess.run(['/bin/sh', '-c', 'i=0; while [ $i -lt 2000 ]; do i=$((i+1)); done'])
      print(sum(os.times()[:4]))
      """;

  @Test
  void cpuTimeOfThreeHundredShortChildrenIsExact() {
    CommandOutcome outcome = python(Runners.WITHOUT_CGROUPS, MANY_CHILDREN);

    double truth = Double.parseDouble(outcome.output().text().strip());
    assertEquals(truth, cpu(outcome), CPU_TOLERANCE_SECONDS);
    assertEquals(MeteringMethod.SHELL_TIMES, method(outcome, Figure.CPU));
  }

  @Test
  void cpuTimeIsThatOfTheCommandAlone() {
    CommandOutcome outcome = python(Runners.WITHOUT_CGROUPS, BURN.formatted("0.6"));

    assertEquals(0.6, cpu(outcome), CPU_TOLERANCE_SECONDS);
  }

  @Test
  void aBurstOfMemoryIsSeen() {
    CommandOutcome outcome = python(Runners.WITHOUT_CGROUPS, BURST);

    double truth = Double.parseDouble(outcome.output().text().strip());
    assertEquals(truth, memory(outcome), MEMORY_TOLERANCE * truth);
    assertTrue(memory(outcome) > 400 * MEGABYTE);
  }

  @Test
  void aBurstOfMemoryIsSeenWithoutGnuTimeToo() {
    Machine machine = Runners.WITHOUT_CGROUPS;
    CommandOutcome outcome =
        python(
            new Machine(
                machine.shell(),
                GnuTime.MISSING,
                machine.setsid(),
                machine.processes(),
                null,
                machine.scratch()),
            BURST);

    double truth = Double.parseDouble(outcome.output().text().strip());
    assertEquals(truth, memory(outcome), MEMORY_TOLERANCE * truth);
    assertEquals(MeteringMethod.POLLED_TREE, method(outcome, Figure.MEMORY_PEAK));
  }

  @Test
  void memoryOfFourProcessesAtOnceIsTheirSum() {
    CommandOutcome outcome = python(Runners.WITHOUT_CGROUPS, FOUR_AT_ONCE);

    double truth = 410.0 * MEGABYTE;
    assertEquals(truth, memory(outcome), MEMORY_TOLERANCE * truth);
    assertEquals(MeteringMethod.POLLED_TREE, method(outcome, Figure.MEMORY_PEAK));
  }

  @Test
  void aChildThatLeavesItsParentIsACaveatWhereThereIsNoCgroup() {
    CommandOutcome outcome = Runners.run(Runners.WITHOUT_CGROUPS, leaving());

    List<String> caveats = outcome.usage().metering().caveats();
    assertTrue(
        caveats.stream().anyMatch(caveat -> caveat.contains("left their parent")),
        caveats.toString());
    assertEquals(0.6, cpu(outcome), 0.2);
  }

  @Test
  void aChildThatLeavesItsParentIsCountedInACgroup() {
    Assumptions.assumeTrue(
        Runners.on(Runners.HERE).metering().methods().get(Figure.CPU) == MeteringMethod.CGROUP,
        "this user may make no cgroup here");

    CommandOutcome outcome = Runners.run(Runners.HERE, leaving());

    assertEquals(MeteringMethod.CGROUP, method(outcome, Figure.CPU));
    assertTrue(cpu(outcome) > 0.6, "CPU: " + cpu(outcome));
    assertEquals(0.65, cpu(outcome), 2 * CPU_TOLERANCE_SECONDS);
    assertFalse(
        outcome.usage().metering().caveats().stream().anyMatch(caveat -> caveat.contains("CPU")));
  }

  @Test
  void whatIsWrittenToStorageIsCountedToTheByte() {
    Command command =
        Runners.shell(
            "f=$(mktemp -p \"$1\") && dd if=/dev/zero of=\"$f\" bs=1M count=20 conv=fsync 2>/dev/null"
                + "; rm \"$f\"",
            "/var/tmp");
    CommandOutcome outcome = Runners.run(Runners.WITHOUT_CGROUPS, command);

    Long written = outcome.usage().usage().ioWriteBytes();
    assertNotNull(written);
    assertEquals(20.0 * 1024 * 1024, written, 64 * 1024);
    assertEquals(MeteringMethod.SHELL_IO, method(outcome, Figure.IO));
  }

  @Test
  void whatIsNotMeasuredIsAbsentWithAReason() {
    CommandOutcome outcome = Runners.run(Runners.HERE, Runners.shell(":"));

    ResourceUsage usage = outcome.usage().usage();
    assertEquals(null, usage.networkReceivedBytes());
    assertEquals(null, usage.downloadSizeBytes());
    assertTrue(outcome.usage().metering().absences().containsKey(Figure.NETWORK));
    assertTrue(outcome.usage().metering().absences().containsKey(Figure.DOWNLOAD));
  }

  /**
   * A grandchild in a session of its own that burns 0.6 s; nobody waits for it, but for its end.
   */
  static Command leaving() {
    return Runners.shell(
        "sh -c 'setsid \"$1\" -S -c \"$2\" >/dev/null 2>&1 & sleep 0.3' sh \"$1\" \"$2\";"
            + " sleep 1.5",
        Runners.python(),
        BURN.formatted("0.6"));
  }

  private static CommandOutcome python(Machine machine, String script) {
    CommandOutcome outcome =
        Runners.run(machine, Command.of(List.of(Runners.python(), "-S", "-c", script)));
    assertEquals(0, outcome.exitCode(), outcome.error().text());
    return outcome;
  }

  private static double cpu(CommandOutcome outcome) {
    return outcome.usage().usage().cpuSeconds().get();
  }

  private static double memory(CommandOutcome outcome) {
    Long bytes = outcome.usage().usage().memoryPeakBytes();
    assertNotNull(bytes);
    return bytes;
  }

  private static MeteringMethod method(CommandOutcome outcome, Figure figure) {
    MeteringMethod method = outcome.usage().metering().methods().get(figure);
    assertNotNull(method);
    return method;
  }
}
