package org.updateall.application.inspecting;

import java.util.List;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.retrieval.AnnouncementAccuracy;
import org.updateall.domain.retrieval.HistoryQueries;

/** Use case: look at how well what plugins announced was met. */
public final class JudgeAnnouncements {

  private final HistoryQueries queries;

  public JudgeAnnouncements(HistoryQueries queries) {
    this.queries = queries;
  }

  /**
   * As {@link HistoryQueries#announcementAccuracy} says.
   *
   * @throws HistoryUnavailable if the store cannot be used
   */
  public List<AnnouncementAccuracy> judge(HistoryFilter filter) {
    return queries.announcementAccuracy(filter);
  }
}
