package org.updateall.adapters.duckdb;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.updateall.adapters.duckdb.OutcomeQueries.Extent;
import org.updateall.adapters.duckdb.OutcomeQueries.Measure;
import org.updateall.adapters.duckdb.OutcomeQueries.StatusCount;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.MeasureSummary;
import org.updateall.domain.retrieval.PluginHistory;
import org.updateall.domain.retrieval.PluginStatistics;

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
  public List<PluginStatistics> pluginStatistics(HostScope host) {
    return store.read(
        List.of(),
        handle -> DamagedRow.unless(() -> statistics(handle.attach(OutcomeQueries.class), host)));
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
            .collect(groupingBy(Measure::pluginName, toMap(Measure::measure, Measure::toSummary)));
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
