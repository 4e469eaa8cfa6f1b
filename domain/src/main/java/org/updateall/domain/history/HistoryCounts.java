package org.updateall.domain.history;

/** How many records of each kind a store holds. */
public record HistoryCounts(long runs, long executions, long steps, long estimates) {

  public static final HistoryCounts NONE = new HistoryCounts(0, 0, 0, 0);

  /** How much one run is, with all its parts. */
  public static HistoryCounts of(Run run) {
    long steps = 0;
    long estimates = 0;
    for (PluginExecution execution : run.executions()) {
      steps += execution.steps().size();
      estimates += execution.estimates().size();
    }
    return new HistoryCounts(1, run.totalPlugins(), steps, estimates);
  }

  /** How many there are here and there together. */
  public HistoryCounts plus(HistoryCounts other) {
    return new HistoryCounts(
        runs + other.runs,
        executions + other.executions,
        steps + other.steps,
        estimates + other.estimates);
  }

  /** How many more there are here than there. */
  public HistoryCounts minus(HistoryCounts other) {
    return new HistoryCounts(
        runs - other.runs,
        executions - other.executions,
        steps - other.steps,
        estimates - other.estimates);
  }
}
