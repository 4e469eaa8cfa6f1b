package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandOutcome.Ending;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.OutputListener;

final class SystemCommandRunnerTest {

  private static final SystemSettings SETTINGS =
      SystemSettings.standard().withGrace(Duration.ofMillis(400));

  @TempDir private Path folder;

  @Test
  void wordsReachTheProgramAsTheyAre() {
    List<String> words =
        List.of(
            "a b",
            "'",
            "\"",
            "$(touch pwned)",
            "`id`",
            "new\nline",
            "-n",
            "--",
            "*",
            "",
            "$HOME",
            "; exit 9",
            "\\",
            "A=b",
            "tab\t");
    List<String> command = new ArrayList<>(List.of("printf", "<%s>\\n"));
    command.addAll(words);
    CommandOutcome outcome = run(Command.of(command));

    assertEquals("<" + String.join(">\n<", words) + ">\n", outcome.output().text());
    assertFalse(Files.exists(Path.of("pwned")));
  }

  @Test
  void aProgramWhoseNameWouldMeanSomethingToAShellIsAFileAsAnyOther() throws Exception {
    for (String name : List.of("$(id)", "a b", "-rf", "eval", "x;y", "new\nline", "A=b")) {
      Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\necho \"$#:$1\"\n");
      assertTrue(program.toFile().setExecutable(true));
      Command command = Command.of(List.of(name, "-x")).with(Map.of("PATH", folder.toString()));

      assertEquals("1:-x\n", run(command).output().text(), name);
    }
  }

  @Test
  void builtinsOfTheShellAreNoPrograms() {
    assertEquals(Ending.NOT_STARTED, run(Command.of(List.of("eval", "echo pwned"))).ending());
    assertEquals(Ending.NOT_STARTED, run(Command.of(List.of("exit", "3"))).ending());
  }

  @Test
  void passesExitCodesAndSignalsOn() {
    for (int code : new int[] {0, 1, 2, 125, 126, 127, 128, 255}) {
      CommandOutcome outcome = run(Loads.sh("exit " + code));
      assertEquals(code, outcome.exitCode());
      assertEquals(Ending.ENDED, outcome.ending());
      assertEquals("", outcome.error().text());
    }
    for (int signal : new int[] {1, 6, 9, 11, 13, 15}) {
      CommandOutcome outcome = run(Loads.sh("kill -" + signal + " $$"));
      assertEquals(128 + signal, outcome.exitCode());
      assertEquals("", outcome.error().text(), "the shell keeps quiet");
    }
  }

  @Test
  void saysWhyAProgramCannotBeStarted() throws Exception {
    Path plain = Files.writeString(folder.resolve("plain"), "echo x");
    assertRefused(127, "not found", Command.of(List.of("no-such-program")));
    assertRefused(127, "not found", Command.of(List.of("/no/such/program")));
    assertRefused(126, "not executable", Command.of(List.of(plain.toString())));
    assertRefused(126, "directory", Command.of(List.of(folder.toString())));
    assertRefused(
        126, "not executable", Command.of(List.of("plain")).with(Map.of("PATH", "" + folder)));
    assertRefused(
        126,
        "no directory",
        new Command(List.of("ls"), Map.of(), folder.resolve("none"), null, Command.Input.NOTHING));
  }

  @Test
  void aCommandHasItsDirectoryItsVariablesAndNothingToRead() {
    Command command =
        new Command(
            List.of("sh", "-c", "pwd; echo \"$LC_ALL\"; wc -c"),
            Map.of("LC_ALL", "C"),
            folder,
            null,
            Command.Input.NOTHING);

    assertEquals(
        List.of(folder.toString(), "C", "0"),
        Arrays.asList(run(command).output().text().split("\n", -1)).subList(0, 3));
  }

  @Test
  void whoIgnoresTermIsKilledWithAllThatItStarted() {
    String mark = "97." + System.nanoTime();
    CommandOutcome outcome =
        run(
            Loads.sh("trap '' TERM; sleep $1 & (setsid sleep $1 &) ; sleep $1; sleep $1", mark)
                .within(Duration.ofMillis(500)));

    assertEquals(Ending.TIMED_OUT, outcome.ending());
    assertFalse(isRunning(mark), "nobody is left");
    assertNotNull(outcome.usage().usage().cpuUserSeconds(), "the shell could still tell");
  }

  @Test
  void whoHeedsTermMayTidyUp() {
    CommandOutcome outcome =
        run(
            Loads.sh("trap 'echo tidy; exit 7' TERM; while :; do sleep 0.05; done")
                .within(Duration.ofMillis(400)));

    assertEquals(Ending.TIMED_OUT, outcome.ending());
    assertEquals("tidy\n", outcome.output().text());
  }

  @Test
  void whoIsLeftBehindWithTheOutputOpenIsNotWaitedFor() {
    long began = System.nanoTime();
    CommandOutcome outcome = run(Loads.sh("sleep 6 & echo done"));

    assertTrue((System.nanoTime() - began) / 1e9 < 4);
    assertEquals("done\n", outcome.output().text());
    String caveats = outcome.usage().metering().caveats().toString();
    assertTrue(caveats.contains("held open") && caveats.contains("sleep"), caveats);
  }

  @Test
  void whoIsLeftBehindAndPrintsForEverFillsNoMemory() {
    CommandOutcome outcome = run(Loads.sh("yes & exit 0"));

    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.output().bytes().length <= 64 * 1024);
  }

  @Test
  void leavesNoFileAndNoZombie() throws Exception {
    String temporary = System.getProperty("java.io.tmpdir");
    run(Loads.sh("exit 3"));
    run(Loads.sh("kill -9 $$"));
    run(Command.of(List.of("sleep", "9")).within(Duration.ofMillis(100)));

    String[] left =
        Path.of(temporary).toFile().list((parent, name) -> name.startsWith("update-all-metering-"));
    assertEquals(0, left == null ? 0 : left.length);
    assertEquals(0, ProcessHandle.current().descendants().filter(this::isShell).count());
  }

  @Test
  void figuresAreAbsentWithAReasonWhereTheKernelShowsNoProcesses() {
    SystemSettings settings = SETTINGS.withProcesses(folder).withControlGroups(folder);
    Tools tools = new Tools(Path.of("/bin/sh"), null, null);
    SystemCommandRunner runner = new SystemCommandRunner(settings, tools, Clock.systemUTC());
    CommandOutcome outcome = runner.run(Loads.sh("exit 3"), OutputListener.NONE);

    assertEquals(3, outcome.exitCode());
    assertNull(outcome.usage().usage().memoryPeakBytes());
    assertNotNull(outcome.usage().metering().absences().get(Figure.MEMORY_PEAK));
    assertNotNull(runner.metering().absences().get(Figure.MEMORY_PEAK));
    assertNotNull(runner.metering().absences().get(Figure.IO));
    CommandOutcome stopped =
        runner.run(Loads.sh("sleep 60").within(Duration.ofMillis(200)), OutputListener.NONE);
    assertEquals(Ending.TIMED_OUT, stopped.ending());
  }

  private boolean isShell(ProcessHandle handle) {
    return handle.info().command().orElse("").endsWith("sleep");
  }

  private static boolean isRunning(String argument) {
    return ProcessHandle.allProcesses()
        .anyMatch(
            each ->
                Arrays.asList(each.info().arguments().orElse(new String[0])).contains(argument));
  }

  private static void assertRefused(int code, String words, Command command) {
    CommandOutcome outcome = run(command);
    assertEquals(Ending.NOT_STARTED, outcome.ending());
    assertEquals(code, outcome.exitCode());
    String problem = String.valueOf(outcome.problem());
    assertTrue(problem.contains(words), problem);
  }

  private static CommandOutcome run(Command command) {
    return new SystemCommandRunner(SETTINGS, Tools.ofThisMachine(), Clock.systemUTC())
        .run(command, OutputListener.NONE);
  }
}
