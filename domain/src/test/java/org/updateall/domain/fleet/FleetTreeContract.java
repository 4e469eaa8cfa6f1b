package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link FleetTree} promises. */
public abstract class FleetTreeContract {

  private static final Instant UNTIL = Instant.parse("2026-11-30T00:00:00Z");
  private static final String MARCH = "outcomes/month=2026-03/host=atlas/part.parquet";
  private static final String APRIL = "outcomes/month=2026-04/host=atlas/part.parquet";
  private static final String ZEUS = "outcomes/month=2026-03/host=zeus/part.parquet";

  @TempDir private Path directory;

  protected abstract FleetTree tree();

  /** Puts a file into the tree, in the place of one that is there. */
  protected abstract void put(Path tree, String partition, List<FleetRow> rows) throws Exception;

  /** Puts something into the tree that is no such file. */
  protected abstract void putDamaged(Path tree, String partition) throws Exception;

  private List<PartitionFacts> survey() {
    return tree().survey(directory, UNTIL, () -> {}).stream()
        .sorted(Comparator.comparing(PartitionFacts::partition))
        .toList();
  }

  private List<List<FleetRow>> visited(int latest, String... partitions) {
    List<List<FleetRow>> all = new ArrayList<>();
    tree().visit(directory, List.of(partitions), UNTIL, latest, all::add);
    return all;
  }

  @Test
  void findsNothingWhereThereIsNoTable() {
    assertEquals(List.of(), survey());
  }

  @Test
  void saysWhatAFileHolds() throws Exception {
    List<FleetRow> rows = FleetRows.rows("atlas", "apt", 10);
    put(directory, MARCH, rows);

    assertEquals(
        List.of(
            new PartitionFacts(
                MARCH,
                null,
                1,
                "atlas",
                10,
                0,
                null,
                FleetRows.at(0),
                FleetRows.at(9),
                rows.get(0).executionId(),
                rows.get(9).executionId())),
        survey());
  }

  @Test
  void tellsOfEveryFile() throws Exception {
    put(directory, MARCH, FleetRows.rows("atlas", "apt", 1));
    put(directory, ZEUS, FleetRows.rows("zeus", "apt", 1));
    putDamaged(directory, APRIL);
    AtomicInteger told = new AtomicInteger();

    tree().survey(directory, UNTIL, told::incrementAndGet);

    assertEquals(3, told.get());
  }

  @Test
  void looksAtNoHiddenFile() throws Exception {
    put(
        directory,
        "outcomes/month=2026-03/host=atlas/.part.parquet",
        FleetRows.rows("a", "apt", 1));
    put(
        directory,
        "outcomes/month=2026-03/.host=atlas/part.parquet",
        FleetRows.rows("a", "apt", 1));
    put(directory, "outcomes/_temporary/part.parquet", FleetRows.rows("a", "apt", 1));
    put(directory, "runs/month=2026-03/host=atlas/part.parquet", FleetRows.rows("a", "apt", 1));

    assertEquals(List.of(), survey());
  }

  @Test
  void saysWhyAFileCannotBeReadAndReadsTheOthers() throws Exception {
    putDamaged(directory, APRIL);
    put(directory, MARCH, FleetRows.rows("atlas", "apt", 3));

    List<PartitionFacts> facts = survey();

    assertNull(facts.get(0).fault());
    assertEquals(3, facts.get(0).rows());
    assertEquals(PartitionFacts.unreadable(APRIL, assertNotNullText(facts.get(1))), facts.get(1));
  }

  private static String assertNotNullText(PartitionFacts facts) {
    String fault = facts.fault();
    assertNotNull(fault);
    assertFalse(fault.isBlank());
    return fault;
  }

  @Test
  void takesAFileOfSeveralHostsForDamaged() throws Exception {
    put(
        directory,
        MARCH,
        List.of(FleetRows.row("atlas", "apt", 0), FleetRows.row("zeus", "apt", 0)));

    assertEquals(List.of(PartitionFacts.unreadable(MARCH, "it names several hosts")), survey());
  }

  @Test
  void countsRowsOfATimeThatNoClockShowed() throws Exception {
    Instant earliest = PartitionVerdicts.EARLIEST;
    put(
        directory,
        MARCH,
        List.of(
            row("a", earliest.minusSeconds(1)),
            row("b", earliest),
            row("c", UNTIL),
            row("d", UNTIL.plusNanos(1000))));

    PartitionFacts facts = survey().get(0);

    assertEquals(2, facts.rows());
    assertEquals(2, facts.unusable());
    assertEquals("it began at 1999-12-31T23:59:59Z", facts.problem());
    assertEquals(earliest, facts.firstStart());
    assertEquals(UNTIL, facts.lastStart());
    assertEquals(List.of(List.of(row("b", earliest), row("c", UNTIL))), visited(1000, MARCH));
  }

  private static FleetRow row(String letter, Instant start) {
    String id = "0000000%s-0000-4000-8000-000000000000".formatted(letter);
    return FleetRows.row("atlas", "apt", id, start, 5.0);
  }

