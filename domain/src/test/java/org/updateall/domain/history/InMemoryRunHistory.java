package org.updateall.domain.history;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.vavr.control.Option;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.MeasureSummary;
import org.updateall.domain.retrieval.PluginHistory;
import org.updateall.domain.retrieval.PluginStatistics;

/** Keeps runs in memory, for tests: the plainest thing that keeps every promise of both ports. */
public final class InMemoryRunHistory implements RunHistory, HistoryQueries {

  private static final Comparator<Run> NEWEST_FIRST =
      Comparator.comparing(Run::startTime).thenComparing(Run::runId).reversed();
  private static final Comparator<ExecutionOutcome> OLDEST_FIRST =
      Comparator.comparing(ExecutionOutcome::startedAt)
          .thenComparing(ExecutionOutcome::executionId);

  private final Clock clock;
  private Map<RunId, Run> runs = new HashMap<>();

  public InMemoryRunHistory(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized RecordOutcome record(Run run) {
    return recordInto(runs, run, clock.instant());
  }

  @Override
  public synchronized RecordingSummary recordAll(Iterator<Run> all) {
    Map<RunId, Run> changed = new HashMap<>(runs);
    Map<RecordOutcome, Long> outcomes = new HashMap<>();
    long executionsAdded = 0;
    long executionsRemoved = 0;
    Instant now = clock.instant();
    while (all.hasNext()) {
      Run run = all.next();
      int known = Option.of(changed.get(run.runId())).map(Run::totalPlugins).getOrElse(0);
      RecordOutcome outcome = recordInto(changed, run, now);
      outcomes.merge(outcome, 1L, Long::sum);
      if (outcome != RecordOutcome.UNCHANGED) {
        executionsAdded += run.totalPlugins();
        executionsRemoved += known;
      }
    }
    HistoryCounts before = counts();
    runs = changed;
    return new RecordingSummary(
        outcomes.getOrDefault(RecordOutcome.ADDED, 0L),
        outcomes.getOrDefault(RecordOutcome.UPDATED, 0L),
        outcomes.getOrDefault(RecordOutcome.UNCHANGED, 0L),
        executionsAdded,
        executionsRemoved,
        before,
        counts());
  }

  @Override
  public synchronized Option<Run> find(RunId runId) {
    return Option.of(runs.get(runId));
  }

  @Override
  public synchronized Option<Run> revise(RunId runId, UnaryOperator<Run> change) {
    Run known = runs.get(runId);
    if (known == null) {
      return Option.none();
    }
    Run revised = change.apply(known);
    if (!revised.runId().equals(runId)) {
      throw new IllegalArgumentException(
          "run %s cannot become run %s".formatted(runId, revised.runId()));
    }
    recordInto(runs, revised, clock.instant());
    return find(runId);
  }

  @Override
  public synchronized HistoryCounts delete(Collection<RunId> runIds) {
    HistoryCounts before = counts();
    runs.keySet().removeAll(Set.copyOf(runIds));
    return before.minus(counts());
  }

  @Override
  public synchronized HistoryCounts deleteBefore(Instant time) {
    HistoryCounts before = counts();
    runs.values().removeIf(run -> run.startTime().isBefore(time));
    return before.minus(counts());
  }

  @Override
  public synchronized Option<PluginExecution> findExecution(ExecutionId executionId) {
    return Option.ofOptional(
        runs.values().stream()
            .sorted(NEWEST_FIRST)
            .flatMap(run -> run.executions().stream())
            .filter(execution -> execution.executionId().equals(executionId))
            .findFirst());
  }

  @Override
  public synchronized List<Run> recent(HistoryFilter filter, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit is negative: " + limit);
    }
    return runs.values().stream()
        .filter(filter::includes)
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void visit(HistoryFilter filter, Consumer<Run> visitor) {
    runs.values().stream()
        .filter(filter::includes)
        .sorted(NEWEST_FIRST.reversed())
        .forEach(visitor);
  }

  @Override
  public synchronized HistoryCounts counts() {
    return new HistoryCounts(
        runs.size(),
        executions().count(),
        executions().mapToLong(execution -> execution.steps().size()).sum(),
        executions().mapToLong(execution -> execution.estimates().size()).sum());
  }

  @Override
  public synchronized List<String> hosts() {
    return runs.values().stream().map(Run::hostname).distinct().sorted().toList();
  }

  @Override
  public synchronized List<PluginHistory> pluginHistories(HostScope host) {
    Map<PluginName, List<PlayedPart>> parts = partsByPlugin(host);
    return parts.entrySet().stream()
        .map(entry -> new PluginHistory(entry.getKey(), host, outcomes(entry.getValue())))
        .toList();
  }

  @Override
  public synchronized List<PluginStatistics> pluginStatistics(HostScope host) {
    return pluginHistories(host).stream().map(InMemoryRunHistory::statistics).toList();
  }

  private static RecordOutcome recordInto(Map<RunId, Run> runs, Run run, Instant now) {
    Run known = runs.get(run.runId());
    if (known == null) {
      runs.put(run.runId(), run.createdAt(now));
      return RecordOutcome.ADDED;
    }
    if (known.sameContentAs(run)) {
      return RecordOutcome.UNCHANGED;
    }
    runs.put(run.runId(), run.keepingCreationTimesOf(known).createdAt(now));
    return RecordOutcome.UPDATED;
  }

  private Stream<Run> runsOn(HostScope host) {
    return runs.values().stream().filter(run -> host.includes(run.hostname()));
  }

  private Stream<PluginExecution> executions() {
    return runs.values().stream().flatMap(run -> run.executions().stream());
  }

  /** An execution and the run that it is part of. */
  private record PlayedPart(Run run, PluginExecution execution) {}

  private Map<PluginName, List<PlayedPart>> partsByPlugin(HostScope host) {
    return runsOn(host)
        .flatMap(run -> run.executions().stream().map(part -> new PlayedPart(run, part)))
        .collect(groupingBy(part -> part.execution().pluginName(), TreeMap::new, toList()));
  }

  private static List<ExecutionOutcome> outcomes(List<PlayedPart> parts) {
    return parts.stream()
        .map(part -> ExecutionOutcome.of(part.run(), part.execution()))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  private static PluginStatistics statistics(PluginHistory history) {
    List<ExecutionOutcome> all = history.executions();
    return new PluginStatistics(
        history.plugin(),
        all.stream().collect(groupingBy(ExecutionOutcome::status, counting())),
        summary(all, ExecutionOutcome::wallClockSeconds),
        summary(all, ExecutionOutcome::cpuSeconds),
        summary(all, ExecutionOutcome::memoryPeakBytes),
        summary(all, ExecutionOutcome::downloadSizeBytes),
        all.stream().mapToLong(InMemoryRunHistory::packagesUpdated).sum(),
        all.get(0).startedAt(),
        all.get(all.size() - 1).startedAt());
  }

  private static long packagesUpdated(ExecutionOutcome outcome) {
    Integer packages = outcome.packagesUpdated();
    return packages == null ? 0 : packages;
  }

  private static @Nullable MeasureSummary summary(
      List<ExecutionOutcome> outcomes, Function<ExecutionOutcome, @Nullable Number> measure) {
    return MeasureSummary.of(
            outcomes.stream()
                .filter(outcome -> outcome.status() == ExecutionStatus.SUCCESS)
                .flatMap(outcome -> Stream.ofNullable(measure.apply(outcome)))
                .map(Number::doubleValue)
                .toList())
        .getOrNull();
  }
}
