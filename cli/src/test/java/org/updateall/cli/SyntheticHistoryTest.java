package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;

final class SyntheticHistoryTest {

  private final List<Run> year = new SyntheticHistory(7).runs();

  @Test
  void isTheSameForTheSameSeed() {
    assertEquals(year, new SyntheticHistory(7).runs());
  }

  @Test
  void coversAYearInIrregularSteps() {
    Instant first = year.get(0).startTime();
    Instant last = year.get(year.size() - 1).startTime();
    long gaps =
        java.util.stream.IntStream.range(1, year.size())
            .mapToObj(i -> Duration.between(year.get(i - 1).startTime(), year.get(i).startTime()))
            .distinct()
            .count();

    assertTrue(Duration.between(first, last).toDays() > 350);
    assertTrue(gaps > 100, gaps + " different gaps");
  }

  @Test
  void measuresEveryTarget() {
    for (PluginExecution execution : executions()) {
      assertTrue(execution.wallClockSeconds().isDefined());
      assertTrue(execution.cpuSeconds().get() < execution.wallClockSeconds().get());
      assertTrue(execution.memoryPeakBytes().isDefined());
      assertTrue(execution.downloadSizeBytes().isDefined());
    }
  }

  @Test
  void failsNowAndThen() {
    long failed =
        executions().stream().filter(e -> e.status() == ExecutionStatus.FAILED).count();

    assertTrue(failed > 0 && failed < executions().size() / 10);
  }

  private List<PluginExecution> executions() {
    return year.stream().flatMap(run -> run.executions().stream()).toList();
  }
}
