package org.updateall.application.inspecting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Runs;
import org.updateall.domain.ledger.CoverageBand;
import org.updateall.domain.ledger.Foretellings;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.InMemoryPredictionLedger;
import org.updateall.domain.ledger.RecordedPrediction;

final class MeasureCoverageTest {

  private static final PluginName APT = new PluginName("apt");

  private final InMemoryRunHistory history = new InMemoryRunHistory(Histories.CLOCK);
  private final InMemoryPredictionLedger ledger = new InMemoryPredictionLedger();

  @Test
  void anEmptyLedgerHasNone() {
    assertEquals(List.of(), measure(HostScope.everyHost()));
  }

  @Test
  void levelsAreToldApartAndTotalsComeLast() {
    foretell(1, 60, 0.9);
    foretell(2, 90, 0.9);
    foretell(3, 90, 0.5);

    assertEquals(
        List.of(
            new LevelCoverage(APT, Target.WALL_CLOCK, 0.5, new CoverageBand(0, 1)),
            new LevelCoverage(APT, Target.WALL_CLOCK, 0.9, new CoverageBand(1, 2)),
            new LevelCoverage(null, Target.WALL_CLOCK, 0.9, new CoverageBand(1, 3))),
        measure(HostScope.only("atlas")));
  }

  @Test
  void otherMachinesAndWhatNeverRanDoNotCount() {
    foretell(1, 60, 0.9);
    ledger.enter(Foretellings.run(2, at(2), "apt"));

    assertEquals(List.of(), measure(HostScope.only("zeus")));
    assertEquals(1, measure(HostScope.everyHost()).get(0).coverage().count());
  }

  /** From 50 to 70 seconds for the plugin, at that level, and for the total, at 0.9. */
  private void foretell(int number, double seconds, double level) {
    history.record(
        Runs.run(number)
            .startingAt(at(number))
            .on("atlas")
            .executing(Runs.execution("apt", seconds))
            .build());
    ledger.enter(
        new ForetoldRun(
            Runs.id(number),
            at(number),
            List.of(
                atLevel(Foretellings.prediction("apt", 50, 70), level),
                Foretellings.total(50, 70))));
  }

  private static RecordedPrediction atLevel(RecordedPrediction prediction, double level) {
    PredictionInterval interval = prediction.interval();
    return new RecordedPrediction(
        prediction.plugin(),
        prediction.target(),
        prediction.point(),
        new PredictionInterval(interval.lower(), interval.upper(), level),
        prediction.outline(),
        prediction.basis(),
        prediction.intervalBasis(),
        prediction.model(),
        prediction.runs(),
        prediction.scores());
  }

  private List<LevelCoverage> measure(HostScope host) {
    return new MeasureCoverage(ledger, history).measure(host);
  }

  private static Instant at(int number) {
    return Runs.NOON.plus(Duration.ofHours(number));
  }
}
