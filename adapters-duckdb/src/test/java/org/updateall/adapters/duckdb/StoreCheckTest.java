package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.Runs;
import org.updateall.domain.ledger.Foretellings;
import org.updateall.domain.storage.CheckReport;
import org.updateall.domain.storage.Finding;
import org.updateall.domain.storage.Finding.Severity;

/** Damage of every kind is found, named, and left as it is. */
class StoreCheckTest {

  private final Stores stores;
  private final Path database;
  private final Path journal;

  StoreCheckTest(@TempDir Path directory) {
    this.stores = new Stores(directory);
    this.database = stores.database();
    this.journal = Journal.beside(database);
  }

  @BeforeEach
  void recordARun() {
    stores.history().record(Runs.complete());
  }

  @Test
  void findsAnEmptyFile() throws Exception {
    DamagedFiles.cut(database, 0);
    assertFinds("The file is empty");
  }

  @Test
  void findsAFileThatIsCutOff() throws Exception {
    DamagedFiles.cut(database, Files.size(database) - 100_000);
    assertFinds("cannot be");
  }

  @Test
  void findsAFileThatIsHardlyThere() throws Exception {
    DamagedFiles.cut(database, 100);
    assertFinds("cannot be opened");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 9, 20, 3000, 4100, 5000, 8200, 9000})
  void findsADamagedBeginning(long place) throws Exception {
    DamagedFiles.flip(database, place);
    assertFinds("cannot be opened");
  }

  @Test
  void findsADamagedBlockOfEveryPartOfTheFile() throws Exception {
    long size = Files.size(database);
    byte[] sound = Files.readAllBytes(database);
    int found = 0;
    for (long block = 12_288; block < size; block += 262_144) {
      Files.write(database, sound);
      DamagedFiles.flip(database, block + 64);
      found += stores.upkeep().check().isSound() ? 0 : 1;
    }
    assertTrue(found > 0, "no damaged block was found");
  }

  @Test
  void saysThatChangesAreInTheJournal() throws Exception {
    DamagedFiles.storeInJournal(database, 3);

    CheckReport report = check();

    assertTrue(report.isSound());
    assertEquals(4, report.soundRuns());
    assertEquals(Severity.NOTE, report.findings().get(0).severity());
    assertTrue(Files.exists(journal), "the journal was taken in");
  }

  @Test
  void saysThatTheLastChangeInTheJournalWasNotFinished() throws Exception {
    DamagedFiles.storeInJournal(database, 3);
    DamagedFiles.cut(journal, Files.size(journal) - 30);

    CheckReport report = check();

    assertTrue(report.isSound());
    assertEquals(3, report.soundRuns());
    assertTrue(report.findings().get(0).what().contains("was not finished"));
  }

  @Test
  void findsADamagedJournal() throws Exception {
    DamagedFiles.storeInJournal(database, 3);
    DamagedFiles.flip(journal, 40);
    assertFinds("cannot be opened");
  }

  /** The engine opens such a database without a word. */
  @Test
  void findsAJournalOfWhichAnEntryPretendsToBeLonger() throws Exception {
    DamagedFiles.storeInJournal(database, 3);
    DamagedFiles.flip(journal, 10);
    assertFinds("stored behind it are passed over");
  }

  @Test
  void findsAJournalOfZeroes() throws Exception {
    DamagedFiles.storeInJournal(database, 3);
    Files.write(journal, new byte[(int) Files.size(journal)]);
    assertFinds("does not begin as one does");
  }

  @Test
  void findsAJournalThatIsNone() throws Exception {
    Files.writeString(journal, "notes to myself\n".repeat(20));
    assertFinds("does not begin as one does");
  }

  @Test
  void findsAJournalWhoseBeginningIsDamaged() throws Exception {
    DamagedFiles.storeInJournal(database, 3);
    DamagedFiles.flip(journal, 2);
    assertFinds("does not begin as one does");
  }

  @Test
  void mindsNoEmptyJournal() throws Exception {
    Files.createFile(journal);

    assertTrue(check().isSound());
  }

  @Test
  void findsAJournalWithoutItsDatabase() throws Exception {
    DamagedFiles.storeInJournal(database, 3);
    Files.delete(database);
    assertFinds("is missing, but its journal");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INSERT INTO runs SELECT * FROM runs                                  | Runs are stored more than once
          DELETE FROM runs                                                     | Executions belong to a run that is not there
          INSERT INTO plugin_executions SELECT * FROM plugin_executions        | Executions are stored more than once
          DELETE FROM plugin_executions                                        | Steps belong to an execution
          INSERT INTO step_metrics SELECT * FROM step_metrics                  | Steps are stored more than once
          UPDATE estimates SET execution_no = 7                                | Announcements belong to an execution
          INSERT INTO estimates SELECT * FROM estimates                        | Announcements are stored more than once
          UPDATE plugin_executions SET status = 'splendid'                     | Runs hold what no run can
          UPDATE step_metrics SET phase = 'splendid'                           | Runs hold what no run can
          UPDATE estimates SET confidence = 7                                  | Runs hold what no run can
          UPDATE runs SET hostname = ''                                        | Runs hold what no run can
          """)
  void findsRowsThatDoNotFit(String damage, String expected) throws Exception {
    DamagedFiles.execute(database, damage);
    assertFinds(expected);
  }

  @Test
  void findsModelsThatAreNone() throws Exception {
    String model =
        "INSERT INTO models VALUES ('apt', NULL, '%s', 'family', 'form', 'scale', 5,"
            + " TIMESTAMP '2026-01-01', 'print', TIMESTAMP '2026-01-01', '{}')";
    DamagedFiles.execute(database, model.formatted("splendid"), model.formatted("splendid"));

    assertFinds("Models hold what no model can");
    assertFinds("Models are stored more than once");
  }

  @Test
  void findsPredictionsThatAreNone() throws Exception {
    stores.ledger().enter(Foretellings.complete());
    DamagedFiles.execute(
        database,
        "INSERT INTO predictions SELECT * FROM predictions",
        "UPDATE predictions SET basis = 'splendid' WHERE plugin_name IS NULL");

    assertFinds("Predictions hold what none can");
    assertFinds("Predictions are stored more than once");
  }

  @Test
  void whatWasForetoldOfARunThatIsNotThereIsNoFault() throws Exception {
    stores.ledger().enter(Foretellings.complete());

    assertTrue(check().isSound());
  }

  @Test
  void namesAFewOfManyAndCountsAll() throws Exception {
    stores.history().recordAll(Runs.many(50).iterator());
    DamagedFiles.execute(database, "UPDATE plugin_executions SET status = 'splendid'");

    Finding finding = check().findings().get(0);

    assertEquals(50, finding.count());
    assertEquals(Finding.MAX_EXAMPLES, finding.examples().size());
    assertTrue(finding.examples().get(0).contains("status 'splendid' is unknown"));
  }

  @Test
  void refusesWhatIsNotOurs() throws Exception {
    Path other = database.resolveSibling("other.duckdb");
    DamagedFiles.execute(other, "CREATE TABLE songs (title VARCHAR)");
    Files.move(other, database, StandardCopyOption.REPLACE_EXISTING);

    assertThrows(HistoryUnavailable.class, () -> stores.upkeep().check());
    assertThrows(HistoryUnavailable.class, () -> stores.upkeep().summary());
    assertThrows(HistoryUnavailable.class, () -> stores.upkeep().compact());
    assertThrows(
        HistoryUnavailable.class, () -> stores.upkeep().backUp(database.resolveSibling("copy")));
    assertThrows(
        HistoryUnavailable.class, () -> stores.upkeep().repair(database.resolveSibling("copy")));
    assertFalse(Files.exists(database.resolveSibling("copy")));
  }

  private void assertFinds(String words) throws Exception {
    CheckReport report = check();
    assertFalse(report.isSound());
    assertTrue(
        report.findings().stream()
            .filter(each -> each.severity() == Severity.PROBLEM)
            .anyMatch(each -> each.what().contains(words) && !each.remedy().isEmpty()),
        () -> words + " is not in " + report.findings());
  }

  private CheckReport check() throws Exception {
    Map<String, String> before = DamagedFiles.fingerprints(stores.directory());
    CheckReport report = stores.upkeep().check();
    assertEquals(before, DamagedFiles.fingerprints(stores.directory()));
    return report;
  }
}
