package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.updateall.adapters.jsonlegacy.HistoryDocument.Entry;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.RecordingSummary;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;

/** Keeps runs in a history.json, which the Python update-all may go on using. */
final class JsonLegacyRunHistory implements RunHistory {

  private final LegacyStore store;
  private final Clock clock;

  JsonLegacyRunHistory(LegacyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public RecordOutcome record(Run run) {
    return store.change(draft -> draft.record(run, clock.instant()));
  }

  @Override
  public RecordingSummary recordAll(Iterator<Run> runs) {
    return new BulkRecording(store, clock.instant()).record(runs);
  }

  @Override
  public Option<Run> revise(RunId runId, UnaryOperator<Run> change) {
    return counts().runs() == 0
        ? Option.none()
        : store.change(
            draft -> {
              Run known = draft.find(runId).getOrNull();
              if (known == null) {
                return Option.none();
              }
              draft.record(known.revised(change), clock.instant());
              return draft.find(runId);
            });
  }

  @Override
  public HistoryCounts delete(Collection<RunId> runIds) {
    List<RunId> wanted = runIds.stream().distinct().toList();
    return removed(document -> wanted.stream().flatMap(id -> document.entry(id).toJavaStream()));
  }

  @Override
  public HistoryCounts deleteBefore(Instant time) {
    return removed(
        document -> document.oldestFirst().filter(entry -> entry.run().start().isBefore(time)));
  }

  @Override
  public Option<Run> find(RunId runId) {
    return store.read(document -> document.find(runId));
  }

  @Override
  public Option<PluginExecution> findExecution(ExecutionId executionId) {
    return store.read(document -> execution(document, executionId));
  }

  @Override
  public List<Run> recent(HistoryFilter filter, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit is negative: " + limit);
    }
    return store.read(document -> recent(document, filter, limit));
  }

  @Override
  public void visit(HistoryFilter filter, Consumer<Run> visitor) {
    store.read(document -> visit(document, filter, visitor));
  }

  @Override
  public HistoryCounts counts() {
    return store.read(HistoryDocument::counts);
  }

  /** Which records of a history are meant. */
  private interface Choice {
    Stream<Entry> of(HistoryDocument document);
  }

  private HistoryCounts removed(Choice choice) {
    boolean any = store.read(document -> choice.of(document).findAny().isPresent());
    return any ? store.change(draft -> remove(draft, choice)) : HistoryCounts.NONE;
  }

  private static HistoryCounts remove(Draft draft, Choice choice) {
    HistoryCounts before = draft.counts();
    choice.of(draft.before()).forEach(draft::remove);
    return before.minus(draft.counts());
  }

  private static List<Run> recent(HistoryDocument document, HistoryFilter filter, int limit)
      throws IOException {
    List<Run> recent = new ArrayList<>();
    Iterator<Entry> entries = document.newestFirst().iterator();
    while (recent.size() < limit && entries.hasNext()) {
      Run run = document.run(entries.next());
      if (filter.includes(run)) {
        recent.add(run);
      }
    }
    return recent;
  }

  private static long visit(HistoryDocument document, HistoryFilter filter, Consumer<Run> visitor)
      throws IOException {
    long visited = 0;
    for (Entry entry : document.oldestFirst().toList()) {
      Run run = document.run(entry);
      if (filter.includes(run)) {
        visitor.accept(run);
        visited++;
      }
    }
    return visited;
  }

  private static Option<PluginExecution> execution(
      HistoryDocument document, ExecutionId executionId) throws IOException {
    for (Entry entry : document.newestFirst().toList()) {
      for (PluginExecution execution : document.run(entry).executions()) {
        if (execution.executionId().equals(executionId)) {
          return Option.some(execution);
        }
      }
    }
    return Option.none();
  }
}
