package org.updateall.domain.history;

/** How many records of each kind a store holds. */
public record HistoryCounts(long runs, long executions, long steps, long estimates) {

  public static final HistoryCounts NONE = new HistoryCounts(0, 0, 0, 0);
}
