package org.updateall.application.inspecting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.journal.RunUnderWay;
import org.updateall.domain.storage.StoreSummary;

/**
 * How the history of a machine is.
 *
 * @param summary its size and rows; absent if there is none yet, or it cannot be used
 * @param underWay the runs that are under way
 * @param waiting how many accepted runs wait to be stored, as where somebody else uses the store
 * @param problem why it cannot be used, and what to do; absent if it can, or is not there yet
 */
public record ExaminedHistory(
    @Nullable StoreSummary summary,
    List<RunUnderWay> underWay,
    int waiting,
    @Nullable String problem) {

  /**
   * @throws IllegalArgumentException if it is told of and cannot be used
   */
  public ExaminedHistory {
    underWay = List.copyOf(underWay);
    if (summary != null && problem != null) {
      throw new IllegalArgumentException("a summary in spite of: " + problem);
    }
  }

  /** Whether nothing was stored yet. */
  public boolean isNotThereYet() {
    return summary == null && problem == null;
  }
}
