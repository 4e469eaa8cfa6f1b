package org.updateall.adapters.system;

import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandOutcome.Ending;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.KeptOutput;
import org.updateall.domain.metering.MeasuredUsage;
import org.updateall.domain.metering.Metering;
import org.updateall.domain.metering.MeteringMethod;
import org.updateall.domain.metering.OutputListener;

/**
 * Runs commands of this machine in a small shell that measures them, in a control group of their
 * own where one can be made, and in a session of their own where they read nothing from the
 * terminal.
 */
final class SystemCommandRunner implements CommandRunner {

  private static final int CANNOT_BE_RUN = 126;
  private static final int STOPPED_BEFORE = 130;

  private final SystemSettings settings;
  private final Tools tools;
  private final Clock clock;
  private final ParentTimes parentTimes;
  private final AtomicLong numbers = new AtomicLong();

  SystemCommandRunner(SystemSettings settings, Tools tools, Clock clock) {
    this.settings = settings;
    this.tools = tools;
    this.clock = clock;
    this.parentTimes = new ParentTimes(settings.processes());
  }

  @Override
  public CommandOutcome run(Command command, OutputListener listener) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(command.environment());
    Either<ProgramSearch.Refusal, Path> program = ProgramSearch.find(command, environment);
    if (program.isLeft()) {
      return notStarted(program.getLeft().exitCode(), program.getLeft().problem());
    }
    if (Thread.currentThread().isInterrupted()) {
      return withoutFigures(Ending.STOPPED, STOPPED_BEFORE, null, "it was stopped before it began");
    }
    ParentTimes.Mark mark = parentTimes.begin();
    try {
      return run(command, program.get(), listener, mark);
    } finally {
      parentTimes.end();
    }
  }

  private CommandOutcome run(
      Command command, Path program, OutputListener listener, ParentTimes.Mark mark) {
    MeteredCommand metered = new MeteredCommand(settings, tools, parentTimes, name());
    try {
      metered.start(command, program, listener);
    } catch (IOException e) {
      metered.discard();
      return notStarted(CANNOT_BE_RUN, String.valueOf(e.getMessage()));
    }
    Instant startedAt = clock.instant();
    Ending ending = metered.await(command.timeLimit());
    Instant endedAt = notBefore(startedAt, clock.instant());
    MeasuredUsage usage = metered.measure(mark);
    return new CommandOutcome(
        ending,
        metered.exitCode(ending),
        null,
        startedAt,
        endedAt,
        usage,
        metered.output(),
        metered.error());
  }

  /** Clocks of machines are put back now and then. */
  private static Instant notBefore(Instant start, Instant end) {
    return end.isBefore(start) ? start : end;
  }

  private String name() {
    return "%d-%d-%d"
        .formatted(ProcessHandle.current().pid(), numbers.incrementAndGet(), System.nanoTime());
  }

  private CommandOutcome notStarted(int exitCode, String problem) {
    return withoutFigures(Ending.NOT_STARTED, exitCode, problem, "it was not started");
  }

  private CommandOutcome withoutFigures(
      Ending ending, int exitCode, @Nullable String problem, String reason) {
    Map<Figure, String> absences = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      absences.put(figure, reason);
    }
    Instant now = clock.instant();
    return new CommandOutcome(
        ending,
        exitCode,
        problem,
        now,
        now,
        new MeasuredUsage(ResourceUsage.unmeasured(), new Metering(Map.of(), absences, List.of())),
        KeptOutput.NOTHING,
        KeptOutput.NOTHING);
  }

  @Override
  public Metering metering() {
    GroupReading group = trialGroup();
    boolean processes = ProcessEntry.read(settings.processes(), ownPid()).isDefined();
    Map<Figure, MeteringMethod> methods = new EnumMap<>(Figure.class);
    Map<Figure, String> absences = new EnumMap<>(Figure.class);
    List<String> caveats = new ArrayList<>();
    methods.put(Figure.WALL_CLOCK, MeteringMethod.MONOTONIC_CLOCK);
    methods.put(Figure.CPU, group.tellsCpu() ? MeteringMethod.CGROUP : MeteringMethod.SHELL_TIMES);
    absences.put(Figure.NETWORK, Measurement.NO_NETWORK);
    absences.put(Figure.DOWNLOAD, Measurement.NO_DOWNLOAD);
    memory(group, processes, methods, absences);
    if (group.readBytes() != null) {
      methods.put(Figure.IO, MeteringMethod.CGROUP);
    } else if (settings.processes().resolve("self/io").toFile().exists()) {
      methods.put(Figure.IO, MeteringMethod.SHELL_IO);
    } else {
      absences.put(Figure.IO, "the kernel does not tell");
    }
    if (!group.tellsCpu()) {
      caveats.add(Measurement.UNSEEN);
    }
    return new Metering(methods, absences, caveats);
  }

  private void memory(
      GroupReading group,
      boolean processes,
      Map<Figure, MeteringMethod> methods,
      Map<Figure, String> absences) {
    if (group.memoryPeak() != null) {
      methods.put(Figure.MEMORY_PEAK, MeteringMethod.CGROUP);
    } else if (processes) {
      methods.put(Figure.MEMORY_PEAK, MeteringMethod.POLLED_TREE);
    } else if (tools.time() != null) {
      methods.put(Figure.MEMORY_PEAK, MeteringMethod.GNU_TIME);
    } else {
      absences.put(Figure.MEMORY_PEAK, "processes cannot be looked at, and there is no GNU time");
    }
  }

  private GroupReading trialGroup() {
    return CommandGroup.open(settings, name())
        .map(CommandGroup::trial)
        .getOrElse(GroupReading.NOTHING);
  }

  private static long ownPid() {
    return ProcessHandle.current().pid();
  }
}
