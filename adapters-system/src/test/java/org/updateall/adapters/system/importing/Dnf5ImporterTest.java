package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.updateall.adapters.system.importing.SqliteFixtures.database;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.HistoryImporterContract;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SourceMachine;

final class Dnf5ImporterTest extends HistoryImporterContract {

  private static final String PLACE = "/usr/lib/sysimage/libdnf5/transaction_history.sqlite";
  private static final int OK = 2;
  private static final int ERROR = 3;

  @TempDir Path root;
  private final List<String> rows = new ArrayList<>();

  @BeforeEach
  void makeHistory() {
    rows.clear();
    rows.add("PRAGMA journal_mode = WAL");
    rows.add("CREATE TABLE trans_state (id INTEGER PRIMARY KEY, name TEXT)");
    rows.add("INSERT INTO trans_state VALUES (1, 'Started'), (2, 'Ok'), (3, 'Error')");
    rows.add("CREATE TABLE trans_item_state (id INTEGER PRIMARY KEY, name TEXT)");
    rows.add("INSERT INTO trans_item_state VALUES (1, 'Started'), (2, 'Ok'), (3, 'Error')");
    rows.add("CREATE TABLE trans_item_action (id INTEGER PRIMARY KEY, name TEXT)");
    rows.add(
        "INSERT INTO trans_item_action VALUES (1, 'Install'), (2, 'Upgrade'), (3, 'Downgrade'),"
            + " (4, 'Reinstall'), (5, 'Remove'), (6, 'Replaced'), (7, 'Reason Change')");
    rows.add(
        "CREATE TABLE trans (id INTEGER PRIMARY KEY AUTOINCREMENT, dt_begin INTEGER NOT NULL,"
            + " dt_end INTEGER, rpmdb_version_begin TEXT, rpmdb_version_end TEXT,"
            + " releasever TEXT NOT NULL, user_id INTEGER NOT NULL, description TEXT,"
            + " comment TEXT, state_id INTEGER)");
    rows.add(
        "CREATE TABLE trans_item (id INTEGER PRIMARY KEY AUTOINCREMENT, trans_id INTEGER,"
            + " item_id INTEGER, repo_id INTEGER, action_id INTEGER NOT NULL,"
            + " reason_id INTEGER NOT NULL, state_id INTEGER NOT NULL)");
    rows.add("CREATE TABLE rpm (item_id INTEGER NOT NULL UNIQUE)");
    rows.add("INSERT INTO rpm VALUES (1), (2), (3), (4), (5), (6), (7), (8)");
  }

  @Override
  protected HistoryImporter importer() {
    return new Dnf5Importer();
  }

  @Override
  protected SourceMachine machine() {
    if (!rows.isEmpty()) {
      transaction(1, "2026-03-01T10:00:00Z", "2026-03-01T10:01:30Z", OK);
      item(1, 1, 2, OK);
      transaction(2, "2026-04-01T10:00:00Z", "2026-04-01T10:00:05Z", ERROR);
      item(2, 2, 2, ERROR);
      transaction(3, "2026-05-01T10:00:00Z", "2026-05-01T09:00:00Z", OK);
      item(3, 3, 2, OK);
    }
    return Trees.machine(tree());
  }

  @Test
  void countsThePackagesThatAreInPlaceAfterwards() {
    transaction(7, "2026-03-01T10:00:00Z", "2026-03-01T10:01:30Z", OK);
    item(7, 1, 1, OK);
    item(7, 2, 2, OK);
    item(7, 3, 3, OK);
    item(7, 4, 4, OK);
    item(7, 5, 5, OK);
    item(7, 6, 6, OK);
    item(7, 7, 7, OK);
    int group = 100;
    item(7, group, 1, OK);
    item(7, 2, 2, OK);

    Sighting expected =
        Sighting.builder("dnf5", "7@1772359200", new PluginName("dnf"), Extent.TRANSACTION)
            .packagesUpdated(4)
            .packagesAnnounced(4)
            .ended(
                ExecutionStatus.SUCCESS,
                Instant.parse("2026-03-01T10:00:00Z"),
                Instant.parse("2026-03-01T10:01:30Z"));

    assertEquals(List.of(expected), collected().sightings());
    assertEquals(List.of(), collected().skipped());
  }

  @Test
  void countsOfAFailedTransactionWhatIsInPlace() {
    transaction(1, "2026-03-01T10:00:00Z", "2026-03-01T10:00:09Z", ERROR);
    item(1, 1, 2, OK);
    item(1, 2, 2, ERROR);
    item(1, 3, 1, 1);

    Sighting failed = collected().sightings().get(0);

    assertEquals(ExecutionStatus.FAILED, failed.status());
    assertEquals(Instant.parse("2026-03-01T10:00:09Z"), failed.end());
    assertEquals(1, failed.packagesUpdated());
    assertEquals(3, failed.packagesAnnounced());
    assertEquals("dnf says that the transaction failed", failed.errorMessage());
  }

