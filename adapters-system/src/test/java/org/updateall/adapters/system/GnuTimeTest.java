package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.MeteringMethod;

class GnuTimeTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time (GNU Time) 1.8",
        "time (GNU Time) 1.9",
        "time (GNU Time) 1.10",
        "gtime (GNU Time) 1.9",
        "time (GNU Time) UNKNOWN"
      })
  void isTakenFromVersionOneEightOn(String introduction) throws IOException {
    Path program = program("echo '%s'; echo 'License GPLv3+'".formatted(introduction));

    assertEquals(new GnuTime(program, ""), GnuTime.at(program, folder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GNU time 1.7", "GNU time 1.7.2", "GNU time 1.6", "time (GNU Time) 1.7.1"})
  void isNotTakenUpToOneSeven(String introduction) throws IOException {
    GnuTime time = GnuTime.at(program("echo '%s' >&2".formatted(introduction)), folder);

    assertNull(time.program());
    assertTrue(time.problem().contains("several times the memory"), time.problem());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo \"time: unrecognized option '--version'\" >&2; echo 'BusyBox v1.36.1' >&2; exit 1",
        "echo 'time (GNU Time) 1.9'; exit 1",
        "echo 'real 0.00'; echo 'time (GNU Time) 1.9'",
        "echo 'GNU timer'",
        ":"
      })
  void whatDoesNotTellAVersionIsNotTakenForIt(String script) throws IOException {
    GnuTime time = GnuTime.at(program(script), folder);

    assertNull(time.program());
    assertTrue(time.problem().contains("does not tell its version"), time.problem());
  }

  @Test
  void whatIsNotThereOrNoProgramIsMissing() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "GNU time 1.9");

    assertEquals(GnuTime.MISSING, GnuTime.at(folder.resolve("gone"), folder));
    assertEquals(GnuTime.MISSING, GnuTime.at(text, folder));
  }

  @Test
  void whereTheSystemRefusesToStartItItCannotBeAsked() throws IOException {
    Path program = program(":");
    Files.writeString(program, "#!/gone/interpreter\n");

    assertTrue(GnuTime.at(program, folder).problem().contains("could not be asked"));
  }

  @Test
  void anOldOnesFigureIsLeftOutWithTheReason() throws IOException {
    Machine here = Runners.WITHOUT_CGROUPS;
    GnuTime old = GnuTime.at(program("echo 'GNU time 1.7' >&2"), folder);
    Machine machine =
        new Machine(here.shell(), old, here.setsid(), here.processes(), null, here.scratch());

    CommandOutcome seen = Runners.run(machine, Runners.shell("sleep 0.2"));
    CommandOutcome overAtOnce = Runners.run(machine, Runners.shell(":"));

    assertEquals(
        MeteringMethod.POLLED_TREE, seen.usage().metering().methods().get(Figure.MEMORY_PEAK));
    assertNull(overAtOnce.usage().usage().memoryPeakBytes());
    String reason = overAtOnce.usage().metering().absences().get(Figure.MEMORY_PEAK);
    assertNotNull(reason);
    assertTrue(reason.contains("GNU time 1.7 tells several times"), reason);
  }

  private Path program(String script) throws IOException {
    Path program = folder.resolve("time");
    Files.writeString(program, "#!/bin/sh\n[ \"$*\" = --version ] || exit 9\n" + script + "\n");
    assertTrue(program.toFile().setExecutable(true));
    return program;
  }
}
