package org.updateall.application.inspecting;

import java.time.ZoneId;
import java.util.List;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.PeriodDistribution;
import org.updateall.domain.retrieval.PeriodLength;

/** Use case: look at how a measure of each plugin was distributed, period by period. */
public final class DivideMeasure {

  private final HistoryQueries queries;

  public DivideMeasure(HistoryQueries queries) {
    this.queries = queries;
  }

  /**
   * As {@link HistoryQueries#distributionByPeriod} says.
   *
   * @throws HistoryUnavailable if the store cannot be used
   */
  public List<PeriodDistribution> divide(
      HistoryFilter filter, Measure measure, PeriodLength length, ZoneId zone) {
    return queries.distributionByPeriod(filter, measure, length, zone);
  }
}
