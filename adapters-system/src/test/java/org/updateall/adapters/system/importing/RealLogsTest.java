package org.updateall.adapters.system.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.updateall.adapters.system.importing.SqliteFixtures.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.ScriptedPrograms;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

/**
 * What the programs themselves wrote, each of the version in the name of its file, while they
 * installed small packages: what they wrote down of it is told here line by line, as their own
 * listings have it.
 */
class RealLogsTest {

  private static final Instant LATER = Instant.parse("2026-12-02T12:00:00Z");
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

  @TempDir Path root;

  @Test
  void dnfWithAReplacementARemovalAFailureAndOneThatWasKilled() {
    database(root.resolve("var/lib/dnf/history.sqlite"), statements("dnf-4.14-history.sql"));

    assertRead(
        new DnfImporter(),
        """
        2026-11-29T08:28:41Z 2026-11-29T08:28:46Z SUCCESS TRANSACTION 2 of 2
        2026-11-29T08:28:46Z 2026-11-29T08:28:50Z SUCCESS TRANSACTION 2 of 2
        2026-11-29T08:28:51Z 2026-11-29T08:28:51Z FAILED TRANSACTION 0 of 1
        2026-11-29T08:28:51Z 2026-11-29T08:28:53Z SUCCESS TRANSACTION 1 of 1
        2026-11-29T08:28:53Z 2026-11-29T08:28:56Z SUCCESS TRANSACTION 1 of 1
        2026-11-29T08:28:56Z 2026-11-29T08:28:56Z SUCCESS TRANSACTION 1 of 1
        2026-11-29T08:28:56Z 2026-11-29T08:28:56Z SUCCESS TRANSACTION 0 of 0
        2026-11-29T08:29:27Z 2026-11-29T08:29:29Z SUCCESS TRANSACTION 1 of 1
        2026-11-29T08:29:48Z null FAILED TRANSACTION null of 1
        """);
  }

  @Test
  void pacmanWithItsHooksAndAnInterruption() {
    tree().write("/var/log/pacman.log", text("pacman-6.0.2.log"));

    assertRead(
        new PacmanImporter(),
        """
        2026-11-29T08:30:12Z 2026-11-29T08:30:14Z SUCCESS TRANSACTION 2 of 2
        2026-11-29T08:30:16Z 2026-11-29T08:30:18Z SUCCESS TRANSACTION 2 of 2
        2026-11-29T08:30:20Z 2026-11-29T08:30:20Z SUCCESS TRANSACTION 1 of 1
        2026-11-29T08:30:22Z 2026-11-29T08:30:22Z SUCCESS TRANSACTION 1 of 1
        2026-11-29T08:30:24Z 2026-11-29T08:30:24Z SUCCESS TRANSACTION 0 of 0
        2026-11-29T08:30:42Z 2026-11-29T08:30:44Z SUCCESS TRANSACTION 2 of 2
        2026-11-29T08:30:46Z 2026-11-29T08:30:46Z SUCCESS TRANSACTION 0 of 0
        2026-11-29T08:30:46Z 2026-11-29T08:30:46Z SUCCESS TRANSACTION 1 of 1
        2026-11-29T08:30:48Z 2026-11-29T08:30:50Z FAILED TRANSACTION 1 of null
        2026-11-29T08:30:50Z 2026-11-29T08:30:50Z SUCCESS TRANSACTION 1 of 1
        """);
  }

  @Test
  void zypperWithAFailureADowngradeAndARemoval() {
    tree().write("/var/log/zypp/history", text("zypp-17.25.7-history"));

    assertRead(
        new ZypperImporter(),
        """
        2026-11-29T08:31:57Z 2026-11-29T08:32:01Z SUCCESS TRANSACTION 2 of null
        2026-11-29T08:32:01Z 2026-11-29T08:32:03Z SUCCESS TRANSACTION 2 of null
        2026-11-29T08:32:04Z 2026-11-29T08:32:04Z FAILED TRANSACTION 0 of null
        2026-11-29T08:32:04Z 2026-11-29T08:32:06Z SUCCESS TRANSACTION 1 of null
        2026-11-29T08:32:06Z 2026-11-29T08:32:08Z SUCCESS TRANSACTION 1 of null
        2026-11-29T08:32:08Z 2026-11-29T08:32:10Z SUCCESS TRANSACTION 1 of null
        2026-11-29T08:32:10Z 2026-11-29T08:32:10Z SUCCESS TRANSACTION 0 of null
        """);
  }

