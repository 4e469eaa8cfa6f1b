package org.updateall.adapters.duckdb;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.retrieval.Announcement;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.TrainingRow;

/** A row of exported training data; the components are its columns, in their order. */
record TrainingRecord(
    Instant timestamp,
    String hostname,
    @Nullable Double timeSinceLastRun,
    @Nullable Integer packagesTotal,
    @Nullable Integer packagesToUpdate,
    @Nullable Long downloadSizeEstimated,
    @Nullable Double cpuTimeEstimated,
    @Nullable Double wallClockEstimated,
    @Nullable Long memoryEstimated,
    int dayOfWeek,
    int hourOfDay,
    boolean isWeekend,
    @Nullable Long downloadSizeActual,
    @Nullable Double cpuTimeActual,
    @Nullable Double wallClockActual,
    @Nullable Long memoryPeakActual,
    String status) {

  static final ExportTable<TrainingRecord> TABLE =
      new ExportTable<>("training", TrainingRecord.class);

  static TrainingRecord of(TrainingRow row) {
    ExecutionOutcome outcome = row.outcome();
    Announcement announced = row.announced();
    return new TrainingRecord(
        outcome.startedAt(),
        outcome.hostname(),
        row.secondsSincePrevious(),
        outcome.packagesTotal(),
        announced.packages(),
        announced.downloadBytes(),
        announced.cpuSeconds(),
        announced.wallClockSeconds(),
        announced.memoryBytes(),
        row.dayOfWeek(),
        row.hourOfDay(),
        row.isWeekend(),
        outcome.downloadSizeBytes(),
        outcome.cpuSeconds(),
        outcome.wallClockSeconds(),
        outcome.memoryPeakBytes(),
        outcome.status().wireName());
  }
}
