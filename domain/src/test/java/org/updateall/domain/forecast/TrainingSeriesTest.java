package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Refusal;
import org.updateall.domain.history.RunId;
import org.updateall.domain.retrieval.Announcement;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.TrainingRow;
import org.updateall.domain.retrieval.TrainingTable;

class TrainingSeriesTest {

  private static final Instant FIRST = SeriesFixture.FIRST;
  private static final Announcement NOTHING_ANNOUNCED =
      new Announcement(null, null, null, null, null);

  private static Observation onDay(int day, double value) {
    return new Observation(FIRST.plus(Duration.ofDays(day)), value);
  }

  private static Observation atLeastOnDay(int day, double value) {
    return new Observation(FIRST.plus(Duration.ofDays(day)), value, Covariates.NONE, true);
  }

  private static TrainingSeries of(Observation... observations) {
    return new TrainingSeries(SeriesFixture.KEY, List.of(observations), 0);
  }

  private static ExecutionOutcome outcome(
      int day, ExecutionStatus status, @Nullable Double seconds) {
    return new ExecutionOutcome(
        new RunId(new UUID(1, day)),
        new ExecutionId(new UUID(0, day)),
        "atlas",
        FIRST.plus(Duration.ofDays(day)),
        status,
        seconds,
        null,
        300L,
        null,
        null,
        null,
        Coverage.WHOLE,
        null);
  }

  private static TrainingTable table(ExecutionOutcome... outcomes) {
    return new TrainingTable(
        new PluginName("apt"),
        Arrays.stream(outcomes).map(outcome -> row(outcome, NOTHING_ANNOUNCED)).toList());
  }

  private static TrainingRow row(ExecutionOutcome outcome, Announcement announced) {
    return TrainingRow.of(outcome, null, announced, ZoneOffset.UTC);
  }

  private static TrainingSeries series(TrainingTable table, Target target) {
    return TrainingSeries.of(table, HostScope.only("atlas"), target);
  }

  @ParameterizedTest
  @EnumSource
  void learnsFromSuccessesAndFromTimeLimitsAsLowerBounds(ExecutionStatus status) {
    List<Observation> learned =
        switch (status) {
          case SUCCESS -> List.of(onDay(0, 60), onDay(1, 61));
          case TIMEOUT -> List.of(onDay(0, 60), atLeastOnDay(1, 61));
          case PENDING, RUNNING, FAILED, SKIPPED -> List.of(onDay(0, 60));
        };

    assertEquals(
        new TrainingSeries(SeriesFixture.KEY, learned, 0),
        series(
            table(outcome(0, ExecutionStatus.SUCCESS, 60.0), outcome(1, status, 61.0)),
            Target.WALL_CLOCK));
  }

  @Test
  void countsSuccessesThatDidNotMeasureTheTarget() {
    TrainingTable table =
        table(
            outcome(0, ExecutionStatus.SUCCESS, 60.0),
            outcome(1, ExecutionStatus.SUCCESS, null),
            outcome(2, ExecutionStatus.FAILED, null),
            outcome(3, ExecutionStatus.SUCCESS, 0.0),
            outcome(4, ExecutionStatus.SUCCESS, null));

    TrainingSeries series = series(table, Target.WALL_CLOCK);

    assertEquals(List.of(onDay(0, 60), onDay(3, 0)), series.observations());
    assertEquals(2, series.missing());
    assertEquals(4, series(table, Target.CPU_TIME).missing());
  }

  @ParameterizedTest
  @EnumSource
  void isOfFailuresOnlyWhereNoAttemptEndedOtherwise(ExecutionStatus status) {
    List<Observation> failures =
        switch (status) {
          case SUCCESS, TIMEOUT -> List.of();
          case FAILED -> List.of(onDay(0, 2), onDay(2, 3), onDay(3, 61));
          case PENDING, RUNNING, SKIPPED -> List.of(onDay(0, 2), onDay(2, 3));
        };

    TrainingSeries series =
        TrainingSeries.ofFailures(
            table(
                outcome(0, ExecutionStatus.FAILED, 2.0),
                outcome(1, ExecutionStatus.FAILED, null),
                outcome(2, ExecutionStatus.FAILED, 3.0),
                outcome(3, status, 61.0)),
            HostScope.only("atlas"),
            Target.WALL_CLOCK);

    assertEquals(
        new TrainingSeries(SeriesFixture.KEY, failures, failures.isEmpty() ? 0 : 1), series);
  }

  @Test
  void isAboutOneTargetOfThePluginAndTheHost() {
    TrainingSeries series =
        series(table(outcome(0, ExecutionStatus.SUCCESS, 60.0)), Target.MEMORY_PEAK);

    assertEquals(
        new SeriesKey(new PluginName("apt"), HostScope.only("atlas"), Target.MEMORY_PEAK),
        series.key());
    assertArrayEquals(new double[] {300}, series.values());
  }

