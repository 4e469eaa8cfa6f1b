package org.updateall.application.inspecting;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.retrieval.Measure;

/**
 * Which time series is asked for.
 *
 * @param filter of which executions
 * @param measure what
 * @param ofSteps whether of their steps, one by one, rather than of each execution as a whole
 * @param stepName of the steps of that name alone; absent for all, as it must be for executions
 */
public record SeriesRequest(
    HistoryFilter filter, Measure measure, boolean ofSteps, @Nullable String stepName) {

  /**
   * @throws IllegalArgumentException if a step is named where executions are asked for
   */
  public SeriesRequest {
    requireNonNull(filter, "filter");
    requireNonNull(measure, "measure");
    if (stepName != null && !ofSteps) {
      throw new IllegalArgumentException("a series of executions has no step " + stepName);
    }
  }

  /** Of executions as a whole. */
  public static SeriesRequest ofExecutions(HistoryFilter filter, Measure measure) {
    return new SeriesRequest(filter, measure, false, null);
  }

  /** Of steps; of those of that name, if one is given. */
  public static SeriesRequest ofSteps(
      HistoryFilter filter, Measure measure, @Nullable String stepName) {
    return new SeriesRequest(filter, measure, true, stepName);
  }
}
