package org.updateall.application.maintaining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.ledger.Foretellings;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.InMemoryPredictionLedger;
import org.updateall.domain.storage.Finding;
import org.updateall.domain.storage.InMemoryStoreUpkeep;

final class MaintenanceTest {

  private static final Path TARGET = Path.of("copy.duckdb").toAbsolutePath();

  private final InMemoryRunHistory history = new InMemoryRunHistory(Clock.systemUTC());
  private final InMemoryPredictionLedger ledger = new InMemoryPredictionLedger();
  private final InMemoryStoreUpkeep upkeep =
      new InMemoryStoreUpkeep(history, Path.of("history.duckdb").toAbsolutePath());
  private final List<Run> runs = Runs.many(5);

  @BeforeEach
  void record() {
    runs.forEach(history::record);
  }

  @Test
  void summarisesAndChecksTheStore() {
    assertEquals(runs.get(0).startTime(), new SummariseStore(upkeep).summarise().get().oldestRun());
    assertTrue(new CheckStore(upkeep).check().isSound());

    upkeep.damage(Finding.problem("a hole", "mend it"));

    assertFalse(new CheckStore(upkeep).check().isSound());
  }

  @Test
  void copiesTheStoreOnceUnderAName() {
    BackUpStore backUp = new BackUpStore(upkeep);

    assertEquals(TARGET, backUp.backUp(TARGET).get().file());

    assertTrue(backUp.backUp(TARGET).isLeft());
    assertEquals(5, upkeep.open(TARGET).counts().runs());
  }

  @Test
  void savesWhatCanBeRead() {
    upkeep.damage(Finding.problem("a hole", ""));

    assertFalse(new RepairStore(upkeep).repair(TARGET).get().isComplete());
    assertEquals(5, upkeep.open(TARGET).counts().runs());
  }

  @Test
  void compactsAndConvertsWhatIsThere() {
    assertTrue(new CompactStore(upkeep).compact().isDefined());
    assertTrue(new ConvertStore(upkeep).convert(ZoneOffset.UTC).isLeft());
  }

  @Test
  void forgetsRunsThatAreTooOldAndCountsThemBefore() {
    PruneHistory prune = new PruneHistory(history, ledger);
    history.record(Runs.run(9).startingAt(Runs.NOON).executing(Runs.execution("snap", 3)).build());
    HistoryCounts expected = new HistoryCounts(3, 3, 3, 0);

    assertEquals(expected, prune.prune(runs.get(2).startTime(), true));
    assertEquals(6, history.counts().runs());
    assertEquals(expected, prune.prune(runs.get(2).startTime(), false));

    assertEquals(3, history.counts().runs());
    assertEquals(runs.get(2).runId(), history.recent(HistoryFilter.everything(), 9).get(2).runId());
    assertEquals(HistoryCounts.NONE, prune.prune(runs.get(2).startTime(), false));
  }

  @Test
  void forgetsWithRunsWhatWasForetoldOfThem() {
    ledger.enter(Foretellings.run(1, runs.get(0).startTime(), "apt"));
    ledger.enter(Foretellings.run(2, runs.get(1).startTime(), "apt"));
    ledger.enter(Foretellings.run(77, runs.get(1).startTime(), "apt"));
    ledger.enter(Foretellings.run(4, runs.get(3).startTime(), "apt"));
    PruneHistory prune = new PruneHistory(history, ledger);

    assertEquals(
        new HistoryCounts(1, 1, 1, 0),
        new ForgetRuns(history, ledger).forget(List.of(runs.get(0).runId())));
    assertEquals(3, ledger.foretold(null).size());
    prune.prune(runs.get(2).startTime(), true);
    assertEquals(3, ledger.foretold(null).size());
    prune.prune(runs.get(2).startTime(), false);

    assertEquals(
        List.of(runs.get(3).runId()),
        ledger.foretold(null).stream().map(ForetoldRun::runId).toList());
  }

  @Test
  void countsEveryPartOfWhatWouldGo() {
    history.delete(runs.stream().map(Run::runId).toList());
    history.record(Runs.complete());

    assertEquals(
        new HistoryCounts(1, 2, 3, 2),
        new PruneHistory(history, ledger).prune(Runs.NOON.plusSeconds(9), true));
  }
}
