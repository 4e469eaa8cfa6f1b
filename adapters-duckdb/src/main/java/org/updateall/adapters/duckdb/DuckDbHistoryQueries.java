package org.updateall.adapters.duckdb;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.Activity;
import org.updateall.domain.retrieval.ActivityTally;
import org.updateall.domain.retrieval.Announcement;
import org.updateall.domain.retrieval.AnnouncementAccuracy;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.Period;
import org.updateall.domain.retrieval.PeriodActivity;
import org.updateall.domain.retrieval.PeriodLength;
import org.updateall.domain.retrieval.PluginStatistics;
import org.updateall.domain.retrieval.RecentExecution;
import org.updateall.domain.retrieval.SeriesPoint;
import org.updateall.domain.retrieval.TrainingRow;
import org.updateall.domain.retrieval.TrainingTable;

/**
 * Answers from the runs in DuckDB. Names are sorted here, as Java sorts them, not as SQL does; and
 * instants are put into periods here, by the zones that Java knows: DuckDB's own depend on the
 * session's zone and on another edition of the zones.
 */
final class DuckDbHistoryQueries implements HistoryQueries {

  private final DuckDbStore store;

  @Inject
  DuckDbHistoryQueries(DuckDbStore store) {
    this.store = store;
  }

  @Override
  public List<String> hosts() {
    return read(List.of(), handle -> OutcomeQueries.hosts(handle).stream().sorted().toList());
  }

  @Override
  public List<PluginStatistics> pluginStatistics(HistoryFilter filter) {
    return ask(
        List.of(), queries -> StatisticsRow.statistics(queries.statistics(FilterRow.of(filter))));
  }

  @Override
  public Activity activity(HistoryFilter filter) {
    return ask(new ActivityTally().activity(), queries -> activity(queries, FilterRow.of(filter)));
  }

  @Override
  public List<PeriodActivity> activityByPeriod(
      HistoryFilter filter, PeriodLength length, ZoneId zone) {
    return ask(List.of(), queries -> activityByPeriod(queries, FilterRow.of(filter), length, zone));
  }

  @Override
  public List<RecentExecution> recentExecutions(HistoryFilter filter, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit is negative: " + limit);
    }
    return ask(
        List.of(),
        queries ->
            queries.recent(FilterRow.of(filter), limit).stream()
                .map(RecentRow::toExecution)
                .toList());
  }

  @Override
  public List<SeriesPoint> executionSeries(HistoryFilter filter, Measure measure) {
    return ask(
        List.of(),
        queries -> points(queries.executionSeries(FilterRow.of(filter), measure.wireName())));
  }

  @Override
  public List<SeriesPoint> stepSeries(
      HistoryFilter filter, Measure measure, @Nullable String stepName) {
    return ask(
        List.of(),
        queries -> points(queries.stepSeries(FilterRow.of(filter), measure.wireName(), stepName)));
  }

  @Override
  public List<AnnouncementAccuracy> announcementAccuracy(HistoryFilter filter) {
    return ask(
        List.of(),
        queries ->
            AnnouncementAccuracy.of(
                queries.announcedPairs(FilterRow.of(filter)).stream()
                    .map(PairRow::toPair)
                    .toList()));
  }

  @Override
  public List<TrainingTable> trainingTables(HistoryFilter filter, ZoneId zone) {
    return read(List.of(), handle -> trainingTables(handle, FilterRow.of(filter), zone));
  }

  private <T> T ask(T ifAbsent, Function<OutcomeQueries, T> question) {
    return store.read(
        ifAbsent,
        handle -> {
          OutcomeQueries queries = handle.attach(OutcomeQueries.class);
          return DamagedRow.unless(() -> question.apply(queries));
        });
  }

  /** For questions that need no interface made ready. */
  private <T> T read(T ifAbsent, Function<Handle, T> question) {
    return store.read(ifAbsent, handle -> DamagedRow.unless(() -> question.apply(handle)));
  }

  private static List<PeriodActivity> activityByPeriod(
      OutcomeQueries queries, FilterRow filter, PeriodLength length, ZoneId zone) {
    Map<Period, ActivityTally> tallies = new TreeMap<>();
    Function<Instant, ActivityTally> tallyOf =
        time -> tallies.computeIfAbsent(length.periodOf(time, zone), period -> new ActivityTally());
    queries.runStarts(filter).forEach(start -> tallyOf.apply(start).addRun());
    for (OutcomeRow row : queries.outcomes(filter)) {
      tallyOf.apply(row.startedAt()).add(row.plugin(), row.toOutcome());
    }
    return tallies.entrySet().stream()
        .map(period -> new PeriodActivity(period.getKey(), period.getValue().activity()))
        .toList();
  }

  private static Activity activity(OutcomeQueries queries, FilterRow filter) {
    return ActivityRow.activity(
        queries.activity(filter), queries.runs(filter), queries.plugins(filter));
  }

  private static List<SeriesPoint> points(List<PointRow> rows) {
    return rows.stream().map(PointRow::toPoint).toList();
  }

  private static List<TrainingTable> trainingTables(Handle handle, FilterRow filter, ZoneId zone) {
    Map<ExecutionKey, Announcement> announced =
        announcements(OutcomeQueries.estimates(handle, filter));
    Announcement nothing = Announcement.of(List.of());
    Map<PluginName, List<TrainingRow>> rows =
        OutcomeQueries.learning(handle, filter).stream()
            .collect(
                groupingBy(
                    row -> row.outcome().plugin(),
                    TreeMap::new,
                    mapping(
                        row -> row.toTrainingRow(announced.getOrDefault(row.key(), nothing), zone),
                        toList())));
    return rows.entrySet().stream()
        .map(plugin -> new TrainingTable(plugin.getKey(), plugin.getValue()))
        .toList();
  }

  private static Map<ExecutionKey, Announcement> announcements(List<EstimateRow> rows) {
    return rows.stream()
        .collect(
            groupingBy(
                EstimateRow::key,
                collectingAndThen(
                    mapping(DuckDbHistoryQueries::estimate, toList()), Announcement::of)));
  }

  /** Its execution is known by the key; the identity that it would have is of no matter here. */
  private static Estimate estimate(EstimateRow row) {
    return row.toEstimate(row.runId());
  }
}
