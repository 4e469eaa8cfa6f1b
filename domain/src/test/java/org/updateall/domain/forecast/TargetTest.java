package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.RunId;
import org.updateall.domain.retrieval.ExecutionOutcome;

class TargetTest {

  private static final RunId RUN = new RunId(new UUID(0, 2));
  private static final ExecutionId APT = new ExecutionId(new UUID(0, 1));
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private static Set<Target> targets(Predicate<Target> which) {
    return Arrays.stream(Target.values())
        .filter(which)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Target.class)));
  }

  @Test
  void hasANameWithItsUnit() {
    assertEquals(
        List.of("wall_clock_seconds", "cpu_seconds", "memory_peak_bytes", "download_size_bytes"),
        Arrays.stream(Target.values()).map(Target::wireName).toList());
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsName(Target target) {
    assertEquals(Option.some(target), Target.fromWireName(target.wireName()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "WALL_CLOCK", "Cpu_Seconds", "cpu_seconds "})
  void isNotFoundByAnyOtherText(String text) {
    assertTrue(Target.fromWireName(text).isEmpty());
  }

  @Test
  void countsTimesInSecondsAndSizesInBytes() {
    assertEquals(
        EnumSet.of(Target.WALL_CLOCK, Target.CPU_TIME),
        targets(target -> target.unit() == Target.Unit.SECONDS));
    assertEquals(
        EnumSet.of(Target.MEMORY_PEAK, Target.DOWNLOAD_SIZE),
        targets(target -> target.unit() == Target.Unit.BYTES));
  }

  @Test
  void addsUpOverPluginsExceptForMemory() {
    assertEquals(
        EnumSet.of(Target.MEMORY_PEAK),
        targets(target -> target.combination() == Target.Combination.MAXIMUM));
    assertEquals(
        EnumSet.of(Target.WALL_CLOCK, Target.CPU_TIME, Target.DOWNLOAD_SIZE),
        targets(target -> target.combination() == Target.Combination.SUM));
  }

  @Test
  void readsItsOwnFigureOfAnOutcome() {
    ExecutionOutcome outcome =
        new ExecutionOutcome(
            RUN,
            APT,
            "atlas",
            NOON,
            ExecutionStatus.SUCCESS,
            60.5,
            3.25,
            300L,
            42L,
            7,
            70,
            Coverage.WHOLE,
            null);

    assertEquals(
        List.of(60.5, 3.25, 300.0, 42.0),
        Arrays.stream(Target.values()).map(target -> target.measuredIn(outcome)).toList());
  }

  @ParameterizedTest
  @EnumSource
  void readsNothingWhereNothingWasMeasured(Target target) {
    ExecutionOutcome outcome =
        new ExecutionOutcome(
            RUN,
            APT,
            "atlas",
            NOON,
            ExecutionStatus.SUCCESS,
            null,
            null,
            null,
            null,
            7,
            70,
            Coverage.WHOLE,
            null);

    assertNull(target.measuredIn(outcome));
  }
}
