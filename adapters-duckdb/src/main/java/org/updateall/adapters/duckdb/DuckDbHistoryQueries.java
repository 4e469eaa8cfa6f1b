package org.updateall.adapters.duckdb;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.duckdb.OutcomeQueries.Extent;
import org.updateall.adapters.duckdb.OutcomeQueries.StatusCount;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.Activity;
import org.updateall.domain.retrieval.AnnouncementAccuracy;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.MeasureSummary;
import org.updateall.domain.retrieval.PeriodActivity;
import org.updateall.domain.retrieval.PeriodDistribution;
import org.updateall.domain.retrieval.PeriodLength;
import org.updateall.domain.retrieval.PluginHistory;
import org.updateall.domain.retrieval.PluginStatistics;
import org.updateall.domain.retrieval.RecentExecution;
import org.updateall.domain.retrieval.ScannedHistory;
import org.updateall.domain.retrieval.SeriesPoint;
import org.updateall.domain.retrieval.TrainingTable;

/** Answers from the runs in DuckDB. Names are sorted here, as Java sorts them, not as SQL does. */
final class DuckDbHistoryQueries implements HistoryQueries {

  private final DuckDbStore store;

  @Inject
  DuckDbHistoryQueries(DuckDbStore store) {
    this.store = store;
  }

  @Override
  public List<String> hosts() {
    return store.read(
        List.of(),
        handle -> handle.attach(OutcomeQueries.class).hosts().stream().sorted().toList());
  }

  @Override
  public List<PluginHistory> pluginHistories(HostScope host) {
    return store.read(
        List.of(),
        handle -> DamagedRow.unless(() -> histories(handle.attach(OutcomeQueries.class), host)));
  }

  @Override
  public List<PluginStatistics> pluginStatistics(HistoryFilter filter) {
    return filter.equals(HistoryFilter.everything().on(filter.host()))
        ? store.read(
            List.of(),
            handle ->
                DamagedRow.unless(
                    () -> statistics(handle.attach(OutcomeQueries.class), filter.host())))
        : scanned().pluginStatistics(filter);
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
  public List<PeriodDistribution> distributionByPeriod(
      HistoryFilter filter, Measure measure, PeriodLength length, ZoneId zone) {
    return scanned().distributionByPeriod(filter, measure, length, zone);
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

  private ScannedHistory scanned() {
    return new ScannedHistory(
        visitor ->
            store.read(
                0L,
                handle ->
                    new RunPages(handle.attach(RunTables.class))
                        .visit(HistoryFilter.everything(), visitor)));
  }

  private static List<PluginHistory> histories(OutcomeQueries queries, HostScope host) {
    Map<PluginName, List<ExecutionOutcome>> outcomes =
        queries.outcomes(host.hostname()).stream()
            .collect(
                groupingBy(
                    row -> new PluginName(row.pluginName()),
                    TreeMap::new,
                    mapping(OutcomeRow::toOutcome, toList())));
    return outcomes.entrySet().stream()
        .map(entry -> new PluginHistory(entry.getKey(), host, entry.getValue()))
        .toList();
  }

  private static List<PluginStatistics> statistics(OutcomeQueries queries, HostScope host) {
    String hostname = host.hostname();
    Map<String, Map<ExecutionStatus, Long>> statuses =
        queries.statusCounts(hostname).stream()
            .collect(
                groupingBy(
                    StatusCount::pluginName,
                    toMap(row -> StoredWords.status(row.status()), StatusCount::executions)));
    Map<String, Map<String, MeasureSummary>> measures =
        queries.measures(hostname).stream()
            .collect(
                groupingBy(
                    OutcomeQueries.Measure::pluginName,
                    toMap(OutcomeQueries.Measure::measure, OutcomeQueries.Measure::toSummary)));
    return queries.extents(hostname).stream()
        .map(
            extent ->
                statistics(
                    extent,
                    statuses.getOrDefault(extent.pluginName(), Map.of()),
                    measures.getOrDefault(extent.pluginName(), Map.of())))
        .sorted(Comparator.comparing(PluginStatistics::plugin))
        .toList();
  }

  private static PluginStatistics statistics(
      Extent extent, Map<ExecutionStatus, Long> statuses, Map<String, MeasureSummary> measures) {
    return new PluginStatistics(
        new PluginName(extent.pluginName()),
        statuses,
        measures.get("wall_clock"),
        measures.get("cpu"),
        measures.get("memory_peak"),
        measures.get("download_size"),
        extent.packagesUpdated(),
        extent.first(),
        extent.last());
  }
}
