package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.adapters.system.importing.SqliteFixtures.database;

import java.io.IOException;
import java.nio.file.Files;
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
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.HistoryImporterContract;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SourceMachine;

final class PackageKitImporterTest extends HistoryImporterContract {

  private static final String PLACE = "/var/lib/PackageKit/transactions.db";
  private static final String BEGIN = "2026-03-01T10:00:00.250000Z";
  private static final String TWO_UPDATES =
      """
      downloading\tbash;5.3-1;amd64;main\tshell
      updating\tbash;5.3-1;amd64;main\tshell
      updating\tbash;5.2-9;amd64;installed\tshell
      installing\tzlib;2;amd64;main\tzip
      removing\told;1;amd64;installed\tno use
      cleanup\tbash;5.2-9;amd64;installed\tshell""";

  @TempDir Path root;
  private final List<String> rows = new ArrayList<>();

  @BeforeEach
  void makeHistory() throws IOException {
    rows.clear();
    rows.add(
        "CREATE TABLE transactions (transaction_id TEXT PRIMARY KEY, timespec TEXT,"
            + " duration INTEGER, succeeded INTEGER DEFAULT 0, role TEXT, data TEXT,"
            + " description TEXT, uid INTEGER DEFAULT 0, cmdline TEXT)");
    distribution("debian");
  }

  @Override
  protected HistoryImporter importer() {
    return new PackageKitImporter();
  }

  @Override
  protected SourceMachine machine() {
    if (!rows.isEmpty()) {
      transaction("/1_aaaaaaaa", BEGIN, "90500", 1, "update-packages", TWO_UPDATES, "");
      transaction("/2_bbbbbbbb", "2026-04-01T10:00:00Z", "9", 0, "update-packages", "", "");
      transaction("/3_cccccccc", "2026-05-01T10:00:00Z", "9", 1, "remove-packages", "", "");
    }
    return Trees.machine(tree());
  }

  @Test
  void takesTheTimesInMillisecondsAndCountsEachPackageOnce() {
    transaction("/45_abcdefab", BEGIN, "90500", 1, "update-packages", TWO_UPDATES, "/usr/bin/gs");

    Sighting expected =
        Sighting.builder("packagekit", "/45_abcdefab", new PluginName("apt"), Extent.SESSION)
            .packagesUpdated(2)
            .ended(
                ExecutionStatus.SUCCESS,
                Instant.parse("2026-03-01T10:00:00.250Z"),
                Instant.parse("2026-03-01T10:01:30.750Z"));

    CollectedSightings collected = collected();
    assertEquals(List.of(expected), collected.sightings());
    assertEquals(List.of(), collected.skipped());
  }

  @Test
  void tellsUpdatesInstallationsAndChecksApart() {
    int number = 0;
    for (String role :
        List.of(
            "update-system",
            "upgrade-system",
            "install-packages",
            "refresh-cache",
            "get-updates",
            "remove-packages",
            "resolve")) {
      transaction("/" + ++number + "_a", BEGIN, "5", 1, role, TWO_UPDATES, "");
    }

    CollectedSightings collected = collected();

    assertEquals(
        List.of(Extent.SESSION, Extent.SESSION, Extent.SESSION, Extent.CHECK, Extent.CHECK),
        collected.sightings().stream().map(Sighting::extent).toList());
    assertNull(collected.sightings().get(3).packagesUpdated());
    assertEquals(
        List.of("transaction /6_a updates nothing", "transaction /7_a updates nothing"),
        Trees.reasons(collected));
  }

  @Test
  void knowsThatOfflineUpdatesWereDownloadedBefore() {
    transaction(
        "/1_a", BEGIN, "5", 1, "update-packages", TWO_UPDATES, "/usr/libexec/pk-offline-update");

    assertEquals(Extent.TRANSACTION, collected().sightings().get(0).extent());
  }

  @Test
  void saysWhatFailed() {
    transaction("/1_a", BEGIN, "1500", 0, "update-packages", "", "");
    rows.add("UPDATE transactions SET data = NULL");

    Sighting failed = collected().sightings().get(0);

    assertEquals(ExecutionStatus.FAILED, failed.status());
    assertEquals("PackageKit says that it failed", failed.errorMessage());
    assertNull(failed.packagesUpdated());
    assertEquals(Instant.parse("2026-03-01T10:00:01.750Z"), failed.end());
  }

