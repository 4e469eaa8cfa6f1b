package org.updateall.domain.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.StepPhase;

/** What the answers of the queries refuse, and work out by themselves. */
class RetrievalRecordsTest {

  private static final Instant NOON = Runs.NOON;
  private static final Announcement NOTHING = Announcement.of(List.of());

  @Test
  void aPeriodEndsAfterItsStart() {
    assertThrows(IllegalArgumentException.class, () -> new Period(NOON, NOON));
    Period period = new Period(NOON, NOON.plusSeconds(1));
    assertTrue(period.includes(NOON));
    assertFalse(period.includes(NOON.plusSeconds(1)));
    assertFalse(period.includes(NOON.minusNanos(1)));
    assertTrue(period.compareTo(new Period(NOON, NOON.plusSeconds(2))) < 0);
    assertTrue(period.compareTo(new Period(NOON.minusSeconds(1), NOON)) > 0);
  }

  @Test
  void aTotalOfNothingHasNeitherMeanNorMaximum() {
    assertNull(MeasureTotal.NONE.mean());
    assertNull(MeasureTotal.NONE.plus(MeasureTotal.NONE).maximum());
    assertThrows(IllegalArgumentException.class, () -> new MeasureTotal(0, 0, 1.0));
    assertThrows(IllegalArgumentException.class, () -> new MeasureTotal(1, 1, null));
  }

  @Test
  void totalsAddUpInEitherOrder() {
    MeasureTotal one = new MeasureTotal(2, 5, 3.0);

    assertEquals(one, one.plus(MeasureTotal.NONE));
    assertEquals(one, MeasureTotal.NONE.plus(one));
    assertEquals(new MeasureTotal(3, 9, 4.0), one.plus(new MeasureTotal(1, 4, 4.0)));
    assertEquals(2.5, one.mean());
  }

  @Test
  void aSummaryIsOfAtLeastOneValue() {
    assertThrows(IllegalArgumentException.class, () -> new MeasureSummary(0, 0, 0, 0, 0, 0, null));
  }

  @Test
  void statisticsAreOfAtLeastOneExecution() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PluginStatistics.of(new PluginName("apt"), List.of()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aPointIsAFiniteNumber(double value) {
    Run run = Runs.complete();

    assertThrows(
        IllegalArgumentException.class,
        () ->
            new SeriesPoint(
                NOON,
                run.runId(),
                run.executions().get(0).executionId(),
                new PluginName("apt"),
                "atlas",
                ExecutionStatus.SUCCESS,
                null,
                value));
  }

  @ParameterizedTest
  @EnumSource
  void measuresAreKnownByTheNamesOfTheirUnits(Measure measure) {
    String unit =
        switch (measure.unit()) {
          case SECONDS -> "_seconds";
          case BYTES -> "_bytes";
          case OPERATIONS -> "_operations";
          case BYTES_PER_SECOND -> "_bytes_per_second";
        };
    assertTrue(measure.wireName().endsWith(unit), measure.wireName());
    assertEquals(
        1,
        Arrays.stream(Measure.values())
            .filter(each -> each.wireName().equals(measure.wireName()))
            .count());
  }

  @ParameterizedTest
  @EnumSource
  void announcedMeasuresAreFoundByTheirName(AnnouncedMeasure measure) {
    assertEquals(Option.some(measure), AnnouncedMeasure.fromWireName(measure.wireName()));
    assertEquals(Option.none(), AnnouncedMeasure.fromWireName("splendid"));
  }

  @Test
  void announcedDownloadsAddUpToNoMoreThanCanBeCounted() {
    Estimate download =
        Runs.announcement(0, StepPhase.DOWNLOAD).downloadBytes(Long.MAX_VALUE).build();
    Estimate execute = Runs.announcement(1, StepPhase.EXECUTE).downloadBytes(1).build();

    assertEquals(Long.MAX_VALUE, Announcement.of(List.of(download, execute)).downloadBytes());
  }

  @Test
  void theLastAnnouncementIsThatOfTheGreatestOrdinalInAnyOrder() {
    Estimate early = Runs.announcement(1, StepPhase.CHECK).packages(1).build();
    Estimate late = Runs.announcement(2, StepPhase.CHECK).packages(2).build();

    assertEquals(2, Announcement.of(List.of(late, early)).packages());
    assertEquals(2, Announcement.of(List.of(early, late)).packages());
  }

  @Test
  void aTrainingRowHasADayAnHourAndNoNegativeTime() {
    Run run = Runs.complete();
    ExecutionOutcome outcome = ExecutionOutcome.of(run, run.executions().get(0));

    assertThrows(
        IllegalArgumentException.class, () -> new TrainingRow(outcome, null, NOTHING, 7, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new TrainingRow(outcome, null, NOTHING, -1, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new TrainingRow(outcome, null, NOTHING, 0, 24));
    assertThrows(
        IllegalArgumentException.class, () -> new TrainingRow(outcome, -0.5, NOTHING, 0, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new TrainingRow(outcome, Double.NaN, NOTHING, 0, 0));
    assertEquals(
        1.000002,
        TrainingRow.of(outcome, run.startTime().minusNanos(1000), NOTHING, ZoneOffset.UTC)
            .secondsSincePrevious());
  }

  @Test
  void anActivityCountsExecutionsOfEveryStatus() {
    Activity activity =
        new Activity(
            1,
            Map.of(ExecutionStatus.SUCCESS, 3L, ExecutionStatus.SKIPPED, 2L),
            MeasureTotal.NONE,
            MeasureTotal.NONE,
            MeasureTotal.NONE,
            MeasureTotal.NONE,
            0,
            1);

    assertEquals(5, activity.executions());
    assertEquals(Option.some(1.0), activity.successRate());
  }

  @Test
  void whatTheSourceOfRunsThrowsIsPassedOn() {
    IllegalStateException broken = new IllegalStateException("broken");
    ScannedHistory history =
        new ScannedHistory(
            visitor -> {
              visitor.accept(Runs.complete());
              throw broken;
            });

    assertEquals(broken, assertThrows(IllegalStateException.class, history::hosts));
  }
}
