package org.updateall.adapters.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandOutcome.Ending;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.KeptOutput;
import org.updateall.domain.metering.Metering;
import org.updateall.domain.metering.MeteringMethod;
import org.updateall.domain.metering.MissingMeans;
import org.updateall.domain.metering.OutputListener;

/**
 * Runs each command inside a small shell that tells what its children used, looks at the command's
 * processes meanwhile, and puts it into a cgroup where one can be made.
 *
 * <p>A command that reads nothing, or not from a terminal, runs in a session of its own, so that
 * what it starts is found again. One that may read the terminal, or is to belong to it, stays in
 * the session of this process: it is to be asked for passwords, known to sudo, and to hear Ctrl-C.
 */
final class ShellMeteredRunner implements CommandRunner {

  /** Between TERM and KILL. */
  static final Duration GRACE = Duration.ofSeconds(5);

  private final Machine machine;
  private final Clock clock;
  private final Duration grace;
  private final ProcessTable table;
  private final ChildrenAccount children;

  ShellMeteredRunner(Machine machine, Clock clock, Duration grace) {
    this.machine = machine;
    this.clock = clock;
    this.grace = grace;
    this.table = new ProcessTable(machine.processes());
    this.children = new ChildrenAccount(table);
  }

  @Override
  public CommandOutcome run(Command command, OutputListener listener) {
    return new Launch(command)
        .words()
        .fold(
            refusal -> notStarted(refusal.exitCode(), refusal.problem()),
            words -> run(command, words, listener));
  }

  private CommandOutcome run(Command command, List<String> words, OutputListener listener) {
    try (Enclosure enclosure = Enclosure.on(machine, table);
        ChildrenAccount.Part part = children.open()) {
      return run(command, words, listener, enclosure, part);
    } catch (IOException cannotTidy) {
      throw new UncheckedIOException(cannotTidy);
    }
  }

  private CommandOutcome run(
      Command command,
      List<String> words,
      OutputListener listener,
      Enclosure enclosure,
      ChildrenAccount.Part part) {
    Instant startedAt = clock.instant();
    long start = System.nanoTime();
    RunningCommand running;
    try {
      running = RunningCommand.start(command, words, listener, enclosure);
    } catch (IOException refused) {
      return notStarted(ProgramSearch.NotFound.REFUSED, String.valueOf(refused.getMessage()));
    }
    Ending ending = running.await(command.timeLimit(), grace);
    long nanos = System.nanoTime() - start;
    return running.outcome(ending, startedAt, nanos, part.cpuTime());
  }

  private CommandOutcome notStarted(int exitCode, String problem) {
    Instant now = clock.instant();
    return new CommandOutcome(
        Ending.NOT_STARTED,
        exitCode,
        problem,
        now,
        now,
        UsageAccount.ofNothing(),
        KeptOutput.NOTHING,
        KeptOutput.NOTHING);
  }

  @Override
  public Metering metering() {
    Map<Figure, MeteringMethod> methods = new EnumMap<>(Figure.class);
    Map<Figure, String> absences = new EnumMap<>(Figure.class);
    methods.put(Figure.WALL_CLOCK, MeteringMethod.MONOTONIC_CLOCK);
    absences.put(Figure.NETWORK, UsageAccount.NO_NETWORK);
    absences.put(Figure.DOWNLOAD, UsageAccount.NO_DOWNLOAD);
    try (Enclosure enclosure = Enclosure.on(machine, table)) {
      enclosure.methods().forEach(methods::put);
      enclosure.absences().forEach(absences::put);
      return new Metering(methods, absences, enclosure.caveats());
    } catch (IOException cannotTidy) {
      throw new UncheckedIOException(cannotTidy);
    }
  }

  @Override
  public List<MissingMeans> missing() {
    return new MeansOfMeasuring(machine, table.isThere(), metering().methods()).missing();
  }
}
