package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionOutcome;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginHistory;
import org.updateall.domain.history.PluginName;

class TrainingSeriesTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final PluginName APT = new PluginName("apt");
  private static final SeriesKey KEY = new SeriesKey(APT, HostScope.everyHost(), Target.WALL_CLOCK);

  @Test
  void learnsFromSuccessfulExecutionsThatMeasuredTheTarget() {
    PluginHistory history =
        history(
            outcome(0, ExecutionStatus.SUCCESS, 10.0),
            outcome(1, ExecutionStatus.FAILED, 999.0),
            outcome(2, ExecutionStatus.SUCCESS, null),
            outcome(3, ExecutionStatus.TIMEOUT, null),
            outcome(4, ExecutionStatus.SUCCESS, 20.0));

    TrainingSeries series = TrainingSeries.of(history, Target.WALL_CLOCK);

    assertEquals(KEY, series.key());
    assertArrayEquals(new double[] {10, 20}, series.values());
    assertEquals(NOON.plusSeconds(4), series.observations().get(1).time());
    assertEquals(1, series.missing());
    assertEquals(2, series.size());
  }

  @Test
  void eachTargetHasItsOwnFigures() {
    PluginHistory history = history(outcome(0, ExecutionStatus.SUCCESS, 10.0));

    assertArrayEquals(new double[] {10}, TrainingSeries.of(history, Target.WALL_CLOCK).values());
    assertArrayEquals(new double[] {2.5}, TrainingSeries.of(history, Target.CPU_TIME).values());
    assertArrayEquals(new double[] {300}, TrainingSeries.of(history, Target.MEMORY_PEAK).values());
    assertEquals(1, TrainingSeries.of(history, Target.DOWNLOAD_SIZE).missing());
    assertNull(Target.DOWNLOAD_SIZE.measuredIn(history.executions().get(0)));
  }

  @Test
  void mayHaveObservationsOfOneInstantButNoneOutOfOrder() {
    assertEquals(2, series(observation(1, 5), observation(1, 5)).size());
    assertThrows(
        IllegalArgumentException.class, () -> series(observation(2, 5), observation(1, 5)));
  }

  /** SHA-256 of big-endian microseconds and IEEE 754 bits, computed apart. */
  @Test
  void itsFingerprintIsTheSameForEver() {
    assertEquals(
        "fce533f4501cdfd56156c34f85aebe44bd7a26ed5bea2cd0e21ae8ca2d5043e5",
        series(observation(0, 1.5), new Observation(NOON.plusNanos(1000), 0)).fingerprint());
  }

  @Test
  void itsFingerprintChangesWithAnyObservation() {
    Set<String> fingerprints =
        Set.of(
            series().fingerprint(),
            series(observation(1, 5)).fingerprint(),
            series(observation(1, 6)).fingerprint(),
            series(observation(2, 5)).fingerprint(),
            series(observation(1, 5), observation(1, 5)).fingerprint(),
            series(new Observation(NOON.plusNanos(1_000_001_000), 5)).fingerprint());

    assertEquals(6, fingerprints.size());
    assertEquals(series(observation(1, 5)).fingerprint(), series(observation(1, 5)).fingerprint());
    assertNotEquals(
        series(new Observation(Instant.parse("0001-01-01T00:00:00Z"), 1)).fingerprint(),
        series(new Observation(Instant.parse("9999-12-31T00:00:00Z"), 1)).fingerprint());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesAnObservationThatCannotBe(double value) {
    assertThrows(IllegalArgumentException.class, () -> new Observation(NOON, value));
  }

  @ParameterizedTest
  @EnumSource
  void aTargetIsFoundByItsWireName(Target target) {
    assertEquals(Option.some(target), Target.fromWireName(target.wireName()));
    assertEquals(Option.none(), Target.fromWireName(target.name()));
  }

  @Test
  void targetsHaveTheirUnitsAndCombineAsResourcesDo() {
    assertEquals(Target.Unit.SECONDS, Target.WALL_CLOCK.unit());
    assertEquals(Target.Unit.SECONDS, Target.CPU_TIME.unit());
    assertEquals(Target.Unit.BYTES, Target.MEMORY_PEAK.unit());
    assertEquals(Target.Unit.BYTES, Target.DOWNLOAD_SIZE.unit());
    assertEquals(Target.Combination.MAXIMUM, Target.MEMORY_PEAK.combination());
    assertEquals(Target.Combination.SUM, Target.DOWNLOAD_SIZE.combination());
  }

  @Test
  void optionsThatMayGiveDifferentModelsHaveDifferentSignatures() {
    assertEquals(
        "family=auto;min=10;lookback=all;outliers=keep;log=false",
        TrainingOptions.defaults().signature());
    assertEquals(
        "family=trees;min=5;lookback=PT24H;outliers=3.0;log=true",
        new TrainingOptions("trees", 5, Duration.ofDays(1), 3.0, true).signature());
  }

  @Test
  void optionsRefuseLimitsThatAreNotAboveZero() {
    assertThrows(IllegalArgumentException.class, () -> options(0, null, null));
    assertThrows(IllegalArgumentException.class, () -> options(1, Duration.ZERO, null));
    assertThrows(IllegalArgumentException.class, () -> options(1, Duration.ofDays(-1), null));
    assertThrows(IllegalArgumentException.class, () -> options(1, null, 0.0));
    assertThrows(IllegalArgumentException.class, () -> options(1, null, Double.NaN));
  }

  private static TrainingOptions options(
      int min, @Nullable Duration lookback, @Nullable Double outliers) {
    return new TrainingOptions(null, min, lookback, outliers, false);
  }

  private static TrainingSeries series(Observation... observations) {
    return new TrainingSeries(KEY, List.of(observations), 0);
  }

  private static Observation observation(int second, double value) {
    return new Observation(NOON.plusSeconds(second), value);
  }

  private static PluginHistory history(ExecutionOutcome... outcomes) {
    return new PluginHistory(APT, HostScope.everyHost(), List.of(outcomes));
  }

  private static ExecutionOutcome outcome(
      int second, ExecutionStatus status, @Nullable Double seconds) {
    return new ExecutionOutcome(
        new ExecutionId(new UUID(0, second)),
        "workstation",
        NOON.plusSeconds(second),
        status,
        seconds,
        2.5,
        300L,
        null,
        null,
        null);
  }
}
