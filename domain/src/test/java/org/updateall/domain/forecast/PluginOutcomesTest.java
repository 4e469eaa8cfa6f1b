package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;
import org.updateall.domain.retrieval.Announcement;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.TrainingRow;
import org.updateall.domain.retrieval.TrainingTable;

final class PluginOutcomesTest {

  private static final PluginName APT = new PluginName("apt");
  private final List<TrainingRow> rows = new ArrayList<>();

  @Test
  void countsFinishedAttemptsAlone() {
    for (ExecutionStatus status : ExecutionStatus.values()) {
      attempt(status, 60.0);
    }

    PluginOutcomes outcomes = outcomes();

    assertEquals(APT, outcomes.plugin());
    assertEquals(
        List.of(ExecutionStatus.SUCCESS, ExecutionStatus.FAILED, ExecutionStatus.TIMEOUT),
        outcomes.statuses());
    assertEquals(3, outcomes.runs());
    assertEquals(2, outcomes.failures());
    assertEquals(1, outcomes.timeouts());
  }

  @Test
  void tellsTheMedianTimeOfThreeFailedAttemptsAlone() {
    attempt(ExecutionStatus.FAILED, 12.0);
    attempt(ExecutionStatus.SUCCESS, 600.0);
    attempt(ExecutionStatus.FAILED, null);
    attempt(ExecutionStatus.FAILED, 2.0);
    attempt(ExecutionStatus.TIMEOUT, 900.0);
    assertTrue(outcomes().typicalFailureSeconds().isEmpty());

    attempt(ExecutionStatus.FAILED, 30.0);
    assertEquals(Option.some(12.0), outcomes().typicalFailureSeconds());

    attempt(ExecutionStatus.FAILED, 3.0);
    assertEquals(Option.some(7.5), outcomes().typicalFailureSeconds());
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "RUNNING", "SKIPPED"})
  void refusesWhatIsNoAttempt(ExecutionStatus status) {
    List<ExecutionStatus> statuses = List.of(status);

    assertThrows(
        IllegalArgumentException.class, () -> new PluginOutcomes(APT, statuses, List.of()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesTimesThatCannotBe(double seconds) {
    List<Double> times = List.of(seconds);

    assertThrows(IllegalArgumentException.class, () -> new PluginOutcomes(APT, List.of(), times));
  }

  private PluginOutcomes outcomes() {
    return PluginOutcomes.of(new TrainingTable(APT, rows));
  }

  private void attempt(ExecutionStatus status, @Nullable Double seconds) {
    ExecutionOutcome outcome =
        new ExecutionOutcome(
            new RunId(new UUID(1, rows.size())),
            new ExecutionId(new UUID(0, rows.size())),
            "atlas",
            SeriesFixture.FIRST.plus(Duration.ofDays(rows.size())),
            status,
            seconds,
            null,
            null,
            null,
            null,
            null,
            Coverage.WHOLE,
            null);
    Announcement nothing = new Announcement(null, null, null, null, null);
    rows.add(TrainingRow.of(outcome, null, nothing, ZoneOffset.UTC));
  }
}
