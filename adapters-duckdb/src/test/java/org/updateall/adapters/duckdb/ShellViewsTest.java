package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.updateall.domain.history.Runs.announcement;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;
import static org.updateall.domain.history.Runs.step;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.ledger.Foretellings;

/** What people see who look at the database from a DuckDB shell. */
class ShellViewsTest {

  private final Stores stores;

  ShellViewsTest(@TempDir Path directory) {
    this.stores = new Stores(directory);
  }

  @Test
  void pluginPerformanceHasOneRowForEachPlugin() {
    stores
        .history()
        .record(
            run()
                .executing(
                    execution("apt", 10).with(step("b").lasting(20)).updating(3, null),
                    execution("apt", 50).updating(4, null),
                    execution("apt", 1000).ending(ExecutionStatus.FAILED),
                    execution("apt", 1000).ending(ExecutionStatus.SKIPPED),
                    execution("snap").ending(ExecutionStatus.SKIPPED))
                .build());

    List<Map<String, Object>> rows = rows("SELECT * FROM plugin_performance ORDER BY plugin_name");

    assertEquals(2, rows.size());
    Map<String, Object> apt = rows.get(0);
    assertEquals("apt", apt.get("plugin_name"));
    assertEquals(4L, apt.get("executions"));
    assertEquals(2L, apt.get("successes"));
    assertEquals(1L, apt.get("failures"));
    assertEquals(2 / 3.0, apt.get("success_rate"));
    assertEquals(40.0, apt.get("mean_wall_clock_seconds"));
    assertEquals(40.0, apt.get("median_wall_clock_seconds"));
    assertEquals(49.0, apt.get("p95_wall_clock_seconds"));
    assertNull(rows.get(1).get("success_rate"));
    assertNull(rows.get(1).get("mean_wall_clock_seconds"));
  }

  @Test
  void estimateAccuracyHasOneRowForEachFigureThatWasAnnouncedLast() {
    stores
        .history()
        .record(
            run()
                .executing(
                    execution("apt", 40)
                        .with(step("b").lasting(10))
                        .announcing(
                            announcement(0, StepPhase.EXECUTE).wallClockSeconds(1).build(),
                            announcement(1, StepPhase.EXECUTE)
                                .wallClockSeconds(60)
                                .cpuSeconds(7)
                                .confidence(0.5)
                                .build()))
                .build());

    List<Map<String, Object>> rows = rows("SELECT * FROM estimate_accuracy ORDER BY measure");

    assertEquals(2, rows.size());
    assertEquals("cpu_seconds", rows.get(0).get("measure"));
    assertNull(rows.get(0).get("actual"));
    assertNull(rows.get(0).get("error"));
    Map<String, Object> wallClock = rows.get(1);
    assertEquals("EXECUTE", wallClock.get("phase"));
    assertEquals(60.0, wallClock.get("announced"));
    assertEquals(50.0, wallClock.get("actual"));
    assertEquals(10.0, wallClock.get("error"));
    assertEquals(0.2, wallClock.get("relative_error"));
    assertEquals(0.5, wallClock.get("confidence"));
  }

  @Test
  void predictionOutcomesHasOneRowForEachPredictionThatCameTrueOrNot() {
    stores
        .history()
        .record(
            run(1)
                .executing(
                    execution("apt", 60),
                    execution("cargo").ending(ExecutionStatus.FAILED).with(step("b").lasting(1)),
                    execution("pipx", 100))
                .build());
    stores.ledger().enter(Foretellings.run(1, Runs.NOON, "apt", "cargo", "pipx", "snap"));
    stores.ledger().enter(Foretellings.run(2, Runs.NOON, "apt"));

    List<Map<String, Object>> rows = rows("SELECT * FROM prediction_outcomes ORDER BY plugin_name");

    assertEquals(2, rows.size());
    assertEquals("apt", rows.get(0).get("plugin_name"));
    assertEquals("wall_clock_seconds", rows.get(0).get("target"));
    assertEquals(60.0, rows.get(0).get("actual"));
    assertEquals(true, rows.get(0).get("inside"));
    assertEquals(0.0, rows.get(0).get("error"));
    assertEquals("pipx", rows.get(1).get("plugin_name"));
    assertEquals(false, rows.get(1).get("inside"));
    assertEquals(-40.0, rows.get(1).get("error"));
  }

  private List<Map<String, Object>> rows(String sql) {
    return stores.store().read(List.of(), handle -> handle.createQuery(sql).mapToMap().list());
  }
}
