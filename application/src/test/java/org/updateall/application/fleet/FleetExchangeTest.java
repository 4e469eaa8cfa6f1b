package org.updateall.application.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updateall.application.Progress;
import org.updateall.domain.fleet.Disclosure;
import org.updateall.domain.fleet.FleetPartition;
import org.updateall.domain.fleet.HostNaming;
import org.updateall.domain.fleet.HostTraits;
import org.updateall.domain.fleet.InMemoryFleet;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.SettableClock;
import org.updateall.domain.ledger.Foretellings;
import org.updateall.domain.ledger.InMemoryPredictionLedger;

/** Histories on their way into a fleet's tree and out of it. */
final class FleetExchangeTest {

  private static final Path TREE = Path.of("fleet");
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
  private static final HostTraits TRAITS = new HostTraits("debian-12", 4, 8L << 30);
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final SettableClock clock = new SettableClock(NOW);
  private final InMemoryFleet fleet = new InMemoryFleet();
  private final Store zeus = new Store();
  private final Store collected = new Store();

  /** The history of a machine. */
  private final class Store {

    private final InMemoryRunHistory history = new InMemoryRunHistory(clock);
    private final InMemoryPredictionLedger ledger = new InMemoryPredictionLedger();

    void record(Run... runs) {
      for (Run run : runs) {
        history.record(run);
      }
    }

    FleetExportReport export(String host, @Nullable YearMonth since, Disclosure disclosure) {
      return new ExportToFleet(history, history, ledger, fleet, () -> TRAITS, clock, "zeus")
          .export(new FleetExportRequest(TREE, host, since, disclosure), Progress.none())
          .get();
    }

    FleetExportReport export() {
      return export("zeus", null, Disclosure.USUAL);
    }

    FleetImportReport bringIn(boolean dryRun) {
      return new ImportFleet(fleet, history, ledger, clock)
          .bringIn(TREE, dryRun, Progress.none())
          .get();
    }

    FleetImportReport bringIn() {
      return bringIn(false);
    }

    Run stored(int number) {
      return history.find(Runs.id(number)).get();
    }
  }

  private static Run onZeus(int number, String start) {
    return Runs.run(number)
        .on("zeus")
        .by("ada")
        .startingAt(start)
        .unended()
        .executing(Runs.execution("apt", 5).failingWith("no route to ada's disk", 100))
        .build();
  }

  private static FleetPartition partition(YearMonth month, String host) {
    return new FleetPartition(month, host);
  }

  @Test
  void putsTheMonthsOfOneHostIntoTheTree() {
    zeus.record(
        onZeus(1, "2026-01-31T23:59:59Z"),
        onZeus(2, "2026-02-01T00:00:00Z"),
        Runs.run(3).on("hera").build());

    FleetExportReport report = zeus.export();

    assertEquals(
        new FleetExportReport(TREE, "zeus", 2, 2, new HistoryCounts(2, 2, 2, 0), 0), report);
    assertEquals(
        List.of(partition(JANUARY, "zeus"), partition(FEBRUARY, "zeus")),
        fleet.list(TREE).get().partitions());
    assertEquals(Map.of("zeus", TRAITS), fleet.hosts());
    assertEquals(0, zeus.export().changedMonths());
  }

  @Test
  void saysNothingOfAnotherHostsMachine() {
    zeus.record(Runs.run(3).on("hera").build());

    assertEquals(1, zeus.export("hera", null, Disclosure.USUAL).months());

    assertEquals(Map.of("hera", HostTraits.UNKNOWN), fleet.hosts());
  }

  @Test
  void limitsItselfToWholeMonths() {
    zeus.record(onZeus(1, "2026-01-31T23:59:59Z"), onZeus(2, "2026-02-01T00:00:00Z"));

    assertEquals(1, zeus.export("zeus", FEBRUARY, Disclosure.USUAL).months());

    assertEquals(List.of(partition(FEBRUARY, "zeus")), fleet.list(TREE).get().partitions());
  }

  @Test
  void leavesAMonthInTheTreeThatIsNoLongerStored() {
    zeus.record(onZeus(1, "2026-01-31T23:59:59Z"), onZeus(2, "2026-02-01T00:00:00Z"));
    zeus.export();
    zeus.history.delete(List.of(Runs.id(1)));

    assertEquals(1, zeus.export().months());

    assertEquals(2, collected.bringIn().added());
  }

