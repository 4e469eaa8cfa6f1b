package org.updateall.adapters.duckdb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
    long visited = 0;
    for (List<RunRow> part : parts(filter)) {
      tables.whole(part).forEach(visitor);
      visited += part.size();
    }
    return visited;
  }

  /** The rows of all runs that are meant, so many at once as their runs may be had together. */
  Iterable<List<RunRow>> parts(HistoryFilter filter) {
    return () -> new Parts(FilterRow.of(filter));
  }

  private final class Parts implements Iterator<List<RunRow>> {

    private final FilterRow condition;
    private final Queue<List<RunRow>> ready = new ArrayDeque<>();
    private @Nullable RunRow last;
    private boolean ended;

    private Parts(FilterRow condition) {
      this.condition = condition;
    }

    @Override
    public boolean hasNext() {
      if (ready.isEmpty() && !ended) {
        turnPage();
      }
      return !ready.isEmpty();
    }

    @Override
    public List<RunRow> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void turnPage() {
      List<RunRow> page =
          last == null
              ? tables.runsAfter(condition, null, null, PAGE_SIZE)
              : tables.runsAfter(condition, last.startTime(), last.runId(), PAGE_SIZE);
      if (page.isEmpty()) {
        ended = true;
      } else {
        last = page.get(page.size() - 1);
        divide(page);
      }
    }

    private void divide(List<RunRow> page) {
      Map<UUID, Long> weights = tables.weightsOf(page);
      List<RunRow> part = new ArrayList<>();
      long weight = 0;
      for (RunRow row : page) {
        part.add(row);
        weight += weights.getOrDefault(row.runId(), 0L);
        if (weight >= MAX_WEIGHT) {
          ready.add(part);
          part = new ArrayList<>();
          weight = 0;
        }
      }
      if (!part.isEmpty()) {
        ready.add(part);
      }
    }
  }
}
