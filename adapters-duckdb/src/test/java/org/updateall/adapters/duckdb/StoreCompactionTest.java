package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.adapters.duckdb.Messages.assertSays;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.storage.Compaction;

class StoreCompactionTest {

  private static final int KILLS = 6;

  private final Stores stores;
  private final Path database;

  StoreCompactionTest(@TempDir Path directory) {
    this.stores = new Stores(directory);
    this.database = stores.database();
  }

  @Test
  void givesBackTheSpaceOfWhatWasRemoved() throws Exception {
    List<Run> runs = Runs.many(20_000);
    stores.history().recordAll(runs.iterator());
    stores.history().deleteBefore(runs.get(19_000).startTime());
    long before = Files.size(database);

    Compaction compaction = stores.upkeep().compact().get();

    assertEquals(before, compaction.bytesBefore());
    assertEquals(Files.size(database), compaction.bytesAfter());
    assertTrue(compaction.bytesAfter() < before, compaction::toString);
    assertEquals(1_000, stores.history().counts().runs());
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(database)));
  }

  @Test
  void saysWhatToDoAboutAJournalThatIsNone() throws Exception {
    stores.history().record(Runs.complete());
    byte[] before = Files.readAllBytes(database);
    Path journal = Files.writeString(Journal.beside(database), "notes to myself");

    assertSays(
        assertThrows(HistoryUnavailable.class, () -> stores.upkeep().compact()),
        "has a journal that cannot be taken in: " + journal,
        "Move it away, then try again");

    assertArrayEquals(before, Files.readAllBytes(database));
    assertEquals("notes to myself", Files.readString(journal));
  }

  @Test
  void takesInWhatTheJournalHolds() throws Exception {
    stores.history().record(Runs.complete());
    DamagedFiles.storeInJournal(database, 5);

    stores.upkeep().compact();

    assertFalse(Files.exists(Journal.beside(database)));
    assertEquals(6, stores.history().counts().runs());
    assertTrue(stores.upkeep().check().findings().isEmpty());
  }

  @Test
  void takesThePlaceOfTheFileAndNotOfALinkToIt(@TempDir Path elsewhere) throws Exception {
    stores.history().record(Runs.complete());
    Path real = Files.move(database, elsewhere.resolve("real.duckdb"));
    Files.createSymbolicLink(database, real);

    stores.upkeep().compact();

    assertTrue(Files.isSymbolicLink(database));
    assertEquals(1, stores.historyIn(real).counts().runs());
    assertEquals(1, stores.history().counts().runs());
  }

  @Test
  void leavesADamagedDatabaseAsItIs() throws Exception {
    stores.history().recordAll(Runs.many(20_000).iterator());
    DamagedFiles.flip(database, Files.size(database) / 2);
    Map<String, String> before = DamagedFiles.fingerprints(stores.directory());

    assertSays(
        assertThrows(HistoryUnavailable.class, () -> stores.upkeep().compact()), "db repair");

    assertEquals(before, DamagedFiles.fingerprints(stores.directory()));
  }

  @Test
  void waitsForAForeignProgramThatHasTheFileOpen() throws Exception {
    stores.history().record(Runs.complete());
    try (ChildJvm holder = ChildJvm.start(HoldingProgram.class, stores.directory(), "foreign")) {
      assertEquals("held", holder.line());
      DuckDbStoreUpkeep impatient = stores.waitingNoLongerThan(Duration.ofMillis(100)).upkeep();

      assertSays(
          assertThrows(HistoryUnavailable.class, impatient::compact),
          "is in use by process " + holder.pid());
      assertThrows(
          HistoryUnavailable.class, () -> impatient.backUp(database.resolveSibling("copy")));
      assertThrows(
          HistoryUnavailable.class, () -> impatient.repair(database.resolveSibling("copy")));
      assertFalse(Files.exists(database.resolveSibling("copy")));
    }
  }

  /** Killed at any moment, it leaves the old file or the new one, and the next clears away. */
  @Test
  void leavesAWholeDatabaseWhenItIsKilled() throws Exception {
    stores.history().recordAll(Runs.many(3_000).iterator());
    HistoryCounts counts = stores.history().counts();
    Random moments = new Random(7);
    for (int i = 0; i < KILLS; i++) {
      try (ChildJvm program = ChildJvm.start(CompactingProgram.class, stores.directory())) {
        assertEquals("compacting", program.line());
        Thread.sleep(moments.nextInt(400));
        program.kill();
      }
      assertEquals(counts, stores.history().counts());
      assertTrue(stores.upkeep().check().findings().isEmpty());
    }
    stores.upkeep().compact();
    assertEquals(List.of("history.duckdb", "history.duckdb.lock"), files());
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(database.getParent())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
