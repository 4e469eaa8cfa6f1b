package org.updateall.domain.journal;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;

/**
 * A run that comes about as it is told: plugins are expected, start, take one step after another
 * and end, and then the run ends.
 *
 * <p>Each method gives the run after what it was told. What cannot be is refused with an {@link
 * IllegalStateException} that names the run, the plugin and the step, and says what to do instead;
 * a figure that breaks a rule of the history with an {@link IllegalArgumentException}.
 *
 * @param run as far as it has come; a step that is open has no end
 */
public record LiveRun(Run run) {

  private static final String ONE_EXECUTION =
      "a plugin has one execution in a run, so begin another run for another one";

  public LiveRun {
    requireNonNull(run, "run");
  }

  /** A run begins, of which no plugin is known yet. */
  public static LiveRun begin(
      RunId runId,
      Instant time,
      String hostname,
      @Nullable String username,
      @Nullable String configHash) {
    return new LiveRun(new Run(runId, time, null, hostname, username, configHash, List.of(), null));
  }

  public boolean isOver() {
    return run.endTime() != null;
  }

  /** A plugin will have its turn. */
  public LiveRun expecting(PluginName plugin, ExecutionId executionId) {
    requireUnderWay("expect " + plugin);
    for (PluginExecution known : execution(plugin)) {
      throw refusal(plugin, "be expected: it " + inWords(known), ONE_EXECUTION);
    }
    return with(
        PluginExecution.builder(executionId, run.runId(), plugin, ExecutionStatus.PENDING).build());
  }

  /**
   * A plugin begins, whether it was expected or not.
   *
   * @param executionId its identity, unless it was expected and has one
   */
  public LiveRun starting(PluginName plugin, ExecutionId executionId, Instant time) {
    requireUnderWay("start " + plugin);
    PluginExecution execution =
        execution(plugin)
            .getOrElse(
                () ->
                    PluginExecution.builder(
                            executionId, run.runId(), plugin, ExecutionStatus.PENDING)
                        .build());
    if (execution.status() != ExecutionStatus.PENDING) {
      throw refusal(plugin, "start: it " + inWords(execution), ONE_EXECUTION);
    }
    return with(
        PluginExecution.builder(
                execution.executionId(), run.runId(), plugin, ExecutionStatus.RUNNING)
            .times(time, null)
            .estimates(execution.estimates())
            .build());
  }

  /** A plugin that is running, and has no open step, begins one. */
  public LiveRun startingStep(PluginName plugin, String step, StepPhase phase, Instant time) {
    String what = "start the step " + step;
    PluginExecution execution = running(plugin, what);
    for (StepMetrics open : openStep(execution)) {
      throw refusal(
          plugin, what + ": its step " + open.stepName() + " is open", "end that step first");
    }
    return with(
        execution.with(
            new StepMetrics(
                execution.executionId(),
                execution.steps().size(),
                step,
                phase,
                time,
                null,
                ResourceUsage.unmeasured(),
                null)));
  }

  /** The open step of a plugin ends. */
  public LiveRun endingStep(PluginName plugin, String step, ResourceUsage usage, Instant time) {
    String what = "end the step " + step;
    PluginExecution execution = running(plugin, what);
    StepMetrics open =
        openStep(execution)
            .getOrElseThrow(
                () -> refusal(plugin, what + ": none of its steps is open", "start it first"));
    if (!open.stepName().equals(step)) {
      throw refusal(
          plugin,
          what + ": its open step is " + open.stepName(),
          "end that one, and start " + step + " before it is ended");
    }
    return with(execution.with(ended(open, usage, time)));
  }

  /** A plugin that is expected or running says what it is going to do. */
  public LiveRun announcing(PluginName plugin, StepPhase phase, AnnouncedFigures work) {
    String what = "announce its work";
    PluginExecution execution = known(plugin, what, "start it, or expect it, first");
    if (execution.status().isOver()) {
      throw refusal(plugin, what + ": it " + inWords(execution), "announce it before that");
    }
    return with(
        execution.with(
            work.asEstimate(execution.executionId(), execution.estimates().size(), phase)));
  }

  /** A plugin that is running ends, or one that is expected is skipped. */
  public LiveRun ending(PluginName plugin, ExecutionEnd end, Instant time) {
    PluginExecution execution = known(plugin, "end", "start it first");
    if (execution.status() == ExecutionStatus.PENDING) {
      requireSkipped(plugin, end);
      return with(ended(execution, end, null));
    }
    requireRunning(execution, "end");
    for (StepMetrics open : openStep(execution)) {
      throw refusal(plugin, "end: its step " + open.stepName() + " is open", "end that step first");
    }
    return with(ended(execution, end, time));
  }

