package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.ledger.Foretellings;
import org.updateall.domain.ledger.ForetoldRun;

/**
 * What {@link FleetExport} and {@link FleetHistories} promise together; every implementation runs
 * it whole.
 */
public abstract class FleetExchangeContract {

  protected static final YearMonth JANUARY = YearMonth.of(2026, 1);
  protected static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
  protected static final HostTraits TRAITS = new HostTraits("debian-12", 4, 8L << 30);
  protected static final Instant NOW = Instant.parse("2026-03-01T00:00:00.000001Z");

  @TempDir private Path directory;
  private FleetExport exporter;
  private FleetHistories histories;

  protected abstract FleetExport exporter();

  /** Reads what the exporter wrote. */
  protected abstract FleetHistories histories();

  @BeforeEach
  void makePorts() {
    exporter = exporter();
    histories = histories();
  }

  /** Where the tree is to be. */
  protected Path tree() {
    return directory.resolve("fleet");
  }

  /** Exports one month of a host; how many files are not as they were. */
  protected int export(String host, YearMonth month, List<ForetoldRun> foretold, Run... runs) {
    try (FleetExport.Draft draft = exporter.begin(tree(), host, TRAITS).get()) {
      List.of(runs).forEach(draft::add);
      foretold.forEach(draft::add);
      int changed = draft.finishMonth(month);
      draft.finish(NOW);
      return changed;
    }
  }

  protected int export(String host, YearMonth month, Run... runs) {
    return export(host, month, List.of(), runs);
  }

  protected static Run stored(Run run) {
    return run.createdAt(NOW);
  }

  private List<Run> runsOf(FleetPartition partition) {
    List<Run> found = new ArrayList<>();
    boolean unused =
        histories
            .readRuns(
                tree(),
                partition,
                runs -> {
                  runs.forEachRemaining(found::add);
                  return true;
                })
            .get();
    return found;
  }

  @Test
  void refusesATreeThatIsNotThere() {
    assertEquals(tree(), histories.list(tree()).getLeft().file());
  }

  @Test
  void givesBackEveryFieldOfRunsInTheirOrder() {
    Run first = stored(Runs.complete());
    Run second = stored(Runs.run(2).startingAt("2026-01-31T23:59:59.999999Z").build());

    export("zeus", JANUARY, first, second);

    assertEquals(List.of(first, second), runsOf(new FleetPartition(JANUARY, "zeus")));
  }

  @Test
  void givesBackARunOfWhichNearlyNothingIsKnown() {
    Run sparse = stored(Runs.sparse());
    export("zeus", JANUARY, sparse);

    assertEquals(List.of(sparse), runsOf(new FleetPartition(JANUARY, "zeus")));
  }

  @Test
  void givesBackWhatWasForetold() {
    List<ForetoldRun> foretold =
        List.of(Foretellings.complete(), Foretellings.run(8, Runs.NOON, "apt", "cargo"));
    List<ForetoldRun> found = new ArrayList<>();

    export("zeus", JANUARY, foretold);

    assertEquals(
        2L, histories.readForetold(tree(), new FleetPartition(JANUARY, "zeus"), found::add).get());
    assertEquals(foretold, found);
  }

  @Test
  void listsMonthsOfHosts() {
    export("zeus", FEBRUARY, stored(Runs.run(1).build()));
    export("zeus", JANUARY, stored(Runs.run(2).build()));
    export("hera", FEBRUARY, stored(Runs.run(3).build()));

    assertEquals(
        new FleetHistories.Listing(
            List.of(
                new FleetPartition(JANUARY, "zeus"),
                new FleetPartition(FEBRUARY, "hera"),
                new FleetPartition(FEBRUARY, "zeus")),
            List.of()),
        histories.list(tree()).get());
  }

  @Test
  void aMonthTakesThePlaceOfWhatWasThereOfItAndNothingElse() {
    Run january = stored(Runs.run(1).build());
    Run february = stored(Runs.run(2).startingAt("2026-02-01T00:00:00Z").build());
    Run later = stored(Runs.run(3).startingAt("2026-02-02T00:00:00Z").build());
    export("zeus", JANUARY, january);
    export("zeus", FEBRUARY, february);
    export("hera", FEBRUARY, february);

    export("zeus", FEBRUARY, later);

    assertEquals(List.of(january), runsOf(new FleetPartition(JANUARY, "zeus")));
    assertEquals(List.of(later), runsOf(new FleetPartition(FEBRUARY, "zeus")));
    assertEquals(List.of(february), runsOf(new FleetPartition(FEBRUARY, "hera")));
  }

  @Test
  void tellsWhetherAnythingChanged() {
    Run run = stored(Runs.complete());

    assertTrue(export("zeus", JANUARY, run) > 0);
    assertEquals(0, export("zeus", JANUARY, run));
    assertTrue(export("zeus", JANUARY, stored(Runs.sparse())) > 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b", "../x", "..", "ツール", "a=b/c", "100%25", "日\uD83D\uDE00", "A.b-c_d"})
  void takesHostsOfAnyName(String host) {
    Run run = stored(Runs.run(1).on(host).build());

    export(host, JANUARY, run);

    FleetPartition partition = new FleetPartition(JANUARY, host);
    assertEquals(List.of(partition), histories.list(tree()).get().partitions());
    assertEquals(List.of(run), runsOf(partition));
  }
}
