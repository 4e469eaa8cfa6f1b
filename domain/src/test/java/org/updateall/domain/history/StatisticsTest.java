package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  private static final double TOLERANCE = 1e-12;

  /** By hand: linear between order statistics, which R calls type 7; divisor n - 1. */
  @Test
  void summarisesValuesInAnyOrder() {
    MeasureSummary summary = MeasureSummary.of(List.of(40.0, 10.0, 30.0, 20.0)).get();

    assertEquals(4, summary.count());
    assertEquals(25, summary.mean(), TOLERANCE);
    assertEquals(25, summary.median(), TOLERANCE);
    assertEquals(38.5, summary.percentile95(), TOLERANCE);
    assertEquals(
        12.909944487358056,
        Option.of(summary.standardDeviation()).getOrElse(Double.NaN),
        TOLERANCE);
  }

  @Test
  void oneValueIsItsOwnSummaryWithoutDeviation() {
    assertEquals(
        Option.some(new MeasureSummary(1, 7, 7, 7, null)), MeasureSummary.of(List.of(7.0)));
  }

  @Test
  void equalValuesDeviateByNothing() {
    assertEquals(
        Option.some(new MeasureSummary(3, 7, 7, 7, 0.0)),
        MeasureSummary.of(Collections.nCopies(3, 7.0)));
  }

  @Test
  void nothingHasNoSummary() {
    assertEquals(Option.none(), MeasureSummary.of(List.of()));
  }

  @Test
  void theSuccessRateIsThatOfFinishedAttempts() {
    Map<ExecutionStatus, Long> counts = new EnumMap<>(ExecutionStatus.class);
    counts.put(ExecutionStatus.SUCCESS, 3L);
    counts.put(ExecutionStatus.FAILED, 2L);
    counts.put(ExecutionStatus.TIMEOUT, 1L);
    counts.put(ExecutionStatus.RUNNING, 10L);
    counts.put(ExecutionStatus.SKIPPED, 20L);
    counts.put(ExecutionStatus.PENDING, 30L);
    PluginStatistics statistics = statistics(counts);

    assertEquals(66, statistics.executions());
    assertEquals(Option.some(0.5), statistics.successRate());
    counts.clear();
    assertEquals(66, statistics.executions());
  }

  @Test
  void thereIsNoSuccessRateBeforeTheFirstFinishedAttempt() {
    assertEquals(Option.none(), statistics(Map.of(ExecutionStatus.RUNNING, 1L)).successRate());
    assertEquals(Option.some(0.0), statistics(Map.of(ExecutionStatus.FAILED, 1L)).successRate());
  }

  @Test
  void aRecordingTotalsItsRuns() {
    assertEquals(6, new RecordingSummary(1, 2, 3, HistoryCounts.NONE, HistoryCounts.NONE).total());
  }

  @Test
  void quarantineNeedsAReason() {
    assertThrows(
        IllegalArgumentException.class, () -> new QuarantinedRecord(1, 1, null, List.of()));
    QuarantinedRecord record = new QuarantinedRecord(1, 2, null, List.of("no start"));
    assertEquals(List.of("no start"), record.reasons());
    assertNull(record.id());
  }

  @Test
  void anUnavailableHistoryTellsItsCause() {
    IllegalStateException cause = new IllegalStateException();

    assertEquals(cause, new HistoryUnavailable("x", cause).getCause());
    assertEquals("x", new HistoryUnavailable("x").getMessage());
  }

  private static PluginStatistics statistics(Map<ExecutionStatus, Long> counts) {
    return new PluginStatistics(
        new PluginName("apt"), counts, null, null, null, null, 0, Instant.EPOCH, Instant.EPOCH);
  }
}
