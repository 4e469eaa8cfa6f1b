package org.updateall.adapters.duckdb;

import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.Run;

/** Counts what goes into an export, or comes out of it. */
final class ExportTally {

  private HistoryCounts counts = HistoryCounts.NONE;
  private long models;

  void add(Run run) {
    counts = counts.plus(HistoryCounts.of(run));
  }

  void addModels(int count) {
    models += count;
  }

  HistoryCounts counts() {
    return counts;
  }

  long models() {
    return models;
  }
}