  @Test
  void tellsACrashFromWhatMayBeUnderWay() {
    transaction(1, "2026-05-31T11:59:59Z", null, 1);
    item(1, 1, 2, 1);
    transaction(2, "2026-05-31T12:00:01Z", null, 1);
    item(2, 2, 2, 1);
    rows.add("UPDATE trans SET dt_end = 0 WHERE id = 1");

    CollectedSightings collected = collected();

    Sighting crashed = collected.sightings().get(0);
    assertEquals(1, collected.sightings().size());
    assertEquals(ExecutionStatus.FAILED, crashed.status());
    assertEquals(null, crashed.end());
    assertEquals(null, crashed.packagesUpdated());
    assertEquals(1, crashed.packagesAnnounced());
    assertEquals(List.of("transaction 2 may still be under way"), Trees.reasons(collected));
  }

  @Test
  void tellsSeveralOfOneSecondApart() {
    transaction(1, "2026-03-01T10:00:00Z", "2026-03-01T10:00:00Z", OK);
    transaction(2, "2026-03-01T10:00:00Z", "2026-03-01T10:00:00Z", OK);
    item(1, 1, 2, OK);
    item(2, 2, 2, OK);

    assertEquals(List.of("1@1772359200", "2@1772359200"), collected().nativeIds());
  }

  @Test
  void skipsWhatIsAbsurd() {
    transaction(1, "0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z", OK);
    transaction(2, "2026-06-09T00:00:00Z", "2026-06-09T00:00:01Z", OK);
    transaction(3, "2026-03-01T10:00:00Z", "2026-03-01T09:00:00Z", OK);
    transaction(4, "2026-03-01T10:00:00Z", null, OK);
    for (int id = 1; id <= 4; id++) {
      item(id, id, 2, OK);
    }
    rows.add("INSERT INTO trans VALUES (5, 'soon', 1, '', '', '', 0, '', '', 2)");

    CollectedSightings collected = collected();

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of(
            "transaction 1 began before February 2000, when its clock was not set",
            "transaction 2 lies in the future",
            "transaction 3 ended before it began: the clock was set back meanwhile",
            "transaction 4 is done and has no end",
            "a transaction has no number or no begin"),
        Trees.reasons(collected));
    assertEquals(PLACE, collected.skipped().get(0).place());
  }

  @Test
  void takesWhatOnlyRemovesForATransactionThatUpdatesNothing() {
    transaction(1, "2026-03-01T10:00:00Z", "2026-03-01T10:00:01Z", OK);
    item(1, 5, 5, OK);

    assertEquals(0, collected().sightings().get(0).packagesUpdated());
  }

  @Test
  void leavesOutWhatBeganBefore() {
    SourceMachine machine = machine();
    CollectedSightings later = new CollectedSightings();

    importer().read(machine, Instant.parse("2026-04-01T10:00:00Z"), later);

    assertEquals(List.of("2@1775037600"), later.nativeIds());
    assertEquals(
        List.of("transaction 3 ended before it began: the clock was set back meanwhile"),
        Trees.reasons(later));
  }

  @Test
  void saysWhichTableIsMissing() {
    rows.add("DROP TABLE rpm");

    assertEquals(List.of("cannot be read: it has no table 'rpm'"), Trees.reasons(collected()));
  }

  private CollectedSightings collected() {
    return CollectedSightings.of(importer(), Trees.machine(tree()));
  }

  /** The tree, once with all rows that were added. */
  private Path tree() {
    database(root.resolve(PLACE.substring(1)), rows.toArray(String[]::new));
    rows.clear();
    return root;
  }

  private void transaction(int id, String begin, @Nullable String end, int state) {
    rows.add(
        "INSERT INTO trans VALUES (%d, %d, %s, '', '', '42', 0, 'dnf upgrade', '', %d)"
            .formatted(
                id,
                Instant.parse(begin).getEpochSecond(),
                end == null ? "NULL" : String.valueOf(Instant.parse(end).getEpochSecond()),
                state));
  }

  private void item(int transaction, int item, int action, int state) {
    rows.add(
        "INSERT INTO trans_item (trans_id, item_id, repo_id, action_id, reason_id, state_id)"
            + " VALUES (%d, %d, 1, %d, 2, %d)".formatted(transaction, item, action, state));
  }
}
