package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.ledger.Foretellings;

/** Databases that earlier versions of this program wrote, as files, open and lose nothing. */
class OlderDatabasesTest {

  private static final Migration FIRST = Migration.fromResource("V1__runs_and_models.sql");
  private static final Migration LATER =
      new Migration(
          2, "notes", "CREATE TABLE notes (text VARCHAR); INSERT INTO notes VALUES ('a')");
  private static final Migration BROKEN =
      new Migration(2, "broken", "CREATE TABLE more (i INTEGER); INSERT INTO nowhere VALUES (1)");

  private final Stores stores;
  private final Path database;

  OlderDatabasesTest(@TempDir Path directory) {
    this.stores = new Stores(directory);
    this.database = stores.database();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1.duckdb.gz", "v2.duckdb.gz", "v3.duckdb.gz"})
  void areReadWhole(String fixture) throws Exception {
    unpack(fixture);

    assertIntact();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1.duckdb.gz", "v2.duckdb.gz", "v3.duckdb.gz"})
  void areWrittenToWithoutALoss(String fixture) throws Exception {
    unpack(fixture);
    Run another = Runs.run(9).executing(Runs.execution("cargo", 3)).build();

    assertEquals(RecordOutcome.ADDED, stores.history().record(another));
    assertEquals(RecordOutcome.UNCHANGED, stores.history().record(FixtureProgram.runs().get(0)));

    assertTrue(stores.history().find(another.runId()).get().sameContentAs(another));
    stores.history().delete(List.of(another.runId()));
    assertIntact();
    assertTrue(stores.upkeep().check().isSound());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1.duckdb.gz", "v2.duckdb.gz", "v3.duckdb.gz"})
  void areSavedCopiedAndCompactedAsTheyAre(String fixture) throws Exception {
    unpack(fixture);
    Path copy = database.resolveSibling("copy.duckdb");
    Path saved = database.resolveSibling("saved.duckdb");

    assertTrue(stores.upkeep().check().isSound());
    stores.upkeep().backUp(copy).get();
    assertTrue(stores.upkeep().repair(saved).get().isComplete());
    stores.upkeep().compact().get();

    assertEquals(FixtureProgram.runs().size(), stores.historyIn(copy).counts().runs());
    assertEquals(FixtureProgram.runs().size(), stores.historyIn(saved).counts().runs());
    assertIntact();
  }

  @Test
  void keepTheirLedger() throws Exception {
    unpack("v3.duckdb.gz");
    Path saved = database.resolveSibling("saved.duckdb");

    assertEquals(List.of(Foretellings.complete()), stores.ledger().foretold(null));
    assertTrue(stores.upkeep().repair(saved).get().isComplete());
    assertEquals(List.of(Foretellings.complete()), stores.ledgerIn(saved).foretold(null));
  }

  @Test
  void getALedgerIfTheyHadNone() throws Exception {
    unpack("v2.duckdb.gz");

    assertEquals(List.of(), stores.ledger().foretold(null));
    stores.ledger().enter(Foretellings.complete());
    assertEquals(List.of(Foretellings.complete()), stores.ledger().foretold(null));
  }

  @Test
  void areKeptBesideBeforeTheirTablesChange() throws Exception {
    unpack("v1.duckdb.gz");
    Schema later = new Schema(List.of(FIRST, LATER));

    assertEquals("1", stores.store(later).read("", handle -> count(handle, "notes")));

    Path kept = MigrationBackup.of(database, 2);
    assertTrue(Files.exists(kept));
    assertEquals(2, stores.upkeep(later).summary().get().schemaVersion());
    assertEquals(3, storedIn(kept).size());
    assertThrows(HistoryUnavailable.class, () -> stores.upkeep(oldest()).summary());
  }

  @Test
  void areWhatTheyWereWhenTheirMigrationFails() throws Exception {
    unpack("v1.duckdb.gz");
    Map<String, String> before = DamagedFiles.fingerprints(stores.directory());
    Schema broken = new Schema(List.of(FIRST, BROKEN));

    assertThrows(HistoryUnavailable.class, () -> stores.store(broken).write(handle -> 0));
    assertThrows(HistoryUnavailable.class, () -> stores.store(broken).read(0, handle -> 0));

    assertTrue(Files.deleteIfExists(MigrationBackup.of(database, 2)));
    assertEquals(before, DamagedFiles.fingerprints(stores.directory()));
  }

  @Test
  void leaveNoCopyWhenNothingChanges() throws Exception {
    stores.history().record(Runs.complete());
    stores.history().record(Runs.run(2).build());

    assertFalse(Files.exists(MigrationBackup.of(database, 1)));
    assertFalse(Files.exists(MigrationBackup.of(database, 2)));
  }

  private static Schema oldest() {
    return new Schema(List.of(FIRST));
  }

  private List<Run> storedIn(Path file) {
    List<Run> runs = new ArrayList<>();
    new DuckDbRunHistory(
            new DuckDbStore(
                new DuckDbSettings(file), stores.clock(), new SystemProcesses(), oldest()),
            stores.clock())
        .visit(HistoryFilter.everything(), runs::add);
    return runs;
  }

  private static String count(Handle handle, String table) {
    return handle.createQuery("SELECT count(*) FROM " + table).mapTo(String.class).one();
  }

  private void assertIntact() {
    List<Run> runs = new ArrayList<>();
    stores.history().visit(HistoryFilter.everything(), runs::add);
    List<Run> expected =
        FixtureProgram.runs().stream().map(run -> run.createdAt(FixtureProgram.CREATED)).toList();
    assertEquals(expected, runs);
    assertEquals(
        Map.of(FixtureProgram.MODEL.key(), FixtureProgram.MODEL),
        stores.models().findAll(List.of(FixtureProgram.MODEL.key())));
    assertEquals(List.of("apt", "cargo"), plugins());
  }

  private List<String> plugins() {
    return stores.queries().pluginStatistics(HistoryFilter.everything()).stream()
        .map(each -> each.plugin().value())
        .toList();
  }

  private void unpack(String fixture) throws Exception {
    try (InputStream packed =
            Objects.requireNonNull(getClass().getResourceAsStream("databases/" + fixture));
        InputStream file = new GZIPInputStream(packed)) {
      Files.copy(file, database);
    }
  }
}
