package org.updateall.domain.history;

import io.vavr.control.Option;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.retrieval.Activity;
import org.updateall.domain.retrieval.AnnouncementAccuracy;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.PeriodActivity;
import org.updateall.domain.retrieval.PeriodLength;
import org.updateall.domain.retrieval.PluginStatistics;
import org.updateall.domain.retrieval.RecentExecution;
import org.updateall.domain.retrieval.ScannedHistory;
import org.updateall.domain.retrieval.SeriesPoint;
import org.updateall.domain.retrieval.TrainingTable;

/** Keeps runs in memory, for tests: the plainest thing that keeps every promise of both ports. */
public final class InMemoryRunHistory implements RunHistory, HistoryQueries {

  private static final Comparator<Run> NEWEST_FIRST =
      Comparator.comparing(Run::startTime).thenComparing(Run::runId).reversed();
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
    RecordingTally tally = new RecordingTally(counts());
    Instant now = clock.instant();
    while (all.hasNext()) {
      Run run = all.next();
      int known = Option.of(changed.get(run.runId())).map(Run::totalPlugins).getOrElse(0);
      tally.add(recordInto(changed, run, now), run.totalPlugins(), known);
    }
    runs = changed;
    return tally.summary(counts());
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
    recordInto(runs, known.revised(change), clock.instant());
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
    return runs.values().stream()
        .map(HistoryCounts::of)
        .reduce(HistoryCounts.NONE, HistoryCounts::plus);
  }

  @Override
  public List<String> hosts() {
    return scanned().hosts();
  }

  @Override
  public List<PluginStatistics> pluginStatistics(HistoryFilter filter) {
    return scanned().pluginStatistics(filter);
  }

  @Override
  public Activity activity(HistoryFilter filter) {
    return scanned().activity(filter);
  }

  @Override
  public List<PeriodActivity> activityByPeriod(
      HistoryFilter filter, PeriodLength length, ZoneId zone) {
    return scanned().activityByPeriod(filter, length, zone);
  }

  @Override
  public List<RecentExecution> recentExecutions(HistoryFilter filter, int limit) {
    return scanned().recentExecutions(filter, limit);
  }

  @Override
  public List<SeriesPoint> executionSeries(HistoryFilter filter, Measure measure) {
    return scanned().executionSeries(filter, measure);
  }

  @Override
  public List<SeriesPoint> stepSeries(
      HistoryFilter filter, Measure measure, @Nullable String stepName) {
    return scanned().stepSeries(filter, measure, stepName);
  }

  @Override
  public List<AnnouncementAccuracy> announcementAccuracy(HistoryFilter filter) {
    return scanned().announcementAccuracy(filter);
  }

  @Override
  public List<TrainingTable> trainingTables(HistoryFilter filter, ZoneId zone) {
    return scanned().trainingTables(filter, zone);
  }

  private synchronized ScannedHistory scanned() {
    return new ScannedHistory(List.copyOf(runs.values())::forEach);
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
}