  @Test
  void countsRowsFromWhichNothingCanBeLearned() throws Exception {
    List<FleetRow> rows = FleetRows.rows("atlas", "apt", 4);
    FleetRow wrong = FleetRowWith.value(rows.get(1), "memoryPeakBytes", -1L);
    put(directory, MARCH, List.of(rows.get(0), wrong, rows.get(2), rows.get(3)));

    PartitionFacts facts = survey().get(0);

    assertEquals(3, facts.rows());
    assertEquals(1, facts.unusable());
    assertEquals("a figure is -1", facts.problem());
    assertEquals(List.of(List.of(rows.get(0), rows.get(2), rows.get(3))), visited(1000, MARCH));
  }

  @Test
  void saysThatAFileHoldsNoRows() throws Exception {
    put(directory, MARCH, List.of());

    assertEquals(
        List.of(new PartitionFacts(MARCH, null, null, null, 0, 0, null, null, null, null, null)),
        survey());
    assertEquals(List.of(), visited(1000, MARCH));
  }

  @Test
  void tellsTheGreatestVersionThatRowsName() throws Exception {
    List<FleetRow> rows = FleetRows.rows("atlas", "apt", 2);
    put(directory, MARCH, List.of(rows.get(0), FleetRowWith.value(rows.get(1), "format", 3)));

    assertEquals(3, survey().get(0).format());
  }

  @Test
  void handsOnTheRowsOfEachPluginOnEachHostInTheirOrder() throws Exception {
    List<FleetRow> apt = FleetRows.rows("atlas", "apt", 20);
    List<FleetRow> snap = FleetRows.rows("atlas", "snap", 5);
    List<FleetRow> zeus = FleetRows.rows("zeus", "apt", 3);
    List<FleetRow> march = new ArrayList<>(apt.subList(0, 12));
    march.addAll(snap);
    Collections.shuffle(march, new Random(1));
    put(directory, MARCH, march);
    put(directory, APRIL, apt.subList(12, 20));
    put(directory, ZEUS, zeus);

    assertEquals(List.of(apt, snap, zeus), visited(1000, ZEUS, APRIL, MARCH));
    assertEquals(List.of(apt.subList(12, 20)), visited(1000, APRIL));
  }

  @Test
  void handsOnTheNewestAlone() throws Exception {
    List<FleetRow> apt = FleetRows.rows("atlas", "apt", 20);
    List<FleetRow> snap = FleetRows.rows("atlas", "snap", 2);
    put(directory, MARCH, apt.subList(10, 20));
    put(directory, APRIL, apt.subList(0, 10));
    put(directory, ZEUS, snap);

    assertEquals(List.of(apt.subList(7, 20), snap), visited(13, MARCH, APRIL, ZEUS));
    assertEquals(List.of(apt.subList(19, 20), snap.subList(1, 2)), visited(1, MARCH, APRIL, ZEUS));
  }

  @Test
  void keepsEveryColumnAndNamesInAnyScript() throws Exception {
    FleetRow empty = FleetRows.row("атлас-東京 🏠", "apt", 0);
    for (String column :
        List.of(
            "wallClockSeconds",
            "cpuSeconds",
            "memoryPeakBytes",
            "downloadSizeBytes",
            "installSeconds",
            "packagesUpdated",
            "packagesTotal",
            "announcedDownloadBytes",
            "announcedCpuSeconds",
            "announcedWallClockSeconds",
            "announcedMemoryBytes",
            "announcedPackages")) {
      empty = FleetRowWith.value(empty, column, null);
    }
    List<FleetRow> rows = List.of(empty, FleetRows.row("атлас-東京 🏠", "apt", 1));
    put(directory, MARCH, rows);

    assertEquals(List.of(rows), visited(1000, MARCH));
    assertEquals("атлас-東京 🏠", survey().get(0).host());
  }

  @Test
  void handsOnAnExecutionThatComesAgain() throws Exception {
    List<FleetRow> apt = FleetRows.rows("atlas", "apt", 2);
    put(directory, MARCH, apt);
    put(directory, APRIL, apt.subList(0, 1));

    assertEquals(List.of(List.of(apt.get(0), apt.get(0), apt.get(1))), visited(1000, MARCH, APRIL));
  }

  @Test
  void hasAnotherVersionOnceAFileWasReplaced() throws Exception {
    put(directory, MARCH, FleetRows.rows("atlas", "apt", 2));
    put(directory, ZEUS, FleetRows.rows("zeus", "apt", 2));
    List<String> both = List.of(MARCH, ZEUS);
    List<PartitionFacts> facts = survey();
    String before = tree().version(directory, both);

    assertEquals(before, tree().version(directory, both));
    assertNotEquals(before, tree().version(directory, List.of(MARCH)));

    FleetRow corrected = FleetRowWith.value(FleetRows.row("zeus", "apt", 1), "packagesTotal", 901);
    put(directory, ZEUS, List.of(FleetRows.row("zeus", "apt", 0), corrected));

    assertEquals(facts, survey());
    assertNotEquals(before, tree().version(directory, both));
  }

  @Test
  void failsIfAFileIsNotThereAnyMore() throws Exception {
    put(directory, MARCH, FleetRows.rows("atlas", "apt", 2));

    assertThrows(UncheckedIOException.class, () -> visited(1000, MARCH, ZEUS));
    assertThrows(UncheckedIOException.class, () -> tree().version(directory, List.of(MARCH, ZEUS)));
  }
}