  @Test
  void bringsRunsAndWhatWasForetoldOfThem() {
    zeus.record(onZeus(1, "2026-01-31T23:59:59Z"));
    zeus.ledger.enter(Foretellings.run(1, Runs.NOON, "apt"));
    zeus.ledger.enter(Foretellings.run(9, Runs.NOON, "apt"));
    assertEquals(1, zeus.export().foretold());

    FleetImportReport report = collected.bringIn();

    assertEquals(new FleetImportReport(TREE, false, 1, 1, 1, 1, 1, 0, 1, List.of()), report);
    assertEquals(List.of(Foretellings.run(1, Runs.NOON, "apt")), collected.ledger.foretold(null));
    FleetImportReport again = collected.bringIn();
    assertEquals(List.of(0L, 0L, 1L, 0L), counts(again));
  }

  private static List<Long> counts(FleetImportReport report) {
    return List.of(report.added(), report.updated(), report.unchanged(), report.foretold());
  }

  @Test
  void disclosesNeitherMessagesNorUsersUnlessAsked() {
    zeus.record(onZeus(1, "2026-01-31T23:59:59Z"));
    zeus.export();
    collected.bringIn();
    assertEquals(null, collected.stored(1).username());
    assertEquals(null, collected.stored(1).executions().get(0).errorMessage());

    zeus.export("zeus", null, new Disclosure(true, true, HostNaming.plain()));
    assertEquals(1, collected.bringIn().updated());

    assertTrue(collected.stored(1).sameContentAs(zeus.stored(1)));
  }

  @Test
  void hashesTheNameOfTheHostEverywhere() {
    HostNaming hashed = HostNaming.hashed();
    zeus.record(onZeus(1, "2026-01-31T23:59:59Z"));

    FleetExportReport report = zeus.export("zeus", null, new Disclosure(false, false, hashed));

    assertEquals(hashed.of("zeus"), report.host());
    assertEquals(Map.of(hashed.of("zeus"), TRAITS), fleet.hosts());
    collected.bringIn();
    assertEquals(hashed.of("zeus"), collected.stored(1).hostname());
  }

  @Test
  void takesNothingFromAKnownRunThatTheTreeDoesNotTell() {
    zeus.record(onZeus(1, "2026-01-31T23:59:59Z"));
    Run before = zeus.stored(1);
    zeus.export("zeus", null, new Disclosure(false, false, HostNaming.hashed()));

    assertEquals(List.of(0L, 0L, 1L, 0L), counts(zeus.bringIn()));

    assertEquals(before, zeus.stored(1));
  }

  @Test
  void completesAKnownRunAndDoesNotUndoItsEnd() {
    Run begun = Runs.run(1).on("zeus").unended().build();
    Run ended = Runs.run(1).on("zeus").executing(Runs.execution("apt", 5)).build();
    zeus.record(begun);
    zeus.export();
    collected.record(ended);
    assertEquals(List.of(0L, 0L, 1L, 0L), counts(collected.bringIn()));
    assertTrue(collected.stored(1).sameContentAs(ended));

    Store third = new Store();
    third.bringIn();
    zeus.record(ended);
    zeus.export();
    assertEquals(1, third.bringIn().updated());
    assertTrue(third.stored(1).sameContentAs(ended));
  }

  @Test
  void keepsWhatWasForetoldHereAlready() {
    zeus.record(onZeus(1, "2026-01-31T23:59:59Z"));
    zeus.ledger.enter(Foretellings.run(1, Runs.NOON, "apt"));
    zeus.export();
    collected.ledger.enter(Foretellings.run(1, Runs.NOON.plusSeconds(1), "snap"));

    assertEquals(0, collected.bringIn().foretold());

    assertEquals(
        Option.some(Foretellings.run(1, Runs.NOON.plusSeconds(1), "snap")),
        collected.ledger.find(Runs.id(1)));
  }

