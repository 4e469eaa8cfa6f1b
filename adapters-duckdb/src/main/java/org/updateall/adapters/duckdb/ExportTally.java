package org.updateall.adapters.duckdb;

import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;

/** Counts what goes into an export, or comes out of it. */
final class ExportTally {

  private long runs;
  private long executions;
  private long steps;
  private long estimates;
  private long models;

  void add(Run run) {
    runs++;
    for (PluginExecution execution : run.executions()) {
      executions++;
      steps += execution.steps().size();
      estimates += execution.estimates().size();
    }
  }

  void addModels(int count) {
    models += count;
  }

  HistoryCounts counts() {
    return new HistoryCounts(runs, executions, steps, estimates);
  }

  long models() {
    return models;
  }
}
