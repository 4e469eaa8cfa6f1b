package org.updateall.application.recording;

import io.vavr.control.Option;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.RunId;
import org.updateall.domain.journal.ExecutionEnd;
import org.updateall.domain.journal.LiveRun;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandOutcome.Ending;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.MeasuredUsage;
import org.updateall.domain.metering.Metering;
import org.updateall.domain.metering.MeteringMethod;

/** A run of one command, in terms of the history. */
final class Recording {

  private static final int MOST_OF_A_MESSAGE = 500;

  private final RunCollector run;
  private final CommandToRecord command;

  Recording(RunCollector run, CommandToRecord command) {
    this.run = run;
    this.command = command;
  }

  RunId runId() {
    return run.runId();
  }

  /**
   * The outcome of the command, which has begun as far as the history is concerned. If there is
   * none, the run is interrupted.
   */
  CommandOutcome during(Supplier<CommandOutcome> running) {
    try {
      begin();
      return running.get();
    } catch (RuntimeException e) {
      interrupt(e);
      throw e;
    }
  }

  private void interrupt(RuntimeException because) {
    try {
      run.close();
    } catch (HistoryUnavailable e) {
      because.addSuppressed(e);
    }
  }

  private void begin() {
    run.change(
        (live, time, executionId) -> {
          LiveRun started = live.starting(command.plugin(), executionId, time);
          return (command.announcesWork()
                  ? started.announcing(command.plugin(), command.phase(), command.announced())
                  : started)
              .startingStep(command.plugin(), command.step(), command.phase(), time);
        });
  }

  /**
   * What is known of the command's end is kept; of one that never began nothing is.
   *
   * @throws HistoryUnavailable if it cannot be made safe
   */
  void end(CommandOutcome outcome) {
    if (outcome.ending() == Ending.NOT_STARTED) {
      run.withdraw();
      return;
    }
    ExecutionEnd end = inTermsOfHistory(outcome);
    Option<RecordOutcome> unused =
        run.end(
            (live, time) ->
                live.endingStep(command.plugin(), command.step(), outcome.usage().usage(), time)
                    .ending(command.plugin(), end, time)
                    .ending(time));
  }

  /** The outcome, in which a download of known size has been made if the command succeeded. */
  CommandOutcome withKnownDownload(CommandOutcome outcome) {
    Long bytes = command.downloadBytes();
    ResourceUsage measured = outcome.usage().usage();
    if (bytes == null || !outcome.succeeded() || measured.downloadSizeBytes() != null) {
      return outcome;
    }
    return new CommandOutcome(
        outcome.ending(),
        outcome.exitCode(),
        outcome.problem(),
        outcome.startedAt(),
        outcome.endedAt(),
        new MeasuredUsage(
            measured.toBuilder().downloadSizeBytes(bytes).build(),
            reported(outcome.usage().metering())),
        outcome.output(),
        outcome.error());
  }

  private static Metering reported(Metering metering) {
    Map<Figure, MeteringMethod> methods = new EnumMap<>(Figure.class);
    methods.putAll(metering.methods());
    methods.put(Figure.DOWNLOAD, MeteringMethod.REPORTED);
    Map<Figure, String> absences = new HashMap<>(metering.absences());
    absences.remove(Figure.DOWNLOAD);
    return new Metering(methods, absences, metering.caveats());
  }

  private ExecutionEnd inTermsOfHistory(CommandOutcome outcome) {
    return switch (outcome.ending()) {
      case ENDED ->
          outcome.succeeded()
              ? ExecutionEnd.success().withPackages(command.packages(), null).withExitCode(0)
              : failed(outcome);
      case TIMED_OUT ->
          new ExecutionEnd(
              ExecutionStatus.TIMEOUT,
              null,
              null,
              "not done in " + command.command().timeLimit(),
              outcome.exitCode());
      case STOPPED -> ExecutionEnd.failed("interrupted").withExitCode(outcome.exitCode());
      case NOT_STARTED ->
          throw new IllegalArgumentException("a command that never began has no end");
    };
  }

  private static ExecutionEnd failed(CommandOutcome outcome) {
    String code = "exit code " + outcome.exitCode();
    return ExecutionEnd.failed(
            lastLine(outcome.error().text()).map(line -> code + ": " + line).getOrElse(code))
        .withExitCode(outcome.exitCode());
  }

  private static Option<String> lastLine(String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return Option.when(!lines.isEmpty(), () -> beginning(lines.get(lines.size() - 1)));
  }

  private static String beginning(String line) {
    return line.codePointCount(0, line.length()) <= MOST_OF_A_MESSAGE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST_OF_A_MESSAGE)) + "…";
  }
}
