package org.updateall.application.recording;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.application.estimating.ChooseHost;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.ForetellRun;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.TimeOrderedIds;
import org.updateall.domain.joint.Schedule;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.metering.OutputListener;

/**
 * Use case: run any command, measure it, and remember it as a run of one plugin, with what was
 * foretold of it. A history that cannot be used neither stops the command nor changes how it ends.
 */
public final class RecordCommand {

  private static final Logger LOG = LoggerFactory.getLogger(RecordCommand.class);

  private final CommandRunner runner;
  private final RunStart starting;
  private final ForetellRun foretellRun;
  private final ChooseHost chooseHost;
  private final TimeOrderedIds ids;
  private final Duration patience;

  /** Begins a run of that identity, on whatever machine this is, by whoever this is. */
  @FunctionalInterface
  public interface RunStart {

    RunCollector start(RunId runId);
  }

  /**
   * @param patience how long the command waits at most to be foretold; it begins unforetold then,
   *     and what is known before it ends still counts
   */
  public RecordCommand(
      CommandRunner runner,
      RunStart starting,
      ForetellRun foretellRun,
      ChooseHost chooseHost,
      TimeOrderedIds ids,
      Duration patience) {
    this.runner = runner;
    this.starting = starting;
    this.foretellRun = foretellRun;
    this.chooseHost = chooseHost;
    this.ids = ids;
    this.patience = patience;
  }

  /**
   * Runs the command to its end. When this thread is interrupted meanwhile, the command is stopped,
   * and kept as failed; the interrupt is then set again.
   *
   * @param listener is told what it prints, as it comes
   * @throws InterruptedException if this thread is interrupted before the command has begun;
   *     nothing is remembered then
   */
  public RecordedCommand record(CommandToRecord command, OutputListener listener)
      throws InterruptedException {
    RunId runId = ids.nextRunId();
    Option<Foretelling> foretelling =
        Option.when(
            command.foretold(), () -> new Foretelling(inTime -> foretell(runId, command, inTime)));
    for (Foretelling each : foretelling) {
      each.await(patience);
    }
    Recording recording = new Recording(starting.start(runId), command);
    CommandOutcome outcome = recording.during(() -> runner.run(command.command(), listener));
    boolean interrupted = Thread.interrupted(); // With that set no file could be written.
    try {
      return concluded(recording, outcome, foretelling.map(Foretelling::conclude));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private RunEstimate foretell(RunId runId, CommandToRecord command, BooleanSupplier inTime) {
    HostScope host = chooseHost.choose(null).getOrElse(HostScope.everyHost());
    EstimateRequest request =
        new EstimateRequest(
            List.of(command.plugin()),
            host,
            TrainingOptions.defaults(),
            PredictionInterval.DEFAULT_LEVEL,
            Map.of(command.plugin(), command.known()),
            Schedule.sequential());
    return foretellRun.foretell(runId, request, Progress.none(), inTime);
  }

  private static RecordedCommand concluded(
      Recording recording, CommandOutcome measured, Option<Either<String, RunEstimate>> foretold) {
    CommandOutcome outcome = recording.withKnownDownload(measured);
    String lost = end(recording, outcome).getOrNull();
    LOG.atInfo()
        .addKeyValue("run_id", recording.runId())
        .addKeyValue("exit_code", outcome.exitCode())
        .log("command recorded");
    return new RecordedCommand(
        recording.runId(),
        outcome,
        foretold
            .flatMap(each -> each.fold(reason -> Option.<RunEstimate>none(), Option::some))
            .getOrNull(),
        lost,
        foretold
            .map(each -> each.fold(RecordCommand::unforetold, RunEstimate::warnings))
            .getOrElse(List.of()));
  }

  private static List<String> unforetold(String reason) {
    return List.of("nothing was foretold: " + reason);
  }

  /** Why it could not be remembered, if it could not. */
  private static Option<String> end(Recording recording, CommandOutcome outcome) {
    try {
      recording.end(outcome);
      return Option.none();
    } catch (HistoryUnavailable e) {
      LOG.atWarn().setCause(e).log("the command could not be remembered");
      return Option.some(String.valueOf(e.getMessage()));
    }
  }
}
