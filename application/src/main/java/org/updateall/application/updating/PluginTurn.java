package org.updateall.application.updating;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.application.recording.RunCollector;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.journal.ExecutionEnd;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.progress.RunProgress;
import org.updateall.domain.updating.PluginStep;
import org.updateall.domain.updating.ProgressEvent;
import org.updateall.domain.updating.StepOutcome;
import org.updateall.domain.updating.StepReader;

/** One plugin's turn in a run: its steps, one after another, until one of them fails. */
final class PluginTurn {

  private static final int LONGEST_MESSAGE = 300;
  private static final double PERCENT = 100;

  private final PlannedPlugin planned;
  private final CommandRunner runner;
  private final RootAccess root;
  private final RunCollector collector;
  private final RunProgress progress;
  private final RunListener listener;
  private @Nullable Integer packages;

  PluginTurn(
      PlannedPlugin planned,
      CommandRunner runner,
      RootAccess root,
      RunCollector collector,
      RunProgress progress,
      RunListener listener) {
    this.planned = planned;
    this.runner = runner;
    this.root = root;
    this.collector = collector;
    this.progress = progress;
    this.listener = listener;
  }

  /** Takes the turn; what came of it is recorded when this returns. */
  ExecutionEnd take() {
    PluginName plugin = planned.name();
    collector.startPluginExecution(plugin);
    progress.started(plugin, collector.now());
    listener.started(plugin, collector.now());
    announce();
    ExecutionEnd end = steps();
    collector.endPluginExecution(plugin, end);
    progress.ended(plugin, collector.now());
    return end;
  }

  private void announce() {
    planned
        .preflight()
        .work()
        .figures()
        .forEach(told -> collector.recordEstimate(planned.name(), StepPhase.CHECK, told));
  }

  private ExecutionEnd steps() {
    for (PluginStep step : planned.plan().steps()) {
      CommandOutcome outcome = run(step);
      boolean succeeded =
          outcome.ending() == CommandOutcome.Ending.ENDED
              && step.successCodes().contains(outcome.exitCode());
      if (!succeeded) {
        return failure(step, outcome).withPackages(packages, null);
      }
    }
    return ExecutionEnd.success().withPackages(packages, null).withExitCode(0);
  }

  private CommandOutcome run(PluginStep step) {
    PluginName plugin = planned.name();
    StepReader reader = planned.plugin().reader(step);
    collector.startStep(plugin, step.name(), step.phase());
    listener.stepStarted(plugin, step);
    CommandOutcome outcome =
        runner.run(
            root.command(step),
            (channel, bytes, length) -> {
              listener.printed(plugin, channel, bytes, length);
              List<ProgressEvent> events;
              synchronized (reader) {
                events = reader.accept(channel, bytes, length);
              }
              events.forEach(event -> tell(step, event));
            });
    StepOutcome told;
    synchronized (reader) {
      reader.ended(outcome.exitCode()).forEach(event -> tell(step, event));
      told = reader.outcome();
    }
    collector.endStep(plugin, step.name(), usage(outcome, told));
    if (told.packagesUpdated() != null) {
      packages = (packages == null ? 0 : packages) + told.packagesUpdated();
    }
    return outcome;
  }

  private static ResourceUsage usage(CommandOutcome outcome, StepOutcome told) {
    return outcome.usage().usage().toBuilder().downloadSizeBytes(told.bytesFetched()).build();
  }

  /**
   * Of a plugin with several steps nobody knows how much of the whole a share of one of them is, so
   * that only one which does all in one step is believed.
   */
  private void tell(PluginStep step, ProgressEvent event) {
    listener.told(planned.name(), event);
    if (event instanceof ProgressEvent.Advanced advanced
        && advanced.percent() != null
        && isWholeTurn(step)
        && advanced.phase() == lastPhase()) {
      progress.reported(planned.name(), advanced.percent() / PERCENT, collector.now());
    }
  }

  private boolean isWholeTurn(PluginStep step) {
    return planned.plan().steps().stream()
        .allMatch(each -> each.equals(step) || each.phase() == StepPhase.CHECK);
  }

  private StepPhase lastPhase() {
    List<PluginStep> steps = planned.plan().steps();
    return steps.get(steps.size() - 1).phase();
  }

  private static ExecutionEnd failure(PluginStep step, CommandOutcome outcome) {
    return switch (outcome.ending()) {
      case TIMED_OUT ->
          ExecutionEnd.timedOut(
                  "step %s did not end within %s s"
                      .formatted(step.name(), step.timeout().toSeconds()))
              .withExitCode(outcome.exitCode());
      case STOPPED ->
          ExecutionEnd.failed("step %s was stopped".formatted(step.name()))
              .withExitCode(outcome.exitCode());
      case NOT_STARTED ->
          ExecutionEnd.failed(
                  "step %s could not be started: %s".formatted(step.name(), outcome.problem()))
              .withExitCode(outcome.exitCode());
      case ENDED ->
          ExecutionEnd.failed(
                  "step %s ended with exit code %d%s"
                      .formatted(step.name(), outcome.exitCode(), lastWords(outcome)))
              .withExitCode(outcome.exitCode());
    };
  }

  private static String lastWords(CommandOutcome outcome) {
    String text =
        outcome.error().text().isBlank() ? outcome.output().text() : outcome.error().text();
    List<String> lines = new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
    if (lines.isEmpty()) {
      return "";
    }
    String last = lines.get(lines.size() - 1).replaceAll("\\p{Cntrl}", " ").strip();
    return ": " + (last.length() > LONGEST_MESSAGE ? last.substring(0, LONGEST_MESSAGE) : last);
  }
}
