package org.updateall.application.inspecting;

import java.util.List;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.SeriesPoint;

/** Use case: follow a measure through time. */
public final class FollowMeasure {

  private final HistoryQueries queries;

  public FollowMeasure(HistoryQueries queries) {
    this.queries = queries;
  }

  /**
   * The values, oldest first.
   *
   * @throws HistoryUnavailable if the store cannot be used
   */
  public List<SeriesPoint> follow(SeriesRequest request) {
    return request.ofSteps()
        ? queries.stepSeries(request.filter(), request.measure(), request.stepName())
        : queries.executionSeries(request.filter(), request.measure());
  }
}
