package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.MeteringMethod;
import org.updateall.domain.metering.OutputListener;

class ChildrenAccountTest {

  private static final String BURN =
      "import time\nwhile time.process_time() < 0.4: time.process_time()";

  @TempDir private Path folder;

  @Test
  void aCommandAloneHasWhatWasAdded() throws IOException {
    kernelTells(100, 40);
    ChildrenAccount account = new ChildrenAccount(new ProcessTable(folder));

    try (ChildrenAccount.Part part = account.open()) {
      kernelTells(175, 52);
      CpuTime time = part.cpuTime();

      assertNotNull(time);
      assertEquals(0.75, time.userSeconds(), 1e-9);
      assertEquals(0.12, time.kernelSeconds(), 1e-9);
    }
  }

  @Test
  void oneAfterAnotherIsAlone() throws IOException {
    kernelTells(100, 40);
    ChildrenAccount account = new ChildrenAccount(new ProcessTable(folder));
    account.open().close();
    kernelTells(110, 40);

    try (ChildrenAccount.Part second = account.open()) {
      kernelTells(130, 40);

      assertEquals(new CpuTime(1.3 - 1.1, 0), second.cpuTime());
    }
  }

  @Test
  void ofTwoAtATimeNeitherIsKnown() throws IOException {
    kernelTells(100, 40);
    ChildrenAccount account = new ChildrenAccount(new ProcessTable(folder));

    try (ChildrenAccount.Part first = account.open()) {
      try (ChildrenAccount.Part second = account.open()) {
        assertNull(second.cpuTime());
      }
      assertNull(first.cpuTime());
    }
  }

  @Test
  void whereTheKernelDoesNotTellItIsAbsent() {
    ChildrenAccount account = new ChildrenAccount(new ProcessTable(folder));

    try (ChildrenAccount.Part part = account.open()) {
      assertNull(part.cpuTime());
    }
  }

  @Test
  void accountsMayDifferByATenthAndByFiftyMilliseconds() {
    assertTrue(new CpuTime(0.04, 0.01).agreesWith(CpuTime.NONE));
    assertFalse(new CpuTime(0.05, 0.01).agreesWith(CpuTime.NONE));
    assertTrue(new CpuTime(9.1, 0).agreesWith(new CpuTime(9, 1)));
    assertFalse(new CpuTime(9, 1).agreesWith(new CpuTime(8.9, 0)));
  }

  @Test
  void aShellThatTellsTooLittleIsCorrected() throws IOException {
    CommandOutcome outcome = burn(Runners.on(with(silenced())));

    assertEquals(MeteringMethod.CHILDREN_ACCOUNT, method(outcome));
    assertEquals(0.4, outcome.usage().usage().cpuSeconds().get(), 0.1);
    assertTrue(
        outcome.usage().metering().caveats().stream()
            .anyMatch(caveat -> caveat.matches("the shell tells 0.00 s .* the larger is taken")),
        outcome.usage().metering().caveats().toString());
  }

  @Test
  void aShellThatTellsAsMuchAsTheKernelStands() {
    CommandOutcome outcome = burn(Runners.on(Runners.WITHOUT_CGROUPS));

    assertEquals(MeteringMethod.SHELL_TIMES, method(outcome));
    assertEquals(List.of(), outcome.usage().metering().caveats());
  }

  @Test
  void aShellThatTellsMoreThanTheKernelStandsWithACaveat() throws IOException {
    kernelTells(0, 0);
    Machine here = Runners.WITHOUT_CGROUPS;

    CommandOutcome outcome =
        burn(
            Runners.on(
                new Machine(
                    here.shell(), here.gnuTime(), here.setsid(), folder, null, here.scratch())));

    assertEquals(MeteringMethod.SHELL_TIMES, method(outcome));
    assertEquals(0.4, outcome.usage().usage().cpuSeconds().get(), 0.1);
    assertTrue(outcome.usage().metering().caveats().get(0).contains("the kernel 0.00 s"));
  }

  @Test
  void commandsAtTheSameTimeAreNotCompared() throws IOException {
    ShellMeteredRunner runner = Runners.on(with(silenced()));
    String meet = "touch \"$1\"; until test -e \"$2\"; do sleep 0.02; done";
    String one = folder.resolve("one").toString();
    String other = folder.resolve("other").toString();

    CompletableFuture<CommandOutcome> beside =
        CompletableFuture.supplyAsync(
            () -> runner.run(Runners.shell(meet, one, other), OutputListener.NONE));
    CommandOutcome outcome =
        runner.run(
            Runners.shell(
                meet + "; shift 2; exec \"$@\"", other, one, Runners.python(), "-c", BURN),
            OutputListener.NONE);

    assertTrue(beside.join().succeeded());
    assertTrue(outcome.succeeded(), outcome.error().text());
    assertEquals(MeteringMethod.SHELL_TIMES, method(outcome));
    assertEquals(List.of(), outcome.usage().metering().caveats());
  }

  private static CommandOutcome burn(ShellMeteredRunner runner) {
    CommandOutcome outcome =
        runner.run(Command.of(List.of(Runners.python(), "-S", "-c", BURN)), OutputListener.NONE);
    assertTrue(outcome.succeeded(), outcome.error().text());
    return outcome;
  }

  private static MeteringMethod method(CommandOutcome outcome) {
    MeteringMethod method = outcome.usage().metering().methods().get(Figure.CPU);
    assertNotNull(method);
    return method;
  }

  private static Machine with(Path shell) {
    Machine here = Runners.WITHOUT_CGROUPS;
    return new Machine(
        shell, here.gnuTime(), here.setsid(), here.processes(), null, here.scratch());
  }

  /** A shell that has forgotten what its children used. */
  private Path silenced() throws IOException {
    Path shell = folder.resolve("shell");
    Files.writeString(
        shell,
        """
        #!/bin/sh
        /bin/sh "$@"
        code=$?
        printf '0m0.00s 0m0.00s\n0m0.00s 0m0.00s\n' >"$4/times"
        exit $code
        """);
    assertTrue(shell.toFile().setExecutable(true));
    return shell;
  }

  private void kernelTells(long userTicks, long kernelTicks) throws IOException {
    Files.createDirectories(folder.resolve("self"));
    Files.writeString(
        folder.resolve("self/stat"),
        "80 (java) S 77 78 79 0 -1 4194304 100 0 0 0 900 800 %d %d 20 0 1 0 88 26 25 1 1 0"
            .formatted(userTicks, kernelTicks));
  }
}
