package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.adapters.duckdb.Messages.assertSays;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.Runs;
import org.updateall.domain.journal.Settlement;

/** Disks that are full, and disks that cannot be written. Skipped where none can be mounted. */
class DiskTroubleTest {

  private final Path directory;
  private final Stores stores;

  DiskTroubleTest(@TempDir Path directory) {
    this.directory = directory;
    this.stores = new Stores(directory).waitingNoLongerThan(Duration.ofSeconds(5));
  }

  @Test
  void saysThatTheDiskIsFullAndKeepsWhatWasThere() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(directory)) {
      stores.journal().accept(RecordingProgram.run(1));
      disk.fillLeaving(0);

      assertSays(
          assertThrows(
              HistoryUnavailable.class, () -> stores.journal().accept(RecordingProgram.run(2))),
          "disk is full");
      assertSays(
          assertThrows(
              HistoryUnavailable.class, () -> stores.journal().underWay(RecordingProgram.run(2))),
          "disk is full");
      assertThrows(
          HistoryUnavailable.class, () -> stores.history().record(RecordingProgram.run(3)));
      assertEquals(List.of(Runs.id(1)), stored());

      disk.empty();
      assertTrue(stores.journal().accept(RecordingProgram.run(2)).isDefined());
      assertEquals(List.of(Runs.id(2), Runs.id(1)), stored());
    }
  }

  /** Tables that are still in the journal of a draft must not stay behind there. */
  @Test
  void makesAWholeDatabaseOrNoneHoweverLittleSpaceIsLeft() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(directory)) {
      int refused = 0;
      for (long space = 0; space <= 1_280 * 1024; space += 64 * 1024) {
        disk.fillLeaving(space);
        try {
          stores.history().record(Runs.complete());
          break;
        } catch (HistoryUnavailable e) {
          assertSays(e, "disk is full");
          refused++;
        }
        assertEquals(List.of(), stored(), "with " + space + " bytes");
      }
      assertTrue(refused > 8, "the disk was full too seldom");

      disk.empty();
      stores.history().record(Runs.complete());
      assertEquals(1, stored().size());
    }
  }

  /**
   * Whatever the little space is used up by: the spool, the journal of the engine, a checkpoint.
   */
  @Test
  void losesNoAcknowledgedRunHoweverLittleSpaceIsLeft() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(directory)) {
      stores.journal().accept(large(1));
      List<Integer> acknowledged = new ArrayList<>(List.of(1));
      int refused = 0;
      for (int number = 2; number <= 24; number++) {
        disk.fillLeaving((1L << number) / 2);
        try {
          stores.journal().accept(large(number));
          acknowledged.add(number);
        } catch (HistoryUnavailable e) {
          assertSays(e, "disk is full");
          refused++;
        }
      }
      assertTrue(refused > 0 && acknowledged.size() > 5, acknowledged.toString());

      disk.empty();
      stores.journal().settle();

      for (int number : acknowledged) {
        assertTrue(
            stores.history().find(Runs.id(number)).exists(large(number)::sameContentAs),
            "run " + number);
      }
      assertTrue(stores.history().counts().runs() <= 24);
    }
  }

  @Test
  void readsADatabaseOnADiskThatCannotBeWritten() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(directory)) {
      stores.journal().accept(RecordingProgram.run(1));
      try (ChildJvm child = ChildJvm.start(HoldingProgram.class, directory, "foreign-reader")) {
        assertEquals("held", child.line());
        assertTrue(stores.journal().accept(RecordingProgram.run(2)).isEmpty());
        child.release();
        assertEquals(0, child.exitCode());
      }
      disk.makeReadOnly();

      assertEquals(List.of(Runs.id(1)), stored());
      assertEquals(List.of("workstation"), stores.queries().hosts());
      assertEquals(Settlement.NOTHING, stores.journal().settleIfFree());
      assertEquals(List.of(), stores.journal().runsUnderWay());
      assertSays(
          assertThrows(
              HistoryUnavailable.class, () -> stores.journal().accept(RecordingProgram.run(3))),
          "want of permission");
      assertFalse(Files.exists(directory.resolve("history.duckdb.spool/bad")));
    }
  }

  private List<RunId> stored() {
    return stores.history().recent(HistoryFilter.everything(), 100).stream()
        .map(Run::runId)
        .toList();
  }

  /** A run with a message of a hundred kilobytes. */
  private static Run large(int number) {
    return Runs.run(number)
        .startingAt(Runs.NOON.plusSeconds(number))
        .executing(Runs.execution("apt").failingWith(("no " + number).repeat(20_000), 1))
        .build();
  }
}
