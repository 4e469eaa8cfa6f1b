package org.updateall.domain.history;

import io.vavr.control.Either;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What is to become of a run of which one part is put right, added or taken away. */
public interface RunCorrection {

  /** The run as it is to be; the reason if what is to be corrected is not part of it. */
  Either<NotRecorded, Run> of(Run run);

  /** Puts an execution in the place of the one of its identity, or adds it. */
  static RunCorrection recording(PluginExecution execution) {
    return run -> Either.right(run.with(execution));
  }

  /** Puts a step in the place of the one of its ordinal, or adds it to its execution. */
  static RunCorrection recording(StepMetrics step) {
    return changing(step.executionId(), execution -> execution.with(step));
  }

  /** Puts an announcement in the place of the one of its ordinal, or adds it to its execution. */
  static RunCorrection recording(Estimate estimate) {
    return changing(estimate.executionId(), execution -> execution.with(estimate));
  }

  static RunCorrection removing(ExecutionId executionId) {
    return run ->
        has(run, executionId)
            ? Either.right(run.without(executionId))
            : Either.left(NotRecorded.execution(run.runId(), executionId));
  }

  static RunCorrection removingStep(ExecutionId executionId, int ordinal) {
    return removingPart(
        executionId,
        "step " + ordinal,
        execution -> execution.steps().stream().anyMatch(step -> step.ordinal() == ordinal),
        execution -> execution.withoutStep(ordinal));
  }

  static RunCorrection removingEstimate(ExecutionId executionId, int ordinal) {
    return removingPart(
        executionId,
        "estimate " + ordinal,
        execution -> execution.estimates().stream().anyMatch(each -> each.ordinal() == ordinal),
        execution -> execution.withoutEstimate(ordinal));
  }

  private static RunCorrection changing(
      ExecutionId executionId, UnaryOperator<PluginExecution> change) {
    return run ->
        has(run, executionId)
            ? Either.right(run.changing(executionId, change))
            : Either.left(NotRecorded.execution(run.runId(), executionId));
  }

  private static RunCorrection removingPart(
      ExecutionId executionId,
      String part,
      Predicate<PluginExecution> isThere,
      UnaryOperator<PluginExecution> removal) {
    return run ->
        run.executions().stream()
                .anyMatch(each -> each.executionId().equals(executionId) && !isThere.test(each))
            ? Either.left(new NotRecorded("execution %s has no %s".formatted(executionId, part)))
            : changing(executionId, removal).of(run);
  }

  private static boolean has(Run run, ExecutionId executionId) {
    return run.executions().stream().anyMatch(each -> each.executionId().equals(executionId));
  }
}
