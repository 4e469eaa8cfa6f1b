package org.updateall.application.maintaining;

import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.ledger.PredictionLedger;

/**
 * Use case: forget runs that are too old, and what was foretold before then, also of runs that were
 * never recorded. Models that were trained on them stay.
 */
public final class PruneHistory {

  private static final Logger LOG = LoggerFactory.getLogger(PruneHistory.class);

  private final RunHistory history;
  private final PredictionLedger ledger;

  public PruneHistory(RunHistory history, PredictionLedger ledger) {
    this.history = history;
    this.ledger = ledger;
  }

  /**
   * @param before runs that began before then are forgotten
   * @param dryRun whether only to look
   * @return how much is forgotten, or would be
   * @throws HistoryUnavailable if the store cannot be used
   */
  public HistoryCounts prune(Instant before, boolean dryRun) {
    if (dryRun) {
      return count(before);
    }
    HistoryCounts forgotten = history.deleteBefore(before);
    int foretold = ledger.forgetBefore(before);
    LOG.atInfo()
        .addKeyValue("before", before)
        .addKeyValue("runs", forgotten.runs())
        .addKeyValue("foretold", foretold)
        .log("history pruned");
    return forgotten;
  }

  private HistoryCounts count(Instant before) {
    Sum sum = new Sum();
    history.visit(HistoryFilter.everything().until(before), sum);
    return sum.counts;
  }

  /** Adds runs up one after another. */
  private static final class Sum implements Consumer<Run> {

    private HistoryCounts counts = HistoryCounts.NONE;

    @Override
    public void accept(Run run) {
      counts = counts.plus(HistoryCounts.of(run));
    }
  }
}
