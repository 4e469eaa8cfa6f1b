package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.retrieval.TrainingTable;

final class RowsOfARunTest {

  private static final HostProfile PROFILE = new HostProfile("debian-12", SizeClass.MEDIUM);

  /** What a run looks like of which one plugin only looked. */
  private static Run run() {
    return Runs.run(2)
        .on("workstation")
        .startingAt("2026-01-06T00:00:00Z")
        .executing(
            Runs.execution("apt", 12), Runs.execution("apt", 2).knownFrom("dpkg", Coverage.CHECK))
        .build();
  }

  @Test
  void hasTheHostAndTheProfile() {
    FleetRow row = FleetRow.of(Runs.complete(), PROFILE).get(0);

    assertEquals("workstation", row.host());
    assertEquals(PROFILE, row.profile());
    assertEquals(FleetRow.FORMAT, row.format());
  }

  @Test
  void givesTheSeriesThatTheHostItselfLearnsFrom() {
    InMemoryRunHistory history = new InMemoryRunHistory(Clock.systemUTC());
    history.record(Runs.complete());
    history.record(run());
    TrainingTable table =
        history.trainingTables(HistoryFilter.everything().ofPlugins("apt"), ZoneOffset.UTC).get(0);
    List<FleetRow> rows =
        List.of(FleetRow.of(Runs.complete(), PROFILE).get(0), FleetRow.of(run(), PROFILE).get(0));

    for (Target target : Target.values()) {
      assertEquals(
          TrainingSeries.of(table, HostScope.only("workstation"), target),
          FleetSeries.of(rows, target, ZoneOffset.UTC).series());
    }
    assertEquals(1, FleetRow.of(run(), PROFILE).size());
  }
}
