package org.updateall.domain.history;

/** How many records of each kind a store holds. */
public record HistoryCounts(long runs, long executions, long steps, long estimates) {

  public static final HistoryCounts NONE = new HistoryCounts(0, 0, 0, 0);

  /** How many more there are here than there. */
  public HistoryCounts minus(HistoryCounts other) {
    return new HistoryCounts(
        runs - other.runs,
        executions - other.executions,
        steps - other.steps,
        estimates - other.estimates);
  }
}
