package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.updateall.adapters.duckdb.Messages.assertSays;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.adapters.duckdb.MigrationTable.Applied;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.SettableClock;

class SchemaTest {

  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00.000001Z");
  private static final Migration FIRST = Migration.fromResource("V1__runs_and_models.sql");
  private static final Migration SECOND =
      Migration.fromResource("V2__performance_and_accuracy.sql");
  private static final Migration THIRD = Migration.fromResource("V3__prediction_ledger.sql");
  private static final Migration FOURTH = Migration.fromResource("V4__provenance.sql");
  private static final Migration FIFTH =
      new Migration(
          5, "notes", "CREATE TABLE notes (text VARCHAR); INSERT INTO notes VALUES ('a')");
  private static final Migration BROKEN =
      new Migration(6, "broken", "CREATE TABLE more (i INTEGER); INSERT INTO nowhere VALUES (1)");

  private final Stores stores;

  SchemaTest(@TempDir Path directory) {
    this.stores = new Stores(directory, new SettableClock(NOW));
  }

  @Test
  void aNewDatabaseNotesTheMigrationsThatMadeIt() {
    stores.history().record(Runs.complete());

    assertEquals(
        List.of(
            Applied.of(FIRST, NOW),
            Applied.of(SECOND, NOW),
            Applied.of(THIRD, NOW),
            Applied.of(FOURTH, NOW)),
        applied(Schema.current()));
  }

  @Test
  void aWriteAppliesWhatIsMissing() {
    stores.history().record(Runs.complete());
    Schema later = new Schema(List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH));

    assertEquals("1", stores.store(later).write(handle -> count(handle, "notes")));

    assertEquals(
        List.of(
            Applied.of(FIRST, NOW),
            Applied.of(SECOND, NOW),
            Applied.of(THIRD, NOW),
            Applied.of(FOURTH, NOW),
            Applied.of(FIFTH, NOW)),
        applied(later));
  }

  @Test
  void aReadAppliesWhatIsMissing() {
    stores.history().record(Runs.complete());
    Schema later = new Schema(List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH));

    assertEquals("1", stores.store(later).read("", handle -> count(handle, "notes")));
    assertEquals("1", stores.store(later).read("", handle -> count(handle, "runs")));
  }

  @Test
  void aMigrationThatFailsLeavesTheDatabaseAsItWas() {
    stores.history().record(Runs.complete());
    Schema broken = new Schema(List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH, BROKEN));

    assertThrows(
        HistoryUnavailable.class, () -> stores.store(broken).write(handle -> "not reached"));

    assertEquals(
        List.of(
            Applied.of(FIRST, NOW),
            Applied.of(SECOND, NOW),
            Applied.of(THIRD, NOW),
            Applied.of(FOURTH, NOW)),
        applied(Schema.current()));
    assertEquals(1, stores.history().counts().runs());
  }

  @Test
  void aDatabaseOfALaterProgramIsRefusedByAnEarlierOne() {
    stores.store(new Schema(List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH))).write(handle -> 0);

    HistoryUnavailable refusal =
        assertThrows(HistoryUnavailable.class, () -> stores.history().counts());

    assertSays(refusal, "schema version 5");
  }

  @Test
  void theChecksumIsThatOfTheTextWhateverItsLineEnds() {
    assertEquals(
        new Migration(1, "a", "x\ny").checksum(), new Migration(1, "a", "x\r\ny").checksum());
    assertNotEquals(
        new Migration(1, "a", "x\ny").checksum(), new Migration(1, "a", "x\nz").checksum());
  }

  /** Once released, a migration never changes: this fails if one does. */
  @Test
  void theFirstMigrationIsTheOneThatWasReleased() {
    assertEquals(1, FIRST.version());
    assertEquals("runs and models", FIRST.description());
    assertEquals(
        "dae36ea6673e22efbbd6803f703ac7922355c43f517267b8cd39542defbdc0b1", FIRST.checksum());
  }

  @Test
  void theSecondMigrationIsTheOneThatWasReleased() {
    assertEquals(2, SECOND.version());
    assertEquals("performance and accuracy", SECOND.description());
    assertEquals(
        "e5764827848de8e427151382fdd76d0f087702b10274662fcc7d49cb269ff12f", SECOND.checksum());
  }

  @Test
  void theThirdMigrationIsTheOneThatWasReleased() {
    assertEquals(3, THIRD.version());
    assertEquals("prediction ledger", THIRD.description());
    assertEquals(
        "c6a376d1e35258762d75d1c50ad8d0bd8bfbafec45608e61c8da1b46910a0ad5", THIRD.checksum());
  }

  @Test
  void refusesAMigrationThatIsNotThereOrIsNamedOddly() {
    assertThrows(IllegalArgumentException.class, () -> Migration.fromResource("V9__none.sql"));
    assertThrows(IllegalArgumentException.class, () -> Migration.fromResource("first.sql"));
  }

  @Test
  void rowsHaveTheColumnsOfTheirTablesInTheSameOrder() {
    stores.history().record(Runs.complete());

    assertEquals(columns("runs"), components(RunRow.class));
    assertEquals(columns("plugin_executions"), components(ExecutionRow.class));
    assertEquals(columns("step_metrics"), components(StepRow.class));
    assertEquals(columns("estimates"), components(EstimateRow.class));
    assertEquals(columns("models"), components(ModelRow.class));
    assertEquals(columns("predictions"), components(PredictionRow.class));
  }

  private List<Applied> applied(Schema schema) {
    return stores.store(schema).read(List.of(), MigrationTable::applied);
  }

  private static String count(Handle handle, String table) {
    return handle.createQuery("SELECT count(*) FROM " + table).mapTo(String.class).one();
  }

  private List<String> columns(String table) {
    return stores
        .store()
        .read(
            List.of(),
            handle ->
                handle
                    .createQuery(
                        "SELECT column_name FROM duckdb_columns() WHERE table_name = :table"
                            + " ORDER BY column_index")
                    .bind("table", table)
                    .mapTo(String.class)
                    .list());
  }

  private static List<String> components(Class<? extends Record> row) {
    return Arrays.stream(row.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
        .toList();
  }
}
