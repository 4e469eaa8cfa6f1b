package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.updateall.adapters.system.importing.SqliteFixtures.database;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

final class DnfImporterTest extends HistoryImporterContract {

  private static final String PLACE = "/var/lib/dnf/history.sqlite";
  private static final int UNKNOWN = 0;
  private static final int DONE = 1;
  private static final int ERROR = 2;

  @TempDir Path root;
  private final List<String> rows = new ArrayList<>();

  @BeforeEach
  void makeHistory() {
    rows.clear();
    rows.add("PRAGMA journal_mode = WAL");
    rows.add(
        "CREATE TABLE trans (id INTEGER PRIMARY KEY AUTOINCREMENT, dt_begin INTEGER NOT NULL,"
            + " dt_end INTEGER, rpmdb_version_begin TEXT, rpmdb_version_end TEXT,"
            + " releasever TEXT NOT NULL, user_id INTEGER NOT NULL, cmdline TEXT,"
            + " state INTEGER NOT NULL, comment TEXT DEFAULT '', persistence INTEGER DEFAULT 0)");
    rows.add(
        "CREATE TABLE trans_item (id INTEGER PRIMARY KEY AUTOINCREMENT, trans_id INTEGER,"
            + " item_id INTEGER, repo_id INTEGER, action INTEGER NOT NULL,"
            + " reason INTEGER NOT NULL, state INTEGER NOT NULL)");
    rows.add("CREATE TABLE rpm (item_id INTEGER UNIQUE NOT NULL)");
    rows.add(
        "INSERT INTO rpm VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12)");
  }

  @Override
  protected HistoryImporter importer() {
    return new DnfImporter();
  }

  @Override
  protected SourceMachine machine() {
    if (!rows.isEmpty()) {
      transaction(1, "2026-03-01T10:00:00Z", "2026-03-01T10:01:30Z", DONE);
      item(1, 1, 6, DONE);
      transaction(2, "2026-04-01T10:00:00Z", "2026-04-01T10:00:05Z", ERROR);
      item(2, 2, 6, ERROR);
      transaction(3, "2026-05-01T10:00:00Z", "2026-05-01T09:00:00Z", DONE);
      item(3, 3, 6, DONE);
    }
    return Trees.machine(tree());
  }

  @Test
  void countsThePackagesThatAreInPlaceAfterwards() {
    transaction(7, "2026-03-01T10:00:00Z", "2026-03-01T10:01:30Z", DONE);
    for (int action = 1; action <= 11; action++) {
      item(7, action, action, DONE);
    }
    int group = 100;
    item(7, group, 1, DONE);
    item(7, 1, 4, DONE);

    Sighting expected =
        Sighting.builder("dnf", "7@1772359200", new PluginName("dnf"), Extent.TRANSACTION)
            .packagesUpdated(5)
            .packagesAnnounced(5)
            .ended(
                ExecutionStatus.SUCCESS,
                Instant.parse("2026-03-01T10:00:00Z"),
                Instant.parse("2026-03-01T10:01:30Z"));

    assertEquals(List.of(expected), collected().sightings());
  }

  @Test
  void countsOfAFailedTransactionWhatIsInPlace() {
    transaction(1, "2026-03-01T10:00:00Z", "2026-03-01T10:00:09Z", ERROR);
    item(1, 1, 6, DONE);
    item(1, 2, 6, ERROR);

    Sighting failed = collected().sightings().get(0);

    assertEquals(ExecutionStatus.FAILED, failed.status());
    assertEquals(1, failed.packagesUpdated());
    assertEquals(2, failed.packagesAnnounced());
  }

  @Test
  void takesAStateThatIsNotKnownLongAfterwardsForACrash() {
    transaction(1, "2026-03-01T10:00:00Z", "1970-01-01T00:00:00Z", UNKNOWN);
    item(1, 1, 6, UNKNOWN);
    transaction(2, "2026-06-01T11:00:00Z", "1970-01-01T00:00:00Z", UNKNOWN);
    item(2, 1, 6, UNKNOWN);

    CollectedSightings collected = collected();

    assertEquals(List.of("1@1772359200"), collected.nativeIds());
    assertEquals(null, collected.sightings().get(0).end());
    assertEquals(List.of("transaction 2 may still be under way"), Trees.reasons(collected));
  }

  @Test
  void readsWhatTheFirstVersionsWrote() {
    transaction(1, "2026-03-01T10:00:00Z", "2026-03-01T10:01:30Z", DONE);
    item(1, 1, 6, DONE);
    transaction(2, "2026-03-02T10:00:00Z", "2026-03-02T10:01:30Z", 0);
    item(2, 2, 6, DONE);
    rows.add("ALTER TABLE trans RENAME COLUMN state TO done");
    rows.add("ALTER TABLE trans DROP COLUMN comment");
    rows.add("ALTER TABLE trans DROP COLUMN persistence");
    rows.add("ALTER TABLE trans_item RENAME COLUMN state TO done");

    List<Sighting> sightings = collected().sightings();

    assertEquals(
        List.of(ExecutionStatus.SUCCESS, ExecutionStatus.FAILED),
        sightings.stream().map(Sighting::status).toList());
    assertEquals(1, sightings.get(0).packagesUpdated());
    assertEquals(null, sightings.get(1).end());
  }

  @Test
  void saysWhatIsNotAsExpected() {
    rows.add("ALTER TABLE trans DROP COLUMN dt_end");

    assertEquals(
        List.of("cannot be read: its table 'trans' has no column 'dt_end'"),
        Trees.reasons(collected()));
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

  private void transaction(int id, String begin, String end, int state) {
    rows.add(
        "INSERT INTO trans VALUES (%d, %d, %d, '', '', '37', 0, 'upgrade', %d, '', 0)"
            .formatted(
                id,
                Instant.parse(begin).getEpochSecond(),
                Instant.parse(end).getEpochSecond(),
                state));
  }

  private void item(int transaction, int item, int action, int state) {
    rows.add(
        "INSERT INTO trans_item (trans_id, item_id, repo_id, action, reason, state)"
            + " VALUES (%d, %d, 1, %d, 2, %d)".formatted(transaction, item, action, state));
  }
}
