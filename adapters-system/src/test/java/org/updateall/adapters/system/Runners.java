package org.updateall.adapters.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.OutputListener;

/** Runners for tests, on this machine or on a poorer one. */
final class Runners {

  static final Machine HERE = Machine.here();

  /** Without cgroups, so that what most users have is tested where there are some, too. */
  static final Machine WITHOUT_CGROUPS =
      new Machine(
          HERE.shell(), HERE.gnuTime(), HERE.setsid(), HERE.processes(), null, HERE.scratch());

  private Runners() {}

  static ShellMeteredRunner on(Machine machine) {
    return new ShellMeteredRunner(machine, Clock.systemUTC(), Duration.ofMillis(700));
  }

  static Command shell(String script, String... arguments) {
    String[] words = new String[4 + arguments.length];
    words[0] = "/bin/sh";
    words[1] = "-c";
    words[2] = script;
    words[3] = "sh";
    System.arraycopy(arguments, 0, words, 4, arguments.length);
    return Command.of(List.of(words));
  }

  static CommandOutcome run(Machine machine, Command command) {
    return on(machine).run(command, OutputListener.NONE);
  }

  static String python() {
    Path python = Path.of("/usr/bin/python3");
    Assumptions.assumeTrue(Files.isExecutable(python), "/usr/bin/python3 is missing");
    return python.toString();
  }

  static boolean lives(long pid) {
    ProcessEntry entry = new ProcessTable(Path.of("/proc")).entry(pid);
    return entry != null && !entry.zombie();
  }
}
