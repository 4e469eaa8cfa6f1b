package org.updateall.adapters.duckdb;

import io.vavr.control.Option;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.RecordingSummary;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;

/** Keeps runs in DuckDB. */
final class DuckDbRunHistory implements RunHistory {

  private final DuckDbStore store;
  private final Clock clock;

  @Inject
  DuckDbRunHistory(DuckDbStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public RecordOutcome record(Run run) {
    return store.write(handle -> new RunRecorder(handle, clock.instant()).record(run));
  }

  @Override
  public RecordingSummary recordAll(Iterator<Run> runs) {
    return store.write(
        handle -> new RunRecorder(handle, clock.instant()).recordAll(runs),
        (handle, tally) -> tally.summary(handle.attach(RunTables.class).counts()));
  }

  @Override
  public Option<Run> find(RunId runId) {
    return store.read(
        Option.none(),
        handle -> Option.of(handle.attach(RunTables.class).find(List.of(runId)).get(runId)));
  }

  @Override
  public List<Run> recent(HostScope host, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit is negative: " + limit);
    }
    return store.read(List.of(), handle -> recent(handle.attach(RunTables.class), host, limit));
  }

  @Override
  public HistoryCounts counts() {
    return store.read(HistoryCounts.NONE, handle -> handle.attach(RunTables.class).counts());
  }

  private static List<Run> recent(RunTables tables, HostScope host, int limit) {
    return tables.whole(tables.recentRuns(host.hostname(), limit));
  }
}