  @Test
  void tellsACrashFromWhatMayBeUnderWay() {
    transaction("/1_a", "2026-05-31T11:59:59Z", "NULL", 0, "update-packages", "", "");
    transaction("/2_a", "2026-05-31T12:00:01Z", "NULL", 0, "update-packages", "", "");

    CollectedSightings collected = collected();

    assertEquals(List.of("/1_a"), collected.nativeIds());
    assertNull(collected.sightings().get(0).end());
    assertEquals(List.of("transaction /2_a may still be under way"), Trees.reasons(collected));
  }

  @Test
  void skipsWhatIsAbsurdOrDidNothing() {
    transaction("/1_a", "2026-03-01T10:00:00Z", "0", 1, "update-packages", TWO_UPDATES, "");
    transaction(
        "/2_a",
        "2026-03-01T10:00:00Z",
        "7",
        1,
        "update-packages",
        "downloading\tbash;5.3-1;amd64;main\tshell",
        "");
    transaction("/3_a", "2026-03-01T10:00:00Z", "-5", 1, "update-packages", TWO_UPDATES, "");
    transaction(
        "/4_a",
        "2026-03-01T10:00:00Z",
        "9223372036854775807",
        1,
        "update-packages",
        TWO_UPDATES,
        "");
    transaction("/5_a", "9999-03-01T10:00:00Z", "7", 1, "update-packages", TWO_UPDATES, "");
    transaction("/6_a", "0001-03-01T10:00:00Z", "7", 1, "update-packages", TWO_UPDATES, "");
    transaction("/7_a", "2026-03-01 10:00", "7", 1, "update-packages", TWO_UPDATES, "");
    transaction("/8\u001b[31m", BEGIN, "7", 1, "update-packages", TWO_UPDATES, "");

    CollectedSightings collected = collected();

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of(
            "a transaction has no identity that PackageKit gives",
            "transaction /1_a took no time",
            "transaction /2_a puts no package in place",
            "transaction /3_a ended before it began: the clock was set back meanwhile",
            "transaction /4_a lies in the future",
            "transaction /5_a lies in the future",
            "transaction /6_a began before February 2000, when its clock was not set",
            "transaction /7_a has no begin"),
        Trees.reasons(collected).stream().sorted().toList());
  }

  @Test
  void leavesOutWhatBeganBefore() {
    SourceMachine machine = machine();
    CollectedSightings later = new CollectedSightings();

    importer().read(machine, Instant.parse("2026-03-01T10:00:00.251Z"), later);

    assertEquals(List.of("/2_bbbbbbbb"), later.nativeIds());
  }

  @Test
  void readsTheTableOfVersionsThatKnewNoUser() {
    rows.add("ALTER TABLE transactions DROP COLUMN uid");
    rows.add("ALTER TABLE transactions DROP COLUMN cmdline");
    rows.add(
        "INSERT INTO transactions VALUES ('/1_abcd_data', '2009-03-01T10:00:00Z', 5000, 1,"
            + " 'update-system', 'updating\tbash;4;i386;updates\tshell', NULL)");

    assertEquals(List.of("/1_abcd_data"), collected().nativeIds());
  }

  @Test
  void guessesNoPackageManager() throws IOException {
    SourceMachine machine = machine();
    distribution("slackware");
    CollectedSightings collected = CollectedSightings.of(importer(), machine);

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of("which package manager it tells of is not known"), Trees.reasons(collected));
    Detection detection = importer().detect(machine);
    assertEquals(Detection.State.FOUND, detection.state());
    assertEquals("which package manager it uses is not known", detection.remark());
  }

  @Test
  void readsTheListOfAGreatUpdateQuickly() {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      data.append("updating\tpackage").append(i).append(";1;amd64;main\tsome summary\n");
    }
    transaction("/1_a", BEGIN, "7", 1, "update-packages", data.toString(), "");

    assertEquals(20_000, collected().sightings().get(0).packagesUpdated());
    assertTrue(data.length() > 800_000);
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

  private void distribution(String name) throws IOException {
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("etc/os-release"), "ID=" + name + "\n");
  }

  private void transaction(
      String identity,
      String begin,
      String duration,
      int succeeded,
      String role,
      String data,
      String program) {
    rows.add(
        "INSERT INTO transactions VALUES ('%s', '%s', %s, %d, '%s', '%s', NULL, 1000, '%s')"
            .formatted(identity, begin, duration, succeeded, role, data, program));
  }
}
