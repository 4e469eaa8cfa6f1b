package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandOutcome.Ending;
import org.updateall.domain.metering.KeptOutput;

class ExitAndSignalTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "exit 0, 0",
    "exit 3, 3",
    "exit 126, 126",
    "exit 127, 127",
    "exit 255, 255",
    "kill -TERM $$, 143",
    "kill -KILL $$, 137",
    "kill -SEGV $$, 139",
    "kill -INT $$, 130"
  })
  void theExitCodeIsTheCommandsOwnAndTheShellSaysNothing(String script, int code) {
    CommandOutcome outcome = Runners.run(Runners.HERE, Runners.shell(script));

    assertEquals(Ending.ENDED, outcome.ending());
    assertEquals(code, outcome.exitCode());
    assertEquals(KeptOutput.NOTHING, outcome.error());
    assertNotNull(outcome.usage().usage().cpuUserSeconds());
  }

  @Test
  void whatMayNotBeExecutedIsToldFromWhatIsNotThere() {
    CommandOutcome refused = Runners.run(Runners.HERE, Command.of(List.of("/etc/passwd")));

    assertEquals(Ending.NOT_STARTED, refused.ending());
    assertEquals(126, refused.exitCode());
  }

  @Test
  void aFolderThatIsNotThereIsAProblem() {
    Command command =
        new Command(
            List.of("true"),
            java.util.Map.of(),
            folder.resolve("gone"),
            null,
            Command.Input.NOTHING);

    CommandOutcome outcome = Runners.run(Runners.HERE, command);

    assertEquals(Ending.NOT_STARTED, outcome.ending());
    assertTrue(String.valueOf(outcome.problem()).contains("gone"), outcome.problem());
  }

  @Test
  void aCommandThatMindsTermHasTimeToTidyUp() {
    Command command =
        Runners.shell("trap 'echo tidied; exit 5' TERM; sleep 30 & wait")
            .within(Duration.ofMillis(300));

    CommandOutcome outcome = Runners.run(Runners.HERE, command);

    assertEquals(Ending.TIMED_OUT, outcome.ending());
    assertEquals("tidied\n", outcome.output().text());
    assertNotNull(outcome.usage().usage().cpuUserSeconds());
  }

  @Test
  void aCommandThatIgnoresTermIsKilledWithAllItStarted() throws IOException {
    Path pids = folder.resolve("pids");
    Command command =
        Runners.shell(
                "trap '' TERM; echo $$ >>\"$1\"; "
                    + "(trap '' TERM; sh -c 'echo $$ >>\"$1\"; sleep 30; :' sh \"$1\") & "
                    + "setsid sh -c 'echo $$ >>\"$1\"; sleep 30; :' sh \"$1\" & "
                    + "while :; do sleep 1; done",
                pids.toString())
            .within(Duration.ofMillis(500));

    long start = System.nanoTime();
    CommandOutcome outcome = Runners.run(Runners.HERE, command);

    assertEquals(Ending.TIMED_OUT, outcome.ending());
    assertEquals(124, outcome.exitCode());
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(6).toNanos(), "it is over soon");
    List<String> started = Files.readAllLines(pids);
    assertEquals(3, started.size());
    for (String pid : started) {
      assertFalse(Runners.lives(Long.parseLong(pid)), "lives on: " + pid);
    }
    assertNotNull(outcome.usage().usage().cpuUserSeconds(), "the shell could tell");
  }

  @Test
  void whatHoldsThePipesOpenIsNotWaitedFor() throws IOException {
    Path pid = folder.resolve("pid");
    long start = System.nanoTime();
    CommandOutcome outcome =
        Runners.run(
            Runners.HERE, Runners.shell("echo done; sleep 30 & echo $! >\"$1\"", pid.toString()));
    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        .ifPresent(ProcessHandle::destroyForcibly);

    assertEquals("done\n", outcome.output().text());
    assertTrue(seconds < 5, "took " + seconds + " s");
    assertTrue(
        outcome.usage().metering().caveats().stream()
            .anyMatch(caveat -> caveat.contains("left behind")),
        outcome.usage().metering().caveats().toString());
  }

  @Test
  void whatPrintsForEverAfterTheEndIsNotReadForEver() throws IOException {
    Path pid = folder.resolve("pid");
    CommandOutcome outcome =
        Runners.run(
            Runners.HERE, Runners.shell("yes & echo $! >\"$1\"; sleep 0.1", pid.toString()));
    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        .ifPresent(ProcessHandle::destroyForcibly);

    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.output().printed() > 0);
  }

  @Test
  void muchOutputPassesWholeAndIsKeptInPart() {
    long[] heard = new long[1];
    CommandOutcome outcome =
        Runners.on(Runners.HERE)
            .run(
                Runners.shell("head -c 300000000 /dev/zero"),
                (channel, bytes, length) -> heard[0] += length);

    assertEquals(300_000_000, heard[0]);
    assertEquals(300_000_000, outcome.output().printed());
    assertEquals(KeptOutput.MOST_BYTES, outcome.output().bytes().length);
  }

  @Test
  void bytesSurviveAsBytes() {
    CommandOutcome outcome =
        Runners.run(Runners.HERE, Runners.shell("printf '\\000\\377\\376\\015\\012'"));

    assertArrayEquals(new byte[] {0, -1, -2, 13, 10}, outcome.output().bytes());
  }

  @Test
  void severalCommandsAtOnceAreToldApartAndLeaveNothing() throws Exception {
    long before = leftovers();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<CommandOutcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < 18; i++) {
        Command command = Runners.shell("sleep 0.1; echo $1; exit $1", Integer.toString(i));
        outcomes.add(threads.submit(() -> Runners.run(Runners.HERE, command)));
      }
      for (int i = 0; i < 18; i++) {
        assertEquals(i, ended(outcomes.get(i)).exitCode());
        assertEquals(i + "\n", ended(outcomes.get(i)).output().text());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(before, leftovers());
    assertTrue(ProcessHandle.current().children().allMatch(ProcessHandle::isAlive));
  }

  private static CommandOutcome ended(Future<CommandOutcome> outcome)
      throws InterruptedException, ExecutionException {
    return outcome.get();
  }

  private static long leftovers() throws IOException {
    try (Stream<Path> files = Files.list(Runners.HERE.scratch())) {
      return files.filter(file -> file.getFileName().toString().startsWith("update-all-")).count();
    }
  }
}
