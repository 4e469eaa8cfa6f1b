package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.MeteringMethod;
import org.updateall.domain.metering.OutputListener;

/**
 * Measures loads whose truth is known. The truth of CPU time is a control group's count of the same
 * run where one can be made; that of memory is what the load allocates and the interpreter's own.
 */
final class TrueFiguresTest {

  private static final double MEGABYTE = 1e6;
  private static final SystemSettings STANDARD = SystemSettings.standard();
  private static final SystemSettings UNGROUPED = STANDARD.withControlGroups(Path.of("/none"));

  @TempDir private Path folder;

  @BeforeEach
  void needsLinuxAndPython() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is no /proc here");
    assumeTrue(
        run(UNGROUPED, Command.of(List.of("python3", "-c", ""))).succeeded(),
        "there is no python3 here");
  }

  @Test
  void threeHundredShortChildrenAreCountedToTheTick() throws Exception {
    Command children =
        Loads.sh("i=0; while [ $i -lt 300 ]; do /bin/ls / >/dev/null; i=$((i+1)); done");
    CommandGroup group = CommandGroup.open(STANDARD, "truth").getOrNull();
    assumeTrue(group != null, "no control group of version 2 can be made here");
    CommandOutcome outcome = run(UNGROUPED, inside(Objects.requireNonNull(group), children));
    GroupReading reading = group.read();
    group.close();
    double truth = known(reading.userSeconds()) + known(reading.kernelSeconds());
    double shell = cpu(outcome);
    say("300 children", truth, shell);

    assertEquals(truth, shell, 0.05);
    assertTrue(shell > 0.1, () -> "" + shell);
  }

  @Test
  void fourHundredMegabytesForHalfASecond() {
    CommandOutcome bare = run(UNGROUPED, Loads.megabytes(0, 0.3));
    CommandOutcome outcome = run(UNGROUPED, Loads.megabytes(400, 0.5));
    double truth = 400 * MEGABYTE + peak(bare);
    say("400 MB", truth, peak(outcome));

    assertEquals(truth, peak(outcome), 0.1 * truth);
  }

  @Test
  void fourHundredMegabytesWithoutGnuTime() {
    CommandOutcome outcome =
        new SystemCommandRunner(UNGROUPED, withoutTime(), Clock.systemUTC())
            .run(Loads.megabytes(400, 0.5), OutputListener.NONE);

    assertEquals(410 * MEGABYTE, peak(outcome), 41 * MEGABYTE);
    assertEquals(MeteringMethod.POLLED_TREE, method(outcome, Figure.MEMORY_PEAK));
  }

  @Test
  void fourProcessesOfAHundredMegabytesAtOnce() {
    CommandOutcome outcome = run(UNGROUPED, Loads.megabytesAtOnce(4, 100, 0.8));
    double truth = 4 * (100 + 9) * MEGABYTE;
    say("4 x 100 MB", truth, peak(outcome));

    assertEquals(truth, peak(outcome), 0.1 * truth);
    assertEquals(MeteringMethod.POLLED_TREE, method(outcome, Figure.MEMORY_PEAK));
  }

  @Test
  void whoLeavesItsParentAndEndsUncountedMakesCpuAbsent() {
    CommandOutcome outcome = run(UNGROUPED, Loads.leavingItsParent(told(), 0));

    assertNull(outcome.usage().usage().cpuUserSeconds());
    assertNull(outcome.usage().usage().ioReadBytes());
    String reason = outcome.usage().metering().absences().get(Figure.CPU);
    assertTrue(String.valueOf(reason).contains("python3"), () -> "" + reason);
  }

  @Test
  void whoLeavesItsParentAndStillRunsIsCountedSoFar() throws Exception {
    CommandOutcome outcome = run(UNGROUPED, Loads.leavingItsParent(told(), 3));
    double truth = Double.parseDouble(Files.readString(told()));
    say("left behind", truth, cpu(outcome));

    assertEquals(truth, cpu(outcome), 0.05);
    assertTrue(
        outcome.usage().metering().caveats().stream()
            .anyMatch(each -> each.contains("still runs")));
  }

  @Test
  void aControlGroupCountsWhoLeftItsParent() throws Exception {
    assumeTrue(
        CommandGroup.open(STANDARD, "trial")
            .map(CommandGroup::trial)
            .exists(GroupReading::tellsCpu),
        "no control group of version 2 can be made here");
    CommandOutcome outcome = run(STANDARD, Loads.leavingItsParent(told(), 0));
    double truth = Double.parseDouble(Files.readString(told()));
    say("orphan in group", truth, cpu(outcome));

    assertEquals(MeteringMethod.CGROUP, method(outcome, Figure.CPU));
    assertEquals(truth + 0.03, cpu(outcome), 0.05);
    assertFalse(outcome.usage().metering().caveats().toString().contains("unseen"));
  }

  @Test
  void countsWhatIsWrittenToStorage() throws Exception {
    Path file = Files.createTempFile(Path.of("target"), "written", ".bin");
    Command writing =
        Loads.sh("dd if=/dev/zero of=\"$1\" bs=1000000 count=20 2>/dev/null", file.toString());
    CommandOutcome outcome = run(UNGROUPED, writing);
    Files.delete(file);
    assumeTrue(
        method(outcome, Figure.IO) == MeteringMethod.SHELL_IO, "the kernel does not count I/O");

    assertEquals(20e6, known(outcome.usage().usage().ioWriteBytes()), 2e6);
  }

  private Path told() {
    return folder.resolve("told");
  }

  /** The same, joining a control group before it begins. */
  private static Command inside(CommandGroup group, Command command) {
    List<String> words = new ArrayList<>(List.of(group.folder() + "/cgroup.procs"));
    words.addAll(command.arguments());
    return Loads.sh("echo 0 >\"$1\"; shift; exec \"$@\"", words.toArray(String[]::new));
  }

  private static CommandOutcome run(SystemSettings settings, Command command) {
    return new SystemCommandRunner(settings, Tools.ofThisMachine(), Clock.systemUTC())
        .run(command, OutputListener.NONE);
  }

  private static Tools withoutTime() {
    Tools tools = Tools.ofThisMachine();
    return new Tools(tools.shell(), tools.setsid(), null);
  }

  private static double cpu(CommandOutcome outcome) {
    return outcome.usage().usage().cpuSeconds().getOrElse(Double.NaN);
  }

  private static double peak(CommandOutcome outcome) {
    return known(outcome.usage().usage().memoryPeakBytes());
  }

  private static double known(@org.jspecify.annotations.Nullable Number number) {
    return Objects.requireNonNull(number).doubleValue();
  }

  private static @org.jspecify.annotations.Nullable MeteringMethod method(
      CommandOutcome outcome, Figure figure) {
    return outcome.usage().metering().methods().get(figure);
  }

  private static void say(String load, double truth, double measured) {
    System.out.printf("FIGURES %s: truth %.3g, measured %.3g%n", load, truth, measured);
  }
}
