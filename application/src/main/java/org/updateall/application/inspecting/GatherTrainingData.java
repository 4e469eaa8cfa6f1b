package org.updateall.application.inspecting;

import java.time.ZoneId;
import java.util.List;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.TrainingTable;

/** Use case: hand out what models learn from, as tables. */
public final class GatherTrainingData {

  private final HistoryQueries queries;

  public GatherTrainingData(HistoryQueries queries) {
    this.queries = queries;
  }

  /**
   * As {@link HistoryQueries#trainingTables} says.
   *
   * @throws HistoryUnavailable if the store cannot be used
   */
  public List<TrainingTable> gather(HistoryFilter filter, ZoneId zone) {
    return queries.trainingTables(filter, zone);
  }
}
