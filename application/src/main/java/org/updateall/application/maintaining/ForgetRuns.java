package org.updateall.application.maintaining;

import java.util.Collection;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.PredictionLedger;

/**
 * Use case: forget runs, and what was foretold of them. Should the second fail, what is left of it
 * is never judged, and goes with the next pruning.
 */
public final class ForgetRuns {

  private final RunHistory history;
  private final PredictionLedger ledger;

  public ForgetRuns(RunHistory history, PredictionLedger ledger) {
    this.history = history;
    this.ledger = ledger;
  }

  /**
   * @return how much of the history is forgotten
   * @throws HistoryUnavailable if the store cannot be used
   */
  public HistoryCounts forget(Collection<RunId> runIds) {
    HistoryCounts forgotten = history.delete(runIds);
    int unused = ledger.forget(runIds);
    return forgotten;
  }
}
