package org.updateall.adapters.duckdb;

import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;

/**
 * By what batches of runs are measured, for runs may be small or very large: their rows, and a
 * thousand characters of what an execution says of its failure count as one more.
 */
final class RunWeight {

  static final int CHARACTERS_PER_ROW = 1_000;

  private RunWeight() {}

  static long of(Run run) {
    long weight = 1;
    for (PluginExecution execution : run.executions()) {
      String message = execution.errorMessage();
      weight += 1 + execution.steps().size() + execution.estimates().size();
      weight += message == null ? 0 : message.length() / CHARACTERS_PER_ROW;
    }
    return weight;
  }
}
