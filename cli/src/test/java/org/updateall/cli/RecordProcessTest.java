package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;

/** The program as a process of its own, with signals and an input. */
final class RecordProcessTest {

  @TempDir private Path home;

  @Test
  void ctrlCStopsTheCommandAndKeepsTheRun() throws Exception {
    Process program = start("sh", "-c", "echo $$; echo so far >&2; sleep 60; true");
    try (BufferedReader output = program.inputReader(UTF_8)) {
      long command = Long.parseLong(output.readLine());
      assertEquals("so far", program.errorReader(UTF_8).readLine());

      signal("INT", program.pid());

      assertTrue(program.waitFor(30, TimeUnit.SECONDS));
      assertEquals(ExitCode.INTERRUPTED, program.exitValue());
      assertTrue(ProcessHandle.of(command).isEmpty());
    } finally {
      program.destroyForcibly();
    }
    PluginExecution execution = newest().executions().get(0);
    assertEquals(ExecutionStatus.FAILED, execution.status());
    assertEquals("interrupted", execution.errorMessage());
    assertTrue(execution.wallClockSeconds().get() < 60);
  }

  @Test
  void aProgramThatIsKilledLeavesTheRunToTheNext() throws Exception {
    Process program = start("sh", "-c", "echo $$; exec sleep 60");
    long command;
    try (BufferedReader output = program.inputReader(UTF_8)) {
      command = Long.parseLong(output.readLine());
      signal("KILL", program.pid());
      assertTrue(program.waitFor(30, TimeUnit.SECONDS));
    } finally {
      program.destroyForcibly();
    }
    ProcessHandle.of(command).ifPresent(ProcessHandle::destroyForcibly);

    try (UpdateAll updateAll = open()) {
      assertEquals(1, updateAll.settle().abandoned().size());
    }
    PluginExecution execution = newest().executions().get(0);
    assertEquals(PluginExecution.ABANDONED, execution.errorMessage());
    assertEquals("run", execution.steps().get(0).stepName());
  }

  @Test
  void theCommandReadsWhatTheProgramWouldRead() throws Exception {
    Process program = start("cat");
    program.getOutputStream().write("from outside\n".getBytes(UTF_8));
    program.getOutputStream().close();

    assertEquals("from outside\n", new String(program.getInputStream().readAllBytes(), UTF_8));
    assertTrue(program.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, program.exitValue());
    assertEquals(1, newest().successfulPlugins());
  }

  private Run newest() {
    try (UpdateAll updateAll = open()) {
      return updateAll.recentRuns(HistoryFilter.everything(), 1).get(0);
    }
  }

  private UpdateAll open() {
    return UpdateAll.open(Settings.of(home.resolve("history.duckdb")));
  }

  private Process start(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--db",
                home.resolve("history.duckdb").toString(),
                "record",
                "--plugin",
                "tool",
                "--no-prediction",
                "--"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_STATE_HOME", home.toString());
    return builder.start();
  }

  private static void signal(String name, long pid) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor());
  }
}