  @Test
  void aptWithoutTheRehearsalsOfUnattendedUpgrades() {
    tree().write("/var/log/apt/history.log", text("apt-2.6.2-history.log"));

    assertRead(
        new AptImporter(),
        """
        2026-11-29T08:34:59Z 2026-11-29T08:35:03Z SUCCESS TRANSACTION 2 of 2
        2026-11-29T08:35:07Z 2026-11-29T08:35:09Z SUCCESS TRANSACTION 1 of 1
        2026-11-29T08:35:13Z 2026-11-29T08:35:15Z SUCCESS TRANSACTION 1 of 1
        2026-11-29T08:35:22Z 2026-11-29T08:35:24Z SUCCESS TRANSACTION 1 of 1
        2026-11-29T08:35:26Z 2026-11-29T08:35:28Z SUCCESS TRANSACTION 1 of 1
        2026-11-29T08:35:30Z 2026-11-29T08:35:35Z SUCCESS TRANSACTION 2 of 2
        2026-11-29T08:35:36Z 2026-11-29T08:35:41Z SUCCESS TRANSACTION 2 of 2
        """,
        "was only a rehearsal (--dry-run)",
        "was only a rehearsal (--dry-run)");
  }

  @Test
  void unattendedUpgradesWithAndWithoutSomethingToDo() {
    tree()
        .write(
            "/var/log/unattended-upgrades/unattended-upgrades.log",
            text("unattended-upgrades-2.9.1.log"));

    assertRead(
        new UnattendedUpgradesImporter(),
        """
        2026-11-29T08:35:06.327Z 2026-11-29T08:35:09.611Z SUCCESS SESSION 1 of 1
        2026-11-29T08:35:11.170Z 2026-11-29T08:35:11.466Z SUCCESS CHECK 0 of 0
        2026-11-29T08:35:21.541Z 2026-11-29T08:35:28.757Z SUCCESS SESSION 2 of 2
        2026-11-29T08:35:35.943Z 2026-11-29T08:35:41.585Z SUCCESS SESSION 2 of 2
        """,
        "was only a rehearsal (--dry-run)",
        "does not say how it ended, as one that only downloads");
  }

  @Test
  void unattendedUpgradesThatWasToldToStopKilledLockedOutAndFailed() {
    tree()
        .write(
            "/var/log/unattended-upgrades/unattended-upgrades.log",
            text("unattended-upgrades-2.9.1-failures.log"));

    assertRead(
        new UnattendedUpgradesImporter(),
        """
        2026-11-29T08:36:49.152Z 2026-11-29T08:36:54.999Z SUCCESS SESSION 1 of 1
        2026-11-29T08:36:58.732Z null FAILED SESSION null of 1
        2026-11-29T08:37:07.864Z 2026-11-29T08:37:07.864Z FAILED SESSION null of null
        2026-11-29T08:37:10.527Z 2026-11-29T08:37:12.611Z FAILED SESSION null of 1
        2026-11-29T08:37:12.904Z 2026-11-29T08:37:12.971Z SUCCESS CHECK 0 of 0
        """);
  }

  @Test
  void packageKitOnTopOfApt() {
    tree().write("/etc/os-release", "ID=debian\n");
    database(
        root.resolve("var/lib/PackageKit/transactions.db"),
        statements("packagekit-1.2.6-transactions.sql"));

    assertRead(
        new PackageKitImporter(),
        """
        2026-11-29T08:37:50.119931Z 2026-11-29T08:37:55.058931Z SUCCESS SESSION 2 of null
        2026-11-29T08:37:56.510844Z 2026-11-29T08:38:02.330844Z SUCCESS SESSION 1 of null
        2026-11-29T08:38:02.448969Z 2026-11-29T08:38:04.310969Z FAILED SESSION 1 of null
        """);
  }

