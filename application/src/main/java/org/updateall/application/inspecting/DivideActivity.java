package org.updateall.application.inspecting;

import java.time.ZoneId;
import java.util.List;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.PeriodActivity;
import org.updateall.domain.retrieval.PeriodLength;

/** Use case: look at what went on hour by hour, day by day, week by week or month by month. */
public final class DivideActivity {

  private final HistoryQueries queries;

  public DivideActivity(HistoryQueries queries) {
    this.queries = queries;
  }

  /**
   * As {@link HistoryQueries#activityByPeriod} says.
   *
   * @throws HistoryUnavailable if the store cannot be used
   */
  public List<PeriodActivity> divide(HistoryFilter filter, PeriodLength length, ZoneId zone) {
    return queries.activityByPeriod(filter, length, zone);
  }
}