  /** The run ends, after all its plugins. */
  public LiveRun ending(Instant time) {
    requireUnderWay("end");
    List<PluginExecution> open =
        run.executions().stream().filter(each -> !each.status().isOver()).toList();
    if (!open.isEmpty()) {
      throw new IllegalStateException(
          "run %s cannot end: %s; end those first, or interrupt the run"
              .formatted(
                  run.runId(),
                  open.stream()
                      .map(each -> each.pluginName() + " " + inWords(each))
                      .collect(Collectors.joining(", "))));
    }
    return endedAt(time);
  }

  /**
   * The run ends though plugins have not: those that are running have failed for that reason, their
   * open steps end unmeasured, and those that wait are skipped.
   */
  public LiveRun interrupted(String reason, Instant time) {
    requireUnderWay("be interrupted");
    LiveRun interrupted = this;
    for (PluginExecution execution : run.executions()) {
      interrupted = interrupted.with(interrupted(execution, reason, time));
    }
    return interrupted.endedAt(time);
  }

  private static PluginExecution interrupted(
      PluginExecution execution, String reason, Instant time) {
    return switch (execution.status()) {
      case RUNNING ->
          ended(
              openStep(execution)
                  .map(open -> execution.with(ended(open, ResourceUsage.unmeasured(), time)))
                  .getOrElse(execution),
              ExecutionEnd.failed(reason),
              time);
      case PENDING -> ended(execution, ExecutionEnd.skipped(), null);
      case SUCCESS, FAILED, SKIPPED, TIMEOUT -> execution;
    };
  }

  private PluginExecution known(PluginName plugin, String what, String remedy) {
    requireUnderWay("let %s %s".formatted(plugin, what));
    return execution(plugin)
        .getOrElseThrow(() -> refusal(plugin, what + ": it has not started", remedy));
  }

  private PluginExecution running(PluginName plugin, String what) {
    PluginExecution execution = known(plugin, what, "start it first");
    requireRunning(execution, what);
    return execution;
  }

  private void requireRunning(PluginExecution execution, String what) {
    if (execution.status() != ExecutionStatus.RUNNING) {
      throw refusal(
          execution.pluginName(),
          what + ": it " + inWords(execution),
          execution.status() == ExecutionStatus.PENDING
              ? "start it first"
              : "tell of it before it ends");
    }
  }

  private void requireSkipped(PluginName plugin, ExecutionEnd end) {
    if (end.status() != ExecutionStatus.SKIPPED) {
      throw refusal(
          plugin,
          "end as " + end.status().wireName() + ": it has not started",
          "start it first, or end it as skipped");
    }
  }

  /**
   * @param what what cannot be done with a run that is over
   * @throws IllegalStateException if this one is
   */
  public void requireUnderWay(String what) {
    if (isOver()) {
      throw new IllegalStateException(
          "run %s cannot %s: it ended at %s; begin another run"
              .formatted(run.runId(), what, run.endTime()));
    }
  }

  private IllegalStateException refusal(PluginName plugin, String what, String remedy) {
    return new IllegalStateException(
        "run %s: %s cannot %s; %s".formatted(run.runId(), plugin, what, remedy));
  }

  private Option<PluginExecution> execution(PluginName plugin) {
    return Option.ofOptional(
        run.executions().stream().filter(each -> each.pluginName().equals(plugin)).findFirst());
  }

  private static Option<StepMetrics> openStep(PluginExecution execution) {
    return Option.ofOptional(
        execution.steps().stream().filter(step -> step.endTime() == null).findFirst());
  }

  private static String inWords(PluginExecution execution) {
    return switch (execution.status()) {
      case PENDING -> "waits";
      case RUNNING -> "is running";
      case SUCCESS, FAILED, SKIPPED, TIMEOUT -> "has ended as " + execution.status().wireName();
    };
  }

  private static StepMetrics ended(StepMetrics open, ResourceUsage usage, Instant time) {
    return new StepMetrics(
        open.executionId(),
        open.ordinal(),
        open.stepName(),
        open.phase(),
        open.startTime(),
        time,
        usage,
        null);
  }

  private static PluginExecution ended(
      PluginExecution execution, ExecutionEnd end, @Nullable Instant time) {
    return PluginExecution.builder(
            execution.executionId(), execution.runId(), execution.pluginName(), end.status())
        .times(execution.startTime(), time)
        .packages(end.packagesUpdated(), end.packagesTotal())
        .errorMessage(end.errorMessage())
        .exitCode(end.exitCode())
        .steps(execution.steps())
        .estimates(execution.estimates())
        .build();
  }

  private LiveRun with(PluginExecution execution) {
    return new LiveRun(run.with(execution));
  }

  private LiveRun endedAt(Instant time) {
    return new LiveRun(
        new Run(
            run.runId(),
            run.startTime(),
            time,
            run.hostname(),
            run.username(),
            run.configHash(),
            run.executions(),
            null));
  }
}