  @Test
  void onlyLooksInADryRun() {
    zeus.record(onZeus(1, "2026-01-31T23:59:59Z"));
    zeus.ledger.enter(Foretellings.run(1, Runs.NOON, "apt"));
    zeus.export();

    FleetImportReport report = collected.bringIn(true);

    assertEquals(new FleetImportReport(TREE, true, 1, 1, 1, 1, 0, 0, 0, List.of()), report);
    assertEquals(0, report.unchanged());
    assertEquals(HistoryCounts.NONE, collected.history.counts());
    assertEquals(List.of(), collected.ledger.foretold(null));
  }

  @Test
  void reportsWhatBreaksOffAndTakesTheRest() {
    zeus.record(onZeus(1, "2026-01-31T23:59:59Z"), onZeus(2, "2026-02-01T00:00:00Z"));
    zeus.export();
    fleet.damage(
        partition(JANUARY, "zeus"),
        new FileRefused(TREE.resolve("runs/a"), "row 3", "it is odd", "Export it again."));
    fleet.addStrange(new PartitionReport("runs/notes.txt", 0, 0, "it is no partition"));

    FleetImportReport report = collected.bringIn();

    assertEquals(1, report.added());
    assertEquals(
        List.of(
            new PartitionReport("runs/notes.txt", 0, 0, "it is no partition"),
            new PartitionReport("runs/a", 0, 0, "row 3: it is odd; export it again")),
        report.reports());
    assertEquals(Option.none(), collected.history.find(Runs.id(1)));
  }

  @Test
  void takesTheBeginningOfAVeryLargeMonthThatBreaksOff() {
    List<Run> runs =
        java.util.stream.IntStream.rangeClosed(1, 1500)
            .mapToObj(
                number ->
                    Runs.run(number)
                        .on("zeus")
                        .startingAt(Runs.NOON.plusSeconds(number))
                        .unended()
                        .executing(Runs.execution("apt", 1))
                        .build())
            .toList();
    runs.forEach(zeus::record);
    zeus.export();
    fleet.damage(
        partition(JANUARY, "zeus"),
        new FileRefused(TREE.resolve("runs/a"), "", "it ends early", "Export it again."));

    FleetImportReport report = collected.bringIn();

    assertEquals(1000, report.added());
    assertEquals(
        List.of(new PartitionReport("runs/a", 1000, 0, "it ends early; export it again")),
        report.reports());
  }

  @Test
  void takesARunOnceThatIsThereTwice() {
    Run run = onZeus(1, "2026-01-31T23:59:59Z");
    fleet.put(partition(JANUARY, "hera"), run);
    fleet.put(partition(JANUARY, "zeus"), run, onZeus(2, "2026-01-30T00:00:00Z"));

    FleetImportReport report = collected.bringIn();

    assertEquals(2, report.added());
    assertEquals(
        List.of(
            new PartitionReport(
                "runs/month=2026-01/host=zeus/part.parquet",
                1,
                1,
                "1 of its runs were taken already from runs/month=2026-01/host=hera/part.parquet; delete one of the two")),
        report.reports());
  }

  @Test
  void leavesOutRunsOfAnotherMonth() {
    fleet.put(partition(FEBRUARY, "zeus"), onZeus(1, "2026-01-31T23:59:59Z"));

    assertEquals(
        List.of(
            new PartitionReport(
                "runs/month=2026-02/host=zeus/part.parquet",
                0,
                1,
                "1 of its runs did not begin in that month; export it on that host again")),
        collected.bringIn().reports());
    assertEquals(HistoryCounts.NONE, collected.history.counts());
  }

  @Test
  void leavesOutMonthsOfClocksThatWereWrong() {
    fleet.put(partition(YearMonth.of(1970, 1), "zeus"), onZeus(1, "1970-01-01T00:00:07Z"));
    fleet.put(partition(YearMonth.of(2026, 4), "zeus"), onZeus(2, "2026-04-01T00:00:00Z"));
    fleet.put(partition(YearMonth.of(2026, 3), "zeus"), onZeus(3, "2026-03-31T00:00:00Z"));

    FleetImportReport report = collected.bringIn();

    assertEquals(1, report.added());
    assertEquals(
        List.of(
            "its month is 1970-01, so that host's clock was not set; delete it in every table",
            "its month is 2026-04, which is yet to come, so that host's clock was wrong; set it right, and delete this in every table"),
        report.reports().stream().map(PartitionReport::reason).toList());
    clock.advance(Duration.ofDays(30));
    assertEquals(1, collected.bringIn().added());
  }
}
