package org.updateall.adapters.duckdb;

import org.updateall.domain.journal.Settlement;

/** What became of runs that waited, until somebody asks. Safe for use by several threads. */
final class SettlementTally {

  private Settlement untold = Settlement.NOTHING;

  synchronized void add(Settlement settlement) {
    untold = untold.and(settlement);
  }

  /** All that was added since the last time. */
  synchronized Settlement taken() {
    Settlement taken = untold;
    untold = Settlement.NOTHING;
    return taken;
  }
}