  @Test
  void theJournalWithTimeOfTheProcessorAStopAndAFailure() {
    ScriptedPrograms journalctl =
        ScriptedPrograms.none()
            .with(List.of("journalctl", "--no-pager", "--lines=1", "-o", "short"), 0, "", "")
            .with(
                List.of("journalctl", "--no-pager", "-o", "json"),
                0,
                text("systemd-252-journal.json"),
                "");

    CollectedSightings collected =
        assertRead(
            new JournalImporter(),
            thisMachineWith(journalctl),
            """
            2026-11-29T08:44:07.824637Z 2026-11-29T08:44:09.613196Z SUCCESS CHECK null of null
            2026-11-29T08:44:09.637018Z 2026-11-29T08:44:17.797029Z SUCCESS SESSION null of null
            2026-11-29T08:44:18.865133Z 2026-11-29T08:44:20.961556Z SUCCESS SESSION null of null
            2026-11-29T08:44:26.932986Z 2026-11-29T08:44:29.898845Z FAILED SESSION null of null
            2026-11-29T08:44:30.450748Z 2026-11-29T08:44:30.582525Z FAILED CHECK null of null
            2026-11-29T08:45:39.980637Z 2026-11-29T08:45:43.681012Z SUCCESS CHECK null of null
            2026-11-29T08:45:43.712734Z 2026-11-29T08:45:53.404730Z SUCCESS SESSION null of null
            """);
    assertEquals(2.348468, collected.sightings().get(6).usage().cpuUserSeconds());
  }

  @Test
  void flatpakWithTwoInstalledAndTwoUpdated() {
    String printed = text("flatpak-1.14-history.txt");
    List<String> command = List.of("flatpak", "history", "--columns=time,change");
    List<String> thisYear =
        Stream.concat(command.stream(), Stream.of("--since=2025-12-31 23:59:59")).toList();
    ScriptedPrograms flatpak =
        ScriptedPrograms.none().with(thisYear, 0, printed, "").with(command, 0, printed, "");

    assertRead(
        new FlatpakImporter(),
        thisMachineWith(flatpak),
        "2026-11-29T08:46:55Z 2026-11-29T08:47:00Z SUCCESS TRANSACTION 5 of null");
  }

  @Test
  void zshWithCommandsOverSeveralLines() {
    tree().write("/home/ann/.zsh_history", text("zsh-5.9-history"));

    assertRead(
        new ZshImporter(),
        """
        2026-11-29T08:31:35Z 2026-11-29T08:31:37Z SUCCESS SESSION null of null
        2026-11-29T08:31:39Z 2026-11-29T08:31:43Z SUCCESS SESSION null of null
        2026-11-29T08:31:44Z 2026-11-29T08:31:45Z SUCCESS SESSION null of null
        """);
  }

  @Test
  void atuinWithExitCodesAndACommandThatNeverEnded() {
    tree().write("/etc/hostname", "yewhouse\n");
    database(
        root.resolve("home/ann/.local/share/atuin/history.db"),
        statements("atuin-18.4-history.sql"));

    assertRead(
        new AtuinImporter(),
        """
        2026-11-29T08:33:56.468334530Z 2026-11-29T08:33:58.492233422Z SUCCESS SESSION null of null
        2026-11-29T08:33:58.645377018Z 2026-11-29T08:33:59.669522703Z FAILED SESSION null of null
        2026-11-29T08:33:59.688210605Z 2026-11-29T08:34:01.213526892Z SUCCESS SESSION null of null
        2026-11-29T08:34:02.291161402Z 2026-11-29T08:34:03.515220744Z FAILED SESSION null of null
        """,
        "an update command has no known end");
  }

  private LogTree tree() {
    return new LogTree(root);
  }

  private void assertRead(HistoryImporter importer, String updates, String... skipped) {
    SourceMachine machine =
        new SourceMachine(
            root, List.of(root.resolve("home/ann")), WARSAW, LATER, ScriptedPrograms.none());
    assertRead(importer, machine, updates, skipped);
  }

  private static CollectedSightings assertRead(
      HistoryImporter importer, SourceMachine machine, String updates, String... skipped) {
    CollectedSightings collected = CollectedSightings.of(importer, machine);

    assertEquals(
        updates.lines().toList(), collected.sightings().stream().map(RealLogsTest::line).toList());
    assertEquals(
        List.of(skipped), collected.skipped().stream().map(SkippedRecord::reason).toList());
    return collected;
  }

  private static String line(Sighting sighting) {
    return "%s %s %s %s %s of %s"
        .formatted(
            sighting.start(),
            sighting.end(),
            sighting.status(),
            sighting.extent(),
            sighting.packagesUpdated(),
            sighting.packagesAnnounced());
  }

  private static SourceMachine thisMachineWith(ScriptedPrograms programs) {
    return new SourceMachine(Path.of("/"), List.of(), ZoneId.of("UTC"), LATER, programs);
  }

  /** The statements of a dump, one for each line that ends with a semicolon. */
  private static String[] statements(String dump) {
    return text(dump).split("(?<=;)\n");
  }

  private static String text(String name) {
    try (InputStream input = RealLogsTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(input, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
