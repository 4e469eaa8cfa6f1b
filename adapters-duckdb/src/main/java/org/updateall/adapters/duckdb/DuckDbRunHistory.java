package org.updateall.adapters.duckdb;

import io.vavr.control.Option;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginExecution;
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
  public Option<PluginExecution> findExecution(ExecutionId executionId) {
    return store.read(
        Option.none(), handle -> execution(handle.attach(RunTables.class), executionId));
  }

  @Override
  public Map<RunId, Run> findAll(Collection<RunId> runIds) {
    return runIds.isEmpty()
        ? Map.of()
        : store.read(Map.of(), handle -> handle.attach(RunTables.class).find(runIds));
  }

  @Override
  public List<Run> recent(HistoryFilter filter, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit is negative: " + limit);
    }
    return store.read(List.of(), handle -> recent(handle.attach(RunTables.class), filter, limit));
  }

  @Override
  public void visit(HistoryFilter filter, Consumer<Run> visitor) {
    store.read(0L, handle -> new RunPages(handle.attach(RunTables.class)).visit(filter, visitor));
  }

  @Override
  public Option<Run> revise(RunId runId, UnaryOperator<Run> change) {
    return store.write(
        handle -> {
          RunTables tables = handle.attach(RunTables.class);
          Run known = tables.find(List.of(runId)).get(runId);
          if (known == null) {
            return Option.none();
          }
          new RunRecorder(handle, clock.instant()).record(known.revised(change));
          return Option.of(tables.find(List.of(runId)).get(runId));
        });
  }

  @Override
  public HistoryCounts delete(Collection<RunId> runIds) {
    return store.isEmpty() || runIds.isEmpty()
        ? HistoryCounts.NONE
        : store.write(handle -> delete(handle.attach(RunTables.class), runIds));
  }

  @Override
  public HistoryCounts deleteBefore(Instant time) {
    return store.isEmpty()
        ? HistoryCounts.NONE
        : store.write(
            handle -> {
              RunTables tables = handle.attach(RunTables.class);
              return delete(tables, tables.runsBefore(time).stream().map(RunId::new).toList());
            });
  }

  @Override
  public HistoryCounts counts() {
    return store.read(HistoryCounts.NONE, handle -> handle.attach(RunTables.class).counts());
  }

  private static List<Run> recent(RunTables tables, HistoryFilter filter, int limit) {
    return tables.whole(tables.recentRuns(FilterRow.of(filter), limit));
  }

  private static Option<PluginExecution> execution(RunTables tables, ExecutionId executionId) {
    return Option.ofOptional(
        tables
            .newestRunOf(executionId.value())
            .map(RunId::new)
            .map(runId -> tables.find(List.of(runId)).get(runId))
            .flatMap(
                run ->
                    run.executions().stream()
                        .filter(execution -> execution.executionId().equals(executionId))
                        .findFirst()));
  }

  private static HistoryCounts delete(RunTables tables, Collection<RunId> runIds) {
    HistoryCounts before = tables.counts();
    tables.delete(runIds);
    return before.minus(tables.counts());
  }
}
