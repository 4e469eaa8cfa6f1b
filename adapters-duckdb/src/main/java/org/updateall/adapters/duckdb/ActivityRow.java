package org.updateall.adapters.duckdb;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.retrieval.Activity;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.MeasureTotal;

/** The executions that ended one way, all plugins together, in one measure. */
record ActivityRow(
    String status,
    long executions,
    long packagesUpdated,
    String measure,
    long count,
    double sum,
    @Nullable Double maximum) {

  /** What these rows, of which each status has one per measure, come to together. */
  static Activity activity(List<ActivityRow> rows, long runs, long plugins) {
    Map<ExecutionStatus, ActivityRow> statuses =
        rows.stream()
            .collect(
                toMap(row -> StoredWords.status(row.status()), row -> row, (one, other) -> one));
    return new Activity(
        runs,
        statuses.entrySet().stream()
            .collect(toMap(Map.Entry::getKey, status -> status.getValue().executions())),
        total(rows, Measure.WALL_CLOCK),
        total(rows, Measure.CPU_TIME),
        total(rows, Measure.MEMORY_PEAK),
        total(rows, Measure.DOWNLOAD_SIZE),
        statuses.values().stream().mapToLong(ActivityRow::packagesUpdated).sum(),
        plugins);
  }

  private static MeasureTotal total(List<ActivityRow> rows, Measure measure) {
    return rows.stream()
        .filter(row -> row.measure().equals(measure.wireName()))
        .map(row -> new MeasureTotal(row.count(), row.sum(), row.maximum()))
        .reduce(MeasureTotal.NONE, MeasureTotal::plus);
  }
}
