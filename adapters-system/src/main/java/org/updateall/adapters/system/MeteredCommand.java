package org.updateall.adapters.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome.Ending;
import org.updateall.domain.metering.KeptOutput;
import org.updateall.domain.metering.MeasuredUsage;
import org.updateall.domain.metering.OutputListener;

/**
 * One command from its start to what is known of it. Used by one thread, in this order: {@link
 * #start}, {@link #await}, {@link #measure}, and then the rest.
 */
final class MeteredCommand {

  /** How long the ends of its channels are waited for when it has ended. */
  private static final Duration FOR_THE_REST = Duration.ofMillis(500);

  private static final int TIMED_OUT = 124;

  private final SystemSettings settings;
  private final Tools tools;
  private final ParentTimes parentTimes;
  private final String name;
  private final List<String> remarks = new ArrayList<>();
  private @Nullable Wrapper wrapper;
  private @Nullable CommandGroup group;
  private @Nullable Started started;
  private Duration elapsed = Duration.ZERO;

  /** What there is once it runs. */
  private record Started(
      Process process,
      ProcessTree tree,
      RunningCommand running,
      OutputReader output,
      OutputReader error,
      long nanos) {}

  MeteredCommand(SystemSettings settings, Tools tools, ParentTimes parentTimes, String name) {
    this.settings = settings;
    this.tools = tools;
    this.parentTimes = parentTimes;
    this.name = name;
  }

  void start(Command command, Path program, OutputListener listener) throws IOException {
    Wrapper around = Wrapper.open();
    wrapper = around;
    group = CommandGroup.open(settings, name).getOrNull();
    boolean interactive = command.input() == Command.Input.INHERITED;
    List<String> words =
        around.around(
            tools,
            program,
            command.arguments(),
            group == null ? null : group.folder(),
            !interactive);
    ProcessBuilder builder = builder(words, command);
    ProcessTree tree = ProcessTree.before(settings.processes(), name);
    long nanos = System.nanoTime();
    Process process = builder.start();
    started =
        new Started(
            process,
            tree,
            new RunningCommand(process, tree, settings, tools.time() != null, interactive),
            OutputReader.start(process.getInputStream(), Channel.OUTPUT, listener),
            OutputReader.start(process.getErrorStream(), Channel.ERROR, listener),
            nanos);
  }

  private ProcessBuilder builder(List<String> words, Command command) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().putAll(command.environment());
    builder.environment().put(ProcessTree.MARK, name);
    Path directory = command.directory();
    if (directory != null) {
      builder.directory(directory.toFile());
    }
    builder.redirectInput(
        command.input() == Command.Input.INHERITED
            ? ProcessBuilder.Redirect.INHERIT
            : ProcessBuilder.Redirect.from(new File("/dev/null")));
    return builder;
  }

  Ending await(@Nullable Duration limit) {
    Ending ending = started().running().await(limit);
    elapsed = Duration.ofNanos(System.nanoTime() - started().nanos());
    return ending;
  }

  /**
   * Once only: takes away what was needed for it. An interrupt that came meanwhile is set again.
   */
  MeasuredUsage measure(ParentTimes.Mark mark) {
    Started it = started();
    it.running().lookAtTheEnd();
    GroupReading ofGroup = readGroup();
    WrapperReport report = readReport();
    boolean late = awaitTheRest(it);
    boolean interrupted = late || it.running().wasInterrupted();
    Measurement measurement = new Measurement();
    measurement.wallClock(elapsed, it.running().passwordWait());
    measurement.cpu(report, ofGroup, it.tree());
    measurement.memory(report, ofGroup, it.running().memory());
    measurement.io(report, ofGroup, it.tree());
    measurement.leftBehind(it.tree(), ofGroup.tellsCpu());
    crossCheck(report, mark);
    discard();
    remarks.forEach(measurement::caveat);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return measurement.result();
  }

  private void crossCheck(WrapperReport report, ParentTimes.Mark mark) {
    Double user = report.userSeconds();
    Double kernel = report.kernelSeconds();
    if (user != null && kernel != null) {
      parentTimes.contradicts(mark, user + kernel).peek(remarks::add);
    }
  }

  private GroupReading readGroup() {
    try {
      return group == null ? GroupReading.NOTHING : group.read();
    } catch (IOException e) {
      remarks.add("its control group could not be read: " + e.getMessage());
      return GroupReading.NOTHING;
    }
  }

  private WrapperReport readReport() {
    try {
      return Objects.requireNonNull(wrapper).read();
    } catch (IOException e) {
      remarks.add("what the shell told could not be read: " + e.getMessage());
      return WrapperReport.of(List.of(), List.of());
    }
  }

  /** Whether this thread was interrupted meanwhile. */
  private boolean awaitTheRest(Started it) {
    boolean interrupted = false;
    for (OutputReader reader : List.of(it.output(), it.error())) {
      try {
        if (!reader.awaitEnd(FOR_THE_REST)) {
          remarks.add("its output is held open by what it left behind, and was not read on");
          reader.abandon();
        }
      } catch (InterruptedException e) {
        interrupted = true;
        reader.abandon();
      }
      if (reader.listenerFailed()) {
        remarks.add("who listened to its output failed");
      }
    }
    return interrupted;
  }

  /** Takes away the folder and the control group; what cannot be taken away is told. */
  void discard() {
    try {
      if (group != null) {
        group.close();
      }
    } catch (IOException e) {
      remarks.add(String.valueOf(e.getMessage()));
    }
    try {
      if (wrapper != null) {
        wrapper.close();
      }
    } catch (IOException e) {
      remarks.add("a temporary folder is left: " + e.getMessage());
    }
  }

  int exitCode(Ending ending) {
    return ending == Ending.TIMED_OUT ? TIMED_OUT : started().process().exitValue();
  }

  KeptOutput output() {
    return started().output().kept();
  }

  KeptOutput error() {
    return started().error().kept();
  }

  private Started started() {
    return Objects.requireNonNull(started, "not started");
  }
}
