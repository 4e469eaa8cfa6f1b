package org.updateall.domain.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.history.ExecutionStatus.FAILED;
import static org.updateall.domain.history.ExecutionStatus.PENDING;
import static org.updateall.domain.history.ExecutionStatus.RUNNING;
import static org.updateall.domain.history.ExecutionStatus.SKIPPED;
import static org.updateall.domain.history.ExecutionStatus.SUCCESS;
import static org.updateall.domain.history.ExecutionStatus.TIMEOUT;

import io.vavr.control.Option;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Runs;

class PluginStatisticsTest {

  private static PluginStatistics counting(Map<ExecutionStatus, Long> executions) {
    return new PluginStatistics(
        new PluginName("apt"), executions, null, null, null, null, 0, Runs.NOON, Runs.NOON);
  }

  @Test
  void countsExecutionsOfEveryStatus() {
    assertEquals(
        15, counting(Map.of(SUCCESS, 8L, FAILED, 4L, SKIPPED, 2L, PENDING, 1L)).executions());
    assertEquals(0, counting(Map.of()).executions());
  }

  @Test
  void ratesSuccessesAmongFinishedAttempts() {
    assertEquals(
        Option.some(0.75),
        counting(
                Map.of(
                    SUCCESS, 6L, FAILED, 1L, TIMEOUT, 1L, SKIPPED, 90L, PENDING, 5L, RUNNING, 5L))
            .successRate());
  }

  @Test
  void ratesFromZeroToOne() {
    assertEquals(Option.some(0.0), counting(Map.of(TIMEOUT, 3L)).successRate());
    assertEquals(Option.some(1.0), counting(Map.of(SUCCESS, 3L)).successRate());
  }

  @Test
  void hasNoRateBeforeTheFirstFinishedAttempt() {
    assertTrue(counting(Map.of(SKIPPED, 3L, RUNNING, 1L, PENDING, 1L)).successRate().isEmpty());
  }

  @Test
  void isNotChangedThroughTheMapItWasMadeOf() {
    Map<ExecutionStatus, Long> counts = new EnumMap<>(Map.of(SUCCESS, 3L));
    PluginStatistics statistics = counting(counts);
    counts.put(SUCCESS, 4L);

    assertEquals(3, statistics.executions());
    assertThrows(
        UnsupportedOperationException.class, () -> statistics.executionsByStatus().clear());
  }
}
