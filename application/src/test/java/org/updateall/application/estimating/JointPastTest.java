package org.updateall.application.estimating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.domain.forecast.PastLevel;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Runs;
import org.updateall.domain.retrieval.TrainingTable;

final class JointPastTest {

  private static final PluginName APT = new PluginName("apt");
  private static final PluginName SNAP = new PluginName("snap");

  private final InMemoryRunHistory history = new InMemoryRunHistory(Histories.CLOCK);
  private final JointPast past = new JointPast();

  @Test
  void putsTogetherWhatBeganAtDifferentTimesOfTheSameRun() {
    record(1, "2026-01-02T12:00:00Z", "2026-01-02T12:05:00Z");
    record(2, "2026-01-03T12:00:00Z", "2026-01-03T12:07:00.5Z");

    add(APT, level("2026-01-02T12:00:00Z", 0.2), level("2026-01-03T12:00:00Z", 0.9));
    add(SNAP, level("2026-01-02T12:05:00Z", 0.3), level("2026-01-03T12:07:00.5Z", 0.8));

    assertEquals(
        List.of(Map.of(APT, 0.2, SNAP, 0.3), Map.of(APT, 0.9, SNAP, 0.8)), past.history().runs());
  }

  @Test
  void keepsRunsApartAndInTheOrderOfTime() {
    record(1, "2026-01-03T12:00:00Z", "2026-01-03T12:05:00Z");
    record(2, "2026-01-02T12:00:00Z", "2026-01-02T12:05:00Z");

    add(SNAP, level("2026-01-03T12:05:00Z", 0.3));
    add(APT, level("2026-01-02T12:00:00Z", 0.2));

    assertEquals(List.of(Map.of(APT, 0.2), Map.of(SNAP, 0.3)), past.history().runs());
  }

  @Test
  void leavesOutWhatNoRunIsKnownOf() {
    record(1, "2026-01-02T12:00:00Z", "2026-01-02T12:05:00Z");

    add(APT, level("2026-01-02T12:00:01Z", 0.2));

    assertEquals(List.of(), past.history().runs());
  }

  private void record(int run, String apt, String snap) {
    history.record(
        Runs.run(run)
            .startingAt(Instant.parse(apt))
            .endingAt(Instant.parse(snap).plusSeconds(60))
            .executing(
                Runs.execution("apt", 5).startingAt(Instant.parse(apt)),
                Runs.execution("snap", 5).startingAt(Instant.parse(snap)))
            .build());
  }

  private void add(PluginName plugin, PastLevel... levels) {
    for (TrainingTable table : history.trainingTables(HistoryFilter.everything(), ZoneOffset.UTC)) {
      if (table.plugin().equals(plugin)) {
        past.add(table, List.of(levels));
      }
    }
  }

  private static PastLevel level(String time, double level) {
    return new PastLevel(Instant.parse(time), level);
  }
}
