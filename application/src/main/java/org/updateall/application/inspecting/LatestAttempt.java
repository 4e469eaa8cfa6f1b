package org.updateall.application.inspecting;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;

/**
 * The newest attempt of a plugin that came to an end.
 *
 * @param execution the attempt
 * @param endedAt when it ended; where that is not known, when it began
 * @param lastSuccess the same of the newest attempt that succeeded; absent if none ever did
 */
public record LatestAttempt(
    PluginExecution execution, Instant endedAt, @Nullable Instant lastSuccess) {

  /**
   * @throws IllegalArgumentException if it is no finished attempt
   */
  public LatestAttempt {
    requireNonNull(endedAt, "endedAt");
    if (!execution.status().isFinishedAttempt()) {
      throw new IllegalArgumentException("no finished attempt: " + execution.status());
    }
  }

  public boolean succeeded() {
    return execution.status() == ExecutionStatus.SUCCESS;
  }

  /** Elapsed seconds of its steps of that phase; none if no such step tells. */
  public Option<Double> seconds(StepPhase phase) {
    return Option.ofOptional(
        execution.steps().stream()
            .filter(step -> step.phase() == phase)
            .map(StepMetrics::wallClockSeconds)
            .flatMap(seconds -> seconds.toJavaStream())
            .reduce(Double::sum));
  }
}