  @Test
  void takesWhatWasAnnouncedBeforeARunForItsCovariates() {
    Announcement both = new Announcement(5_000L, 1.0, 2.0, 3L, 14);
    Announcement packages = new Announcement(null, null, null, null, 3);
    TrainingSeries series =
        series(
            new TrainingTable(
                new PluginName("apt"),
                List.of(
                    row(outcome(0, ExecutionStatus.SUCCESS, 60.0), both),
                    row(outcome(1, ExecutionStatus.SUCCESS, 61.0), packages),
                    row(outcome(2, ExecutionStatus.SUCCESS, 62.0), NOTHING_ANNOUNCED))),
            Target.WALL_CLOCK);

    assertEquals(
        List.of(
            Covariates.of(Map.of("packages", 14.0, "download_bytes", 5_000.0)),
            Covariates.of("packages", 3),
            Covariates.NONE),
        series.observations().stream().map(Observation::known).toList());
    assertEquals(List.of("download_bytes", "packages"), series.covariates());
  }

  @Test
  void isEmptyWithoutHistory() {
    TrainingSeries series = series(table(), Target.WALL_CLOCK);

    assertEquals(0, series.size());
    assertEquals(0, series.missing());
    assertArrayEquals(new double[0], series.values());
  }

  @Test
  void givesItsValuesOldestFirst() {
    TrainingSeries series = SeriesFixture.of(60, 62.5, 61);

    assertEquals(3, series.size());
    assertArrayEquals(new double[] {60, 62.5, 61}, series.values());
  }

  @Test
  void refusesObservationsThatAreNotInTheOrderOfTime() {
    assertEquals(
        "observation 2 is before the one that precedes it",
        Refusal.of(() -> of(onDay(0, 60), onDay(2, 61), onDay(1, 62))));
  }

  @Test
  void takesObservationsOfTheSameInstant() {
    assertEquals(2, of(onDay(1, 60), onDay(1, 60)).size());
  }

  /** SHA-256 of microseconds and values, eight bytes each, by Python 3 struct and hashlib. */
  @Test
  void keepsItsFingerprintForEver() {
    assertEquals(
        "5c7692e3c8770ce6eb283d5ca593cd5cc07f9d4fa875c8e017a86427978dc36c",
        SeriesFixture.of(60, 62.5).fingerprint());
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        SeriesFixture.of().fingerprint());
  }

  @Test
  void changesItsFingerprintWithAnyObservation() {
    String fingerprint = of(onDay(0, 60), onDay(1, 62.5)).fingerprint();
    Observation aMicrosecondLater = new Observation(FIRST.plusNanos(1000), 60);

    assertEquals(fingerprint, of(onDay(0, 60), onDay(1, 62.5)).fingerprint());
    assertNotEquals(fingerprint, of(onDay(0, 60), onDay(1, Math.nextUp(62.5))).fingerprint());
    assertNotEquals(fingerprint, of(aMicrosecondLater, onDay(1, 62.5)).fingerprint());
    assertNotEquals(fingerprint, of(onDay(0, 60)).fingerprint());
    assertNotEquals(fingerprint, of(onDay(0, 62.5), onDay(1, 60)).fingerprint());
    assertNotEquals(fingerprint, of(onDay(0, 60), atLeastOnDay(1, 62.5)).fingerprint());
    assertNotEquals(
        of(new Observation(FIRST, 60, Covariates.of("packages", 3), false)).fingerprint(),
        of(new Observation(FIRST, 60, Covariates.of("packages", 4), false)).fingerprint());
  }

  @Test
  void tellsTimesFarFromTheEpochApart() {
    Instant last = Instant.parse("9999-12-31T23:59:59.999999Z");
    Instant first = Instant.parse("0001-01-01T00:00:00Z");

    assertNotEquals(
        of(new Observation(last, 1)).fingerprint(),
        of(new Observation(last.minusNanos(1000), 1)).fingerprint());
    assertNotEquals(
        of(new Observation(first, 1)).fingerprint(),
        of(new Observation(first.plusNanos(1000), 1)).fingerprint());
  }

  @Test
  void isNotChangedThroughTheListItWasMadeOf() {
    List<Observation> observations = new ArrayList<>(List.of(onDay(0, 60)));
    TrainingSeries series = new TrainingSeries(SeriesFixture.KEY, observations, 0);
    observations.clear();

    assertEquals(1, series.size());
    assertThrows(UnsupportedOperationException.class, () -> series.observations().clear());
  }
}
