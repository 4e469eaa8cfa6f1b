package org.updateall.adapters.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.Run;

/**
 * Walks through runs, oldest first: page by page of their own rows, and within a page so many whole
 * runs at once as fit into little memory. All pages show one moment: nobody writes to a file that
 * somebody has open to read.
 */
final class RunPages {

  private static final int PAGE_SIZE = 2_000;
  private static final long MAX_WEIGHT = 40_000;

  private final RunTables tables;

  RunPages(RunTables tables) {
    this.tables = tables;
  }

  /** Hands every run that is meant to the visitor; says how many there were. */
  long visit(HistoryFilter filter, Consumer<Run> visitor) {
    FilterRow condition = FilterRow.of(filter);
    long visited = 0;
    List<RunRow> page = tables.runsAfter(condition, null, null, PAGE_SIZE);
    while (!page.isEmpty()) {
      visitPage(page, visitor);
      visited += page.size();
      RunRow last = page.get(page.size() - 1);
      page = tables.runsAfter(condition, last.startTime(), last.runId(), PAGE_SIZE);
    }
    return visited;
  }

  private void visitPage(List<RunRow> page, Consumer<Run> visitor) {
    Map<UUID, Long> weights = tables.weightsOf(page);
    List<RunRow> part = new ArrayList<>();
    long weight = 0;
    for (RunRow row : page) {
      part.add(row);
      weight += weights.getOrDefault(row.runId(), 0L);
      if (weight >= MAX_WEIGHT) {
        tables.whole(part).forEach(visitor);
        part.clear();
        weight = 0;
      }
    }
    tables.whole(part).forEach(visitor);
  }
}
