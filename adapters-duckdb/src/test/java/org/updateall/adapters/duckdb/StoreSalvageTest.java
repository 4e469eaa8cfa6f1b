package org.updateall.adapters.duckdb;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.adapters.duckdb.Messages.assertSays;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.Runs;
import org.updateall.domain.ledger.Foretellings;
import org.updateall.domain.storage.Salvage;
import org.updateall.domain.storage.SalvagedTable;

/** What can be read of a damaged database is saved, and the old one is left as it is. */
class StoreSalvageTest {

  /** How much of a damaged database could be saved. */
  private enum Saved {
    NOTHING,
    IN_PART,
    WHOLE
  }

  private final Stores stores;
  private final Path database;
  private final Path journal;
  private final Path target;

  StoreSalvageTest(@TempDir Path directory, @TempDir Path other) {
    this.stores = new Stores(directory);
    this.database = stores.database();
    this.journal = Journal.beside(database);
    this.target = other.resolve("saved.duckdb");
  }

  @BeforeEach
  void recordARun() {
    stores.history().record(Runs.complete());
  }

  @Test
  void savesWhatTheJournalHolds() throws Exception {
    DamagedFiles.storeInJournal(database, 5);

    assertTrue(repair().isComplete());

    assertEquals(6, saved().counts().runs());
  }

  /** Every byte position in turn would take minutes; every seventh meets each part of an entry. */
  @Test
  void savesEverythingBeforeTheDamageWhereverTheJournalIsDamaged() throws Exception {
    DamagedFiles.storeInJournal(database, 3);
    byte[] sound = Files.readAllBytes(journal);
    for (int place = 9; place < sound.length; place += 37) {
      Files.write(journal, sound);
      DamagedFiles.flip(journal, place);
      Files.deleteIfExists(target);

      repair();

      long whole = 1 + 3L * (place - 8) / (sound.length - 8);
      assertTrue(saved().counts().runs() >= whole, "damage at byte " + place);
      assertEquals(3, saved().counts().steps());
    }
  }

