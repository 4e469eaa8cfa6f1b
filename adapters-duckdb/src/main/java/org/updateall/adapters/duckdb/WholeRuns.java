package org.updateall.adapters.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepMetrics;

/**
 * Puts runs together from tables that all have them in one order, by one walk through each: a part
 * that is not met on the way belongs to no run, or does not stand in its place.
 */
final class WholeRuns {

  private final TableCursor<RunRow> runs;
  private final TableCursor<ExecutionRow> executions;
  private final TableCursor<StepRow> steps;
  private final TableCursor<EstimateRow> estimates;

  WholeRuns(
      TableCursor<RunRow> runs,
      TableCursor<ExecutionRow> executions,
      TableCursor<StepRow> steps,
      TableCursor<EstimateRow> estimates) {
    this.runs = runs;
    this.executions = executions;
    this.steps = steps;
    this.estimates = estimates;
  }

  /**
   * The next run; null after the last.
   *
   * @throws ExportFault if it cannot be put together, or parts are left over
   */
  @Nullable Run next() {
    if (!runs.hasNext()) {
      requireNothingLeft();
      return null;
    }
    return runs.take(this::run);
  }

  /** A fault in the run read last. */
  ExportFault fault(String reason) {
    return runs.fault(reason, null);
  }

  private Run run(RunRow row) {
    List<PluginExecution> parts = new ArrayList<>();
    while (executions.headIs(part -> part.runId().equals(row.runId()))) {
      int number = parts.size();
      parts.add(executions.take(part -> execution(part, number)));
    }
    return row.toRun(parts);
  }

  private PluginExecution execution(ExecutionRow row, int number) {
    if (row.executionNo() != number) {
      throw new IllegalArgumentException(
          "execution_no is %d, where %d should be".formatted(row.executionNo(), number));
    }
    ExecutionKey key = row.key();
    UUID id = row.executionId();
    List<StepMetrics> itsSteps =
        steps.takeWhile(step -> step.key().equals(key), step -> step.toStep(id));
    List<Estimate> itsEstimates =
        estimates.takeWhile(
            estimate -> estimate.key().equals(key), estimate -> estimate.toEstimate(id));
    return row.toExecution(itsSteps, itsEstimates);
  }

  private void requireNothingLeft() {
    for (TableCursor<?> parts : List.of(executions, steps, estimates)) {
      if (parts.hasNext()) {
        throw parts.fault("it belongs to no run, or does not stand in its place", null);
      }
    }
  }
}
