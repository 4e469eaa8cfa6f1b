package org.updateall.adapters.duckdb;

import java.util.ArrayList;
import java.util.List;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepMetrics;

/** The rows of some runs, table by table. */
record RunRows(
    List<RunRow> runs,
    List<ExecutionRow> executions,
    List<StepRow> steps,
    List<EstimateRow> estimates) {

  /** The rows of these runs, every part of which has its creation time. */
  static RunRows of(Iterable<Run> runs) {
    RunRows rows =
        new RunRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    runs.forEach(rows::add);
    return rows;
  }

  private void add(Run run) {
    runs.add(RunRow.of(run));
    int executionNo = 0;
    for (PluginExecution execution : run.executions()) {
      add(execution, executionNo++);
    }
  }

  private void add(PluginExecution execution, int executionNo) {
    ExecutionRow row = ExecutionRow.of(execution, executionNo);
    executions.add(row);
    for (StepMetrics step : execution.steps()) {
      steps.add(StepRow.of(row.key(), step));
    }
    for (Estimate estimate : execution.estimates()) {
      estimates.add(EstimateRow.of(row.key(), estimate));
    }
  }
}
