package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control groups as the kernel lays them out, in a folder. */
final class CommandGroupTest {

  @TempDir private Path mounted;

  @Test
  void readsWhatTheKernelWrites() throws Exception {
    write("g/cpu.stat", "usage_usec 1500000\nuser_usec 1200000\nsystem_usec 300000\n");
    write("g/memory.peak", "430000000\n");
    write(
        "g/io.stat",
        "8:0 rbytes=100 wbytes=20 rios=3 wios=4 dbytes=0 dios=0\n"
            .concat("8:16 rbytes=1 wbytes=2 rios=1 wios=1 dbytes=7 dios=7\n"));

    assertEquals(
        new GroupReading(1.2, 0.3, 430_000_000L, 101L, 22L, 4L, 5L),
        CommandGroup.at(mounted.resolve("g")).read());
  }

  @Test
  void whatAControllerDoesNotTellIsAbsent() throws Exception {
    Files.createDirectory(mounted.resolve("g"));

    assertEquals(GroupReading.NOTHING, CommandGroup.at(mounted.resolve("g")).read());
  }

  @Test
  void makesAGroupBelowThatOfThisProcessAndTakesItAway() throws Exception {
    write("cgroup.controllers", "cpu memory\n");
    write("user.slice/mine/cgroup.procs", "");
    write("own", "4:memory:/elsewhere\n0::/user.slice/mine\n");

    CommandGroup group = CommandGroup.open(mounted, mounted.resolve("own"), "7-1").get();
    assertEquals(mounted.resolve("user.slice/mine/update-all-7-1"), group.folder());
    assertTrue(Files.isDirectory(group.folder()));
    group.close();
    assertFalse(Files.exists(group.folder()));
  }

  @Test
  void thereIsNoneWhereNoneCanBeMade() throws Exception {
    Path own = mounted.resolve("own");
    assertTrue(CommandGroup.open(mounted, own, "1").isEmpty());
    write("cgroup.controllers", "");
    write("own", "0::/gone\n");
    assertTrue(CommandGroup.open(mounted, own, "1").isEmpty());
    write("own", "0::/../../etc\n");
    assertTrue(CommandGroup.open(mounted, own, "1").isEmpty());
    write("own", "3:cpu:/\n");
    assertTrue(CommandGroup.open(mounted, own, "1").isEmpty());
  }

  private void write(String name, String content) throws IOException {
    Path file = mounted.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
