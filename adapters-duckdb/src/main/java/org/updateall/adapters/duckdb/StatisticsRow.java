package org.updateall.adapters.duckdb;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.MeasureSummary;
import org.updateall.domain.retrieval.PluginStatistics;

/**
 * The executions of a plugin that ended one way: how many, when, and how one measure of theirs is
 * distributed, if {@code count} of them measured it.
 */
record StatisticsRow(
    String pluginName,
    String status,
    long executions,
    Instant first,
    Instant last,
    long packagesUpdated,
    String measure,
    long count,
    @Nullable Double minimum,
    @Nullable Double maximum,
    @Nullable Double sum,
    @Nullable Double median,
    @Nullable Double percentile95,
    @Nullable Double standardDeviation) {

  /**
   * The statistics of every plugin in these rows, of which each status of it has one per measure.
   */
  static List<PluginStatistics> statistics(List<StatisticsRow> rows) {
    return rows.stream()
        .collect(groupingBy(row -> new PluginName(row.pluginName()), TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(plugin -> statistics(plugin.getKey(), plugin.getValue()))
        .toList();
  }

  private static PluginStatistics statistics(PluginName plugin, List<StatisticsRow> rows) {
    Map<ExecutionStatus, StatisticsRow> statuses =
        rows.stream()
            .collect(
                toMap(row -> StoredWords.status(row.status()), row -> row, (one, other) -> one));
    Map<String, StatisticsRow> successes =
        rows.stream()
            .filter(row -> row.status().equals(ExecutionStatus.SUCCESS.wireName()))
            .collect(toMap(StatisticsRow::measure, row -> row));
    return new PluginStatistics(
        plugin,
        statuses.entrySet().stream()
            .collect(toMap(Map.Entry::getKey, status -> status.getValue().executions())),
        summary(successes, Measure.WALL_CLOCK),
        summary(successes, Measure.CPU_TIME),
        summary(successes, Measure.MEMORY_PEAK),
        summary(successes, Measure.DOWNLOAD_SIZE),
        statuses.values().stream().mapToLong(StatisticsRow::packagesUpdated).sum(),
        statuses.values().stream().map(StatisticsRow::first).min(naturalOrder()).orElseThrow(),
        statuses.values().stream().map(StatisticsRow::last).max(naturalOrder()).orElseThrow());
  }

  private static @Nullable MeasureSummary summary(
      Map<String, StatisticsRow> successes, Measure measure) {
    StatisticsRow row = successes.get(measure.wireName());
    return row == null ? null : row.summary();
  }

  private @Nullable MeasureSummary summary() {
    return minimum == null
            || maximum == null
            || sum == null
            || median == null
            || percentile95 == null
        ? null
        : new MeasureSummary(count, minimum, maximum, sum, median, percentile95, standardDeviation);
  }
}
