package org.updateall.adapters.duckdb;

import static java.time.ZoneOffset.UTC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.updateall.adapters.duckdb.Messages.assertSays;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.PeriodLength;

/** Values that this program never writes, and meets. */
class DamagedRowsTest {

  private final Stores stores;

  DamagedRowsTest(@TempDir Path directory) {
    this.stores = new Stores(directory);
  }

  @BeforeEach
  void recordARun() {
    stores.history().record(Runs.complete());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE plugin_executions SET status = 'splendid'",
        "UPDATE plugin_executions SET plugin_name = ''",
        "UPDATE step_metrics SET phase = 'splendid'",
        "UPDATE estimates SET confidence = 7",
        "UPDATE runs SET hostname = ''",
        "UPDATE runs SET end_time = start_time - INTERVAL 1 DAY",
        "INSERT INTO runs SELECT * FROM runs",
      })
  void areDamageOfTheStoreWhenARunIsReadOrRecorded(String damage) {
    execute(damage);

    assertDamaged(() -> stores.history().find(Runs.id(1)));
    assertDamaged(() -> stores.history().record(Runs.complete()));
    assertDamaged(() -> stores.history().recordAll(List.of(Runs.complete()).iterator()));
  }

  @Test
  void areDamageOfTheStoreWhenQuestionsAreAnswered() {
    execute("UPDATE plugin_executions SET status = 'splendid'");

    assertDamaged(() -> stores.history().recent(HistoryFilter.everything(), 10));
    HistoryFilter all = HistoryFilter.everything();
    assertDamaged(() -> stores.queries().pluginStatistics(all));
    assertDamaged(() -> stores.queries().activity(all));
    assertDamaged(() -> stores.queries().activityByPeriod(all, PeriodLength.DAY, UTC));
    assertDamaged(() -> stores.queries().recentExecutions(all, 10));
    assertDamaged(() -> stores.queries().executionSeries(all, Measure.WALL_CLOCK));
    assertDamaged(() -> stores.queries().stepSeries(all, Measure.WALL_CLOCK, null));
    assertDamaged(() -> stores.queries().trainingTables(all, UTC));
    assertSays(
        assertThrows(HistoryUnavailable.class, () -> stores.history().find(Runs.id(1))),
        "status 'splendid' is unknown");
  }

  @Test
  void areDamageOfTheStoreWhenAnnouncementsAreRead() {
    execute("UPDATE estimates SET confidence = 7");

    assertDamaged(() -> stores.queries().trainingTables(HistoryFilter.everything(), UTC));
  }

  @Test
  void areNotWhatTheCallersRunsAreBlamedFor() {
    IllegalArgumentException own = new IllegalArgumentException("the caller's own");
    Iterator<Run> failing =
        Stream.<Run>generate(
                () -> {
                  throw own;
                })
            .iterator();

    assertSame(
        own,
        assertThrows(IllegalArgumentException.class, () -> stores.history().recordAll(failing)));
    assertEquals(1, stores.history().counts().runs());
  }

  private void assertDamaged(Executable use) {
    assertSays(
        assertThrows(HistoryUnavailable.class, use),
        stores.database().toString(),
        "is damaged: ",
        "bring back a backup");
  }

  private void execute(String sql) {
    stores.store().write(handle -> handle.execute(sql));
  }
}