  @Test
  void putsTheBeginningOfAJournalRight() throws Exception {
    DamagedFiles.storeInJournal(database, 5);
    DamagedFiles.flip(journal, 2);

    Salvage salvage = repair();

    assertTrue(salvage.isComplete());
    assertEquals(1, salvage.losses().size());
    assertEquals(6, saved().counts().runs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zeroes", "text", "empty"})
  void savesTheDatabaseBesideAJournalThatIsNone(String kind) throws Exception {
    switch (kind) {
      case "zeroes" -> Files.write(journal, new byte[500]);
      case "text" -> Files.writeString(journal, "notes to myself\n".repeat(20));
      default -> Files.createFile(journal);
    }

    repair();

    assertWholeRun();
  }

  /** The first three are the kind of file, the others the two accounts of what is where. */
  @ParameterizedTest
  @ValueSource(longs = {0, 9, 20, 3000, 4096, 4100, 4104, 4130, 5000, 8195, 8210, 9000})
  void putsASingleDamagedByteRight(long place) throws Exception {
    stores.history().recordAll(Runs.many(30).iterator());
    stores.history().record(Runs.complete());
    DamagedFiles.flip(database, place);

    Salvage salvage = repair();

    assertTrue(salvage.isComplete(), () -> salvage.losses().toString());
    assertEquals(1, salvage.losses().size());
    assertEquals(30, saved().counts().runs());
    assertWholeRun();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 4095, 4096, 8192, 12_288})
  void refusesWhatIsTooShortToHoldATable(int length) throws Exception {
    Files.write(database, Arrays.copyOf(Files.readAllBytes(database), length));
    byte[] before = Files.readAllBytes(database);

    assertSays(
        assertThrows(HistoryUnavailable.class, this::repair),
        "is damaged beyond what can be repaired",
        "bring back a backup");

    assertArrayEquals(before, Files.readAllBytes(database));
    assertFalse(Files.exists(target));
  }

  @Test
  void putsAByteOfABlockRightWhereItsChecksumProvesWhatStoodThere() throws Exception {
    List<Run> runs = Runs.many(20_000);
    stores.history().recordAll(runs.iterator());
    byte[] sound = Files.readAllBytes(database);
    int mended = 0;
    for (long block = 12_288; block + 262_144 <= sound.length; block += 2 * 262_144) {
      Files.write(database, sound);
      DamagedFiles.flip(database, block + (block * 7919) % 262_144);
      Files.deleteIfExists(target);
      mended += saved(runs) == Saved.WHOLE ? 1 : 0;
    }
    assertTrue(mended >= 3, () -> "only few blocks were put right");
  }

  @Test
  void replacesTheFirstBlockWhichIsTheSameInEveryFile() throws Exception {
    DamagedFiles.flip(database, 9, 20, 21, 22, 40, 3000);

    assertTrue(repair().isComplete());
    assertWholeRun();
  }

  /** The newer one is needed; nothing is made up of the older. */
  @Test
  void doesWithoutTheOlderAccountOfWhatIsWhere() throws Exception {
    stores.history().record(Runs.run(2).build());
    byte[] sound = Files.readAllBytes(database);
    int saved = 0;
    for (int account : new int[] {4096, 8192}) {
      Files.write(database, sound);
      DamagedFiles.flip(database, account + 600, account + 700, account + 800);
      Files.deleteIfExists(target);
      saved += isSavedWhole() ? 1 : 0;
    }
    assertEquals(1, saved);
  }

  private boolean isSavedWhole() throws Exception {
    try {
      return repair().isComplete() && saved().counts().runs() == 2;
    } catch (HistoryUnavailable beyondRepair) {
      assertSays(beyondRepair, "beyond what can be repaired");
      return false;
    }
  }

  @Test
  void savesTheRowsOfBlocksThatAreWhole() throws Exception {
    List<Run> runs = Runs.many(20_000);
    stores.history().recordAll(runs.iterator());
    byte[] sound = Files.readAllBytes(database);
    int partly = 0;
    for (long block = 12_288; block + 262_144 <= sound.length; block += 2 * 262_144) {
      Files.write(database, sound);
      DamagedFiles.flip(database, block + 100, block + 2_000, block + 30_000);
      Files.deleteIfExists(target);
      partly += saved(runs) == Saved.IN_PART ? 1 : 0;
    }
    assertTrue(partly > 0, "no damage left a part to be saved");
  }

  /** Whatever is saved must be as it was stored, but for parts that are missing. */
  private Saved saved(List<Run> runs) throws Exception {
    Salvage salvage;
    try {
      salvage = repair();
    } catch (HistoryUnavailable beyondRepair) {
      assertSays(beyondRepair, "beyond what can be repaired");
      return Saved.NOTHING;
    }
    Map<RunId, Run> stored = new HashMap<>();
    runs.forEach(run -> stored.put(run.runId(), run));
    List<Run> saved = new ArrayList<>();
    saved().visit(HistoryFilter.everything(), saved::add);
    for (Run run : saved) {
      Run original = requireNonNull(stored.get(run.runId()));
      assertEquals(original.startTime(), run.startTime());
      assertEquals(original.hostname(), run.hostname());
    }
    assertTrue(!salvage.isComplete() || saved.size() == runs.size(), "a loss was not reported");
    if (salvage.isComplete()) {
      return Saved.WHOLE;
    }
    return saved.isEmpty() ? Saved.NOTHING : Saved.IN_PART;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE step_metrics SET phase = 'splendid' WHERE step_no = 1         | 1 | 2 | 2 | 2 | Steps hold what none can
          UPDATE estimates SET confidence = 7 WHERE estimate_no = 0            | 1 | 2 | 3 | 1 | Announcements hold what none can
          UPDATE plugin_executions SET status = 'splendid' WHERE execution_no = 0 | 1 | 1 | 0 | 0 | Executions hold what none can
          UPDATE runs SET hostname = ''                                        | 0 | 0 | 0 | 0 | Runs hold what none can
          DELETE FROM runs                                                     | 0 | 0 | 0 | 0 | Executions belong to a run that is not there
          DELETE FROM plugin_executions WHERE execution_no = 0                 | 1 | 1 | 0 | 0 | Steps belong to an execution that is not there
          INSERT INTO runs SELECT * FROM runs                                  | 1 | 2 | 3 | 2 | Runs are stored more than once
          INSERT INTO plugin_executions SELECT * FROM plugin_executions        | 1 | 2 | 3 | 2 | Executions are stored more than once
          INSERT INTO step_metrics SELECT * FROM step_metrics                  | 1 | 2 | 3 | 2 | Steps are stored more than once
          INSERT INTO estimates SELECT * FROM estimates                        | 1 | 2 | 3 | 2 | Announcements are stored more than once
          """)
  void leavesOutWhatTheDomainRefusesAndSaysSo(
      String damage, long runs, long executions, long steps, long estimates, String loss)
      throws Exception {
    DamagedFiles.execute(database, damage);

    Salvage salvage = repair();

    assertFalse(salvage.isComplete());
    assertTrue(
        salvage.losses().stream().anyMatch(each -> each.what().startsWith(loss)),
        () -> salvage.losses().toString());
    assertEquals(runs, saved().counts().runs());
    assertEquals(executions, saved().counts().executions());
    assertEquals(steps, saved().counts().steps());
    assertEquals(estimates, saved().counts().estimates());
    assertTrue(stores.upkeep().check().exists());
  }

  @Test
  void savesTheOtherRunsOfAPageWithADamagedOne() throws Exception {
    stores.history().recordAll(Runs.many(10).stream().skip(1).iterator());
    DamagedFiles.execute(
        database, "UPDATE plugin_executions SET status = 'splendid' WHERE plugin_name = 'cargo'");

    repair();

    assertEquals(10, saved().counts().runs());
    assertEquals(10, saved().counts().executions());
  }

  @Test
  void savesPredictions() throws Exception {
    stores.ledger().enter(Foretellings.run(5, Runs.NOON, "apt", "cargo"));
    stores.ledger().enter(Foretellings.run(6, Runs.NOON, "apt"));
    DamagedFiles.execute(
        database,
        "INSERT INTO predictions SELECT * FROM predictions WHERE plugin_name = 'cargo'",
        "UPDATE predictions SET scores = -1 WHERE run_id IN"
            + " (SELECT max(CAST(run_id AS VARCHAR))::UUID FROM predictions)");

    Salvage salvage = repair();

    SalvagedTable predictions = salvage.tables().get(5);
    assertEquals("predictions", predictions.table());
    assertEquals(4, predictions.found());
    assertEquals(2, predictions.saved());
    assertTrue(
        salvage.losses().stream()
            .anyMatch(each -> each.what().startsWith("Predictions hold what")));
    assertTrue(
        salvage.losses().stream()
            .anyMatch(each -> each.what().startsWith("Predictions are stored more than once")));
    assertEquals(
        List.of(Foretellings.run(5, Runs.NOON, "apt", "cargo")),
        stores.ledgerIn(target).foretold(null));
  }

  @Test
  void savesModels() throws Exception {
    String model =
        "INSERT INTO models VALUES ('%s', NULL, '%s', 'family', 'form', 'scale', 5,"
            + " TIMESTAMP '2026-01-01', 'print', TIMESTAMP '2026-01-01', '{}')";
    DamagedFiles.execute(
        database,
        model.formatted("apt", "wall_clock_seconds"),
        model.formatted("apt", "splendid"),
        model.formatted("snap", "wall_clock_seconds"),
        model.formatted("snap", "wall_clock_seconds"));

    Salvage salvage = repair();

    SalvagedTable models = salvage.tables().get(4);
    assertEquals("models", models.table());
    assertEquals(4, models.found());
    assertEquals(2, models.saved());
    assertTrue(
        salvage.losses().stream().anyMatch(each -> each.what().startsWith("Models hold what")));
  }

  @Test
  void leavesNothingBehindButTheNewFileForItsOwnerAlone() throws Exception {
    repair();

    try (Stream<Path> files = Files.list(target.getParent())) {
      assertEquals(List.of(target), files.toList());
    }
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
  }

  @Test
  void saysThatNothingCanBeSavedOfAFileThatIsHardlyThere() throws Exception {
    DamagedFiles.cut(database, 13_000);
    Map<String, String> before = DamagedFiles.fingerprints(stores.directory());

    HistoryUnavailable failure =
        assertThrows(HistoryUnavailable.class, () -> stores.upkeep().repair(target));

    assertSays(failure, database.toString(), "beyond what can be repaired", "bring back a backup");
    assertEquals(before, DamagedFiles.fingerprints(stores.directory()));
    try (Stream<Path> files = Files.list(target.getParent())) {
      assertEquals(List.of(), files.toList());
    }
  }

  private void assertWholeRun() {
    assertTrue(saved().find(Runs.id(1)).get().sameContentAs(Runs.complete()));
  }

  private Salvage repair() throws Exception {
    Map<String, String> before = DamagedFiles.fingerprints(stores.directory());
    try {
      return stores.upkeep().repair(target).get();
    } finally {
      assertEquals(before, DamagedFiles.fingerprints(stores.directory()));
    }
  }

  private DuckDbRunHistory saved() {
    return stores.historyIn(target);
  }
}
