package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.adapters.system.importing.SqliteFixtures.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.Detection.State;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.HistoryImporterContract;
import org.updateall.domain.importing.ScriptedPrograms;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SourceMachine;

final class AtuinImporterTest extends HistoryImporterContract {

  private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00.123456789Z");
  private static final long MINUTE = 60_000_000_000L;
  private static final String HERE = "Laptop:ann";

  @TempDir Path root;
  private final List<String> rows = new ArrayList<>();

  @BeforeEach
  void makeHistory() throws IOException {
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("etc/hostname"), "# set by hand\nlaptop\n");
    rows.clear();
    rows.add("PRAGMA journal_mode = WAL");
    rows.add(
        "CREATE TABLE history (id TEXT PRIMARY KEY, timestamp TEXT NOT NULL,"
            + " duration INTEGER NOT NULL, exit INTEGER NOT NULL, command TEXT NOT NULL,"
            + " cwd TEXT NOT NULL, session TEXT NOT NULL, hostname TEXT NOT NULL,"
            + " deleted_at INTEGER, UNIQUE (timestamp, cwd, command))");
  }

  @Override
  protected HistoryImporter importer() {
    return new AtuinImporter();
  }

  @Override
  protected SourceMachine machine() {
    if (!rows.isEmpty()) {
      entry("a1", BEGIN, MINUTE, 0, "sudo apt upgrade", HERE);
      entry("a2", BEGIN.plusSeconds(9), MINUTE, 100, "sudo apt upgrade -y", HERE);
      entry("a3", BEGIN.plusSeconds(99), -1, -1, "sudo apt upgrade", HERE);
    }
    return tree();
  }

  @Test
  void takesUpdatesWithTheirExitCodeAndNotWhatWasTyped() {
    entry("0a1b", BEGIN, MINUTE, 0, "sudo apt update && sudo apt upgrade -y", HERE);
    entry("0a1c", BEGIN.plusSeconds(60), 1, 100, "sudo dnf upgrade", HERE);
    entry("0a1d", BEGIN.plusSeconds(90), MINUTE, 0, "vim secret plans", HERE);

    Sighting updated =
        Sighting.builder("atuin", "0a1b", new PluginName("apt"), Extent.SESSION)
            .exitCode(0)
            .ended(ExecutionStatus.SUCCESS, BEGIN, BEGIN.plusSeconds(60));
    Sighting failed =
        Sighting.builder("atuin", "0a1c", new PluginName("dnf"), Extent.SESSION)
            .exitCode(100)
            .ended(
                ExecutionStatus.FAILED, BEGIN.plusSeconds(60), BEGIN.plusSeconds(60).plusNanos(1));

    CollectedSightings collected = collected();
    assertEquals(List.of(updated, failed), collected.sightings());
    assertEquals(List.of(), collected.skipped());
  }

  @Test
  void leavesOtherMachinesToTheirOwnHistory() {
    entry("a", BEGIN, MINUTE, 0, "sudo apt upgrade", "desktop:ann");
    entry("b", BEGIN.plusSeconds(1), MINUTE, 0, "sudo apt upgrade", "LAPTOP:bob");
    entry("c", BEGIN.plusSeconds(2), MINUTE, 0, "ls", "desktop:ann");

    CollectedSightings collected = collected();

    assertEquals(List.of("b"), collected.nativeIds());
    assertEquals(
        List.of("an update command was not run on this machine"), Trees.reasons(collected));
  }

  @Test
  void guessesNoHostName() throws IOException {
    SourceMachine machine = machine();
    Files.delete(root.resolve("etc/hostname"));

    CollectedSightings collected = CollectedSightings.of(importer(), machine);

    assertEquals(List.of(), collected.sightings());
    assertEquals(List.of("the machine's own name is not known"), Trees.reasons(collected));
    assertEquals(State.FOUND, importer().detect(machine).state());
  }

  @Test
  void skipsWhatHasNoEndOrIsAbsurd() {
    entry("a", BEGIN, 0, 0, "apt upgrade", HERE);
    entry("b", BEGIN, -1, -1, "sudo apt upgrade", HERE);
    entry("c", Trees.NOW.plusSeconds(90_000), 1, 0, "apt upgrade", HERE);
    entry("d", Instant.EPOCH, 1, 0, "apt upgrade", HERE);
    entry("e", BEGIN, Long.MAX_VALUE, 0, "apt upgrade -y", HERE);
    entry("f", BEGIN, 1, -1, "apt upgrade -q", HERE);
    entry("g\u001b[2J", BEGIN, 1, 0, "apt upgrade -V", HERE);
    rows.add("INSERT INTO history VALUES ('h', 'now', 1, 0, 'apt upgrade', '', '', 'x', NULL)");

    CollectedSightings collected = collected();

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of(
            "an update command has no known end",
            "an update command has no known end",
            "an update command lies in the future",
            "an update command began before February 2000, when its clock was not set",
            "an update command lies in the future",
            "an update command has no exit code",
            "an update command has no identity that atuin gives, or no begin",
            "an update command has no identity that atuin gives, or no begin"),
        Trees.reasons(collected));
  }

  @Test
  void forgetsWhatWasDeleted() {
    entry("a", BEGIN, MINUTE, 0, "sudo apt upgrade", HERE);
    entry("b", BEGIN.plusSeconds(99), MINUTE, 0, "sudo apt upgrade", HERE);
    rows.add("UPDATE history SET deleted_at = 1 WHERE id = 'a'");

    CollectedSightings collected = collected();

    assertEquals(List.of("b"), collected.nativeIds());
    assertEquals(List.of(), collected.skipped());
  }

  @Test
  void readsTheTableOfOldVersionsAndTimesThatAreNumbers() {
    entry("a", BEGIN, MINUTE, 0, "sudo apt upgrade", HERE);
    rows.add("ALTER TABLE history DROP COLUMN deleted_at");
    rows.add("CREATE TABLE typed AS SELECT *, CAST(timestamp AS INTEGER) AS number FROM history");
    rows.add("DROP TABLE history");
    rows.add("ALTER TABLE typed DROP COLUMN timestamp");
    rows.add("ALTER TABLE typed RENAME COLUMN number TO timestamp");
    rows.add("ALTER TABLE typed RENAME TO history");

    assertEquals(BEGIN, collected().sightings().get(0).start());
  }

  @Test
  void readsEveryHomeThatHasOne() {
    entry("a", BEGIN, MINUTE, 0, "sudo apt upgrade", HERE);
    tree();
    SourceMachine machine =
        Trees.machine(root, root.resolve("home/none"), root.resolve("home/ann"));

    assertEquals(
        List.of("/home/ann/.local/share/atuin/history.db"), importer().detect(machine).places());
    assertEquals(List.of("a"), CollectedSightings.of(importer(), machine).nativeIds());
  }

  @Test
  void saysWhatMayNotBeRead() throws IOException {
    Path folder = Files.createDirectories(root.resolve("home/bob/.local/share/atuin/history.db"));

    SourceMachine machine = Trees.machine(root, root.resolve("home/bob"));

    assertTrue(Files.isDirectory(folder));
    assertEquals(State.UNREADABLE, importer().detect(machine).state());
    assertEquals(
        List.of("cannot be read: it is not a regular file"),
        Trees.reasons(CollectedSightings.of(importer(), machine)));
  }

  @Test
  void isPrivate() {
    assertTrue(importer().onlyWhenNamed());
    assertFalse(new Dnf5Importer().onlyWhenNamed());
  }

  @Test
  void asksThisMachineForTheNameThatItHasNow() {
    ScriptedPrograms programs =
        ScriptedPrograms.none().with(List.of("uname", "-n"), 0, "Renamed\n", "");
    SourceMachine here =
        new SourceMachine(Path.of("/"), List.of(), ZoneOffset.UTC, Trees.NOW, programs);
    SourceMachine elsewhere =
        new SourceMachine(root, List.of(), ZoneOffset.UTC, Trees.NOW, programs);

    assertTrue(HostNames.of(here).contains("renamed"));
    assertEquals(Set.of("laptop"), HostNames.of(elsewhere));
  }

  private CollectedSightings collected() {
    return CollectedSightings.of(importer(), tree());
  }

  /** The tree, once with all rows that were added. */
  private SourceMachine tree() {
    Path home = root.resolve("home/ann");
    database(home.resolve(".local/share/atuin/history.db"), rows.toArray(String[]::new));
    rows.clear();
    return Trees.machine(root, home);
  }

  private void entry(
      String id, Instant begin, long duration, int exit, String command, String hostname) {
    rows.add(
        "INSERT INTO history VALUES ('%s', '%d%09d', %d, %d, '%s', '/tmp', 's', '%s', NULL)"
            .formatted(
                id, begin.getEpochSecond(), begin.getNano(), duration, exit, command, hostname));
  }
}
