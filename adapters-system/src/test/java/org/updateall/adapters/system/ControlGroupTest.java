package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a fixture tree with the files of kernel 6.1. */
class ControlGroupTest {

  @TempDir private Path mount;

  @Test
  void aGroupIsMadeBelowThatOfThisProcess() throws IOException {
    Path own = Files.createDirectories(mount.resolve("user.slice/session.scope"));

    ControlGroup group = made("user.slice/session.scope");

    assertEquals(own.resolve("one"), group.folder());
  }

  @Test
  void thereIsNoneIfTheOwnIsNotThereOrLiesOutside() {
    assertNull(ControlGroup.make(mount, "gone/too", "one"));
    assertNull(ControlGroup.make(mount, "../..", "one"));
  }

  @Test
  void cpuTimeIsUserAndKernelTime() throws IOException {
    ControlGroup group = made("");
    write(
        group,
        "cpu.stat",
        """
        usage_usec 3750000
        user_usec 2500000
        system_usec 1250000
        core_sched.force_idle_usec 0
        nr_periods 0
        """);

    assertEquals(new CpuTime(2.5, 1.25), group.cpuTime());
  }

  @Test
  void theMemoryPeakIsInBytes() throws IOException {
    ControlGroup group = made("");
    assertNull(group.memoryPeak());
    write(group, "memory.peak", "430964736\n");

    assertEquals(430_964_736L, group.memoryPeak());
  }

  @Test
  void trafficIsTheSumOverAllDevices() throws IOException {
    ControlGroup group = made("");
    assertNull(group.traffic());
    write(
        group,
        "io.stat",
        """
        8:16 rbytes=1459200 wbytes=314773504 rios=192 wios=353 dbytes=0 dios=0
        8:0 rbytes=90430464 wbytes=299008000 rios=8950 wios=1252 dbytes=50331648 dios=3021
        7:0\s
        """);

    assertEquals(new StorageTraffic(91_889_664L, 613_781_504L), group.traffic());
  }

  @Test
  void aGroupThatDidNothingHasNoTraffic() throws IOException {
    ControlGroup group = made("");
    write(group, "io.stat", "");

    assertEquals(StorageTraffic.NONE, group.traffic());
  }

  @Test
  void whatIsGarbledIsAbsent() throws IOException {
    ControlGroup group = made("");
    write(group, "cpu.stat", "user_usec many\nsystem_usec 3\n");
    write(group, "memory.peak", "max\n");

    assertNull(group.cpuTime());
    assertNull(group.memoryPeak());
  }

  @Test
  void whatStillRunsIsMovedUpBeforeTheGroupGoes() throws IOException {
    ControlGroup group = made("");
    write(group, "cgroup.procs", "4242\n");
    assertEquals(java.util.List.of(4242L), group.processes());
    Files.delete(group.folder().resolve("cgroup.procs"));

    group.close();

    assertFalse(Files.exists(group.folder()));
  }

  @Test
  void aRunReadsTheFilesOfItsGroupAndSaysSo() throws IOException {
    Path proc = Files.createDirectories(mount.resolve("proc/self"));
    Files.writeString(proc.resolve("cgroup"), "0::/own\n");
    Path own = Files.createDirectories(mount.resolve("cgroup/own"));
    Machine here = Runners.HERE;
    Machine machine =
        new Machine(
            here.shell(),
            here.gnuTime(),
            here.setsid(),
            mount.resolve("proc"),
            mount.resolve("cgroup"),
            here.scratch());
    try (Enclosure enclosure = Enclosure.on(machine, new ProcessTable(machine.processes()))) {
      ControlGroup group = enclosure.cgroup();
      assertNotNull(group);
      assertTrue(group.folder().startsWith(own));
      assertEquals("entered", enter(enclosure));
      assertEquals("0\n", Files.readString(group.folder().resolve("cgroup.procs")));
      Files.delete(group.folder().resolve("cgroup.procs"));
    }
  }

  private static String enter(Enclosure enclosure) throws IOException {
    Wrapper wrapper = enclosure.wrapper();
    assertNotNull(wrapper);
    Process process =
        new ProcessBuilder(enclosure.around(java.util.List.of("/bin/true"), false)).start();
    try {
      process.waitFor();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
    return wrapper.enteredCgroup() ? "entered" : "not entered";
  }

  private ControlGroup made(String own) {
    ControlGroup group = ControlGroup.make(mount, own, "one");
    assertNotNull(group);
    return group;
  }

  private static void write(ControlGroup group, String file, String text) throws IOException {
    Files.writeString(group.folder().resolve(file), text);
  }
}
