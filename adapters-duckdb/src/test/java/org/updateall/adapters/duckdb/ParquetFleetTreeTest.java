package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.FleetRows;
import org.updateall.domain.fleet.FleetTree;
import org.updateall.domain.fleet.FleetTreeContract;
import org.updateall.domain.fleet.PartitionFacts;

/** The tree of real files, sound ones and others. */
class ParquetFleetTreeTest extends FleetTreeContract {

  private static final Instant UNTIL = Instant.parse("2026-11-30T00:00:00Z");
  private static final String PARTITION = "outcomes/month=2026-03/host=atlas/part.parquet";

  private final ParquetFleetTree tree = new ParquetFleetTree();

  @TempDir private Path directory;

  @Override
  protected FleetTree tree() {
    return tree;
  }

  @Override
  protected void put(Path root, String partition, List<FleetRow> rows) throws Exception {
    Path file = root.resolve(partition);
    Path beside = file.resolveSibling(".part.tmp");
    FleetParquet.write(beside, rows);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  protected void putDamaged(Path root, String partition) throws Exception {
    Path file = root.resolve(partition);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "PAR1 and nothing else");
  }

  private PartitionFacts facts(Path root) {
    List<PartitionFacts> facts = tree.survey(root, UNTIL, () -> {});
    assertEquals(1, facts.size(), facts::toString);
    return facts.get(0);
  }

  private List<List<FleetRow>> visited(Path root, int latest, List<String> partitions) {
    List<List<FleetRow>> all = new ArrayList<>();
    tree.visit(root, partitions, UNTIL, latest, all::add);
    return all;
  }

  private Path part() {
    return directory.resolve(PARTITION);
  }

  private void assertRefused(String why) {
    PartitionFacts facts = facts(directory);
    String fault = facts.fault();
    assertNotNull(fault);
    assertTrue(fault.contains(why), fault);
    assertEquals(PartitionFacts.unreadable(facts.partition(), fault), facts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with a space",
        "it's \"quoted\"",
        "*[x]?",
        "back\\slash",
        "a%20b=c;--",
        "~",
        "{a,b}",
        "東京 🏠"
      })
  void readsTreesWhatevertheyAreCalled(String name) throws Exception {
    Path root = directory.resolve(name);
    List<FleetRow> rows = FleetRows.rows("atlas", "apt", 3);
    String partition = "outcomes/month=2026-03/host=%s/%s.parquet".formatted(name, name);
    put(root, partition, rows);
    put(directory.resolve("xx"), partition, FleetRows.rows("other", "apt", 9));

    assertEquals(3, facts(root).rows());
    assertEquals(partition, facts(root).partition());
    assertEquals(List.of(rows), visited(root, 10, List.of(partition)));
    assertEquals(tree.version(root, List.of(partition)), tree.version(root, List.of(partition)));
  }

  @Test
  void looksForFilesAndNotForDirectories() throws Exception {
    Files.createDirectories(directory.resolve("outcomes/month=2026-03/x.parquet"));
    Files.writeString(directory.resolve("outcomes/README.txt"), "not me");

    assertEquals(List.of(), tree.survey(directory, UNTIL, () -> {}));
  }

  @Test
  void refusesAnEmptyFileAndOneThatIsNoParquet() throws Exception {
    Files.createDirectories(part().resolveSibling(""));
    Files.writeString(part(), "");
    assertRefused("it cannot be read as Parquet");

    Files.writeString(part(), "host,plugin\natlas,apt\n".repeat(100));
    assertRefused("it cannot be read as Parquet");
  }

  @Test
  void refusesAFileThatEndsTooSoonWhereverItDoes() throws Exception {
    FleetParquet.write(part(), FleetRows.rows("atlas", "apt", 200));
    byte[] whole = Files.readAllBytes(part());
    for (int share = 1; share < 10; share++) {
      DamagedFiles.cut(part(), (long) whole.length * share / 10);
      assertRefused("it cannot be read as Parquet");
      Files.write(part(), whole);
    }
    assertEquals(200, facts(directory).rows());
  }

  /** What is changed may be a value that nobody can tell from another. */
  @Test
  void survivesAnyChangeOfAnyByteAndReadsTheNextFile() throws Exception {
    FleetParquet.write(part(), FleetRows.rows("atlas", "apt", 40));
    byte[] whole = Files.readAllBytes(part());
    put(
        directory,
        "outcomes/month=2026-04/host=zeus/part.parquet",
        FleetRows.rows("zeus", "apt", 4));
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 60; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(part(), changed);

      List<PartitionFacts> facts = tree.survey(directory, UNTIL, () -> {});

      assertNull(facts.get(1).fault());
      assertEquals(4, facts.get(1).rows());
      refused += facts.get(0).fault() == null ? 0 : 1;
    }
    assertTrue(refused > 5, refused + " refused");
  }

  @Test
  void refusesAFileInWhichAColumnIsMissing() throws Exception {
    List<FleetRow> rows = FleetRows.rows("atlas", "apt", 3);
    for (String missing : List.of("host", "started_at", "announced_packages")) {
      FleetParquet.write(part(), rows, "* EXCLUDE (%s)".formatted(missing));
      assertRefused("it does not have the columns of outcomes");
    }
  }

  @Test
  void refusesAFileInWhichAColumnIsOfAnotherType() throws Exception {
    List<FleetRow> rows = FleetRows.rows("atlas", "apt", 3);
    FleetParquet.write(
        part(), rows, "* REPLACE (CAST(wall_clock_seconds AS VARCHAR) AS wall_clock_seconds)");
    assertRefused("it does not have the columns of outcomes");

    FleetParquet.write(part(), rows, "*");
    assertRefused("it does not have the columns of outcomes");
  }

  @Test
  void refusesAFileInWhichAValueThatEveryRowHasIsMissing() throws Exception {
    FleetParquet.write(
        part(),
        FleetRows.rows("atlas", "apt", 3),
        FleetParquet.joined(FleetParquet::selected).replace("run_id", "NULL::VARCHAR AS run_id"));

    assertRefused("run_id is empty");
  }

  @Test
  void tellsTheVersionOfANewerFileThatHasOtherColumns() throws Exception {
    FleetParquet.writeQuery(part(), "SELECT 7 AS format, 'atlas' AS host, 1 AS temperature");
    assertEquals(
        new PartitionFacts(PARTITION, null, 7, null, 0, 0, null, null, null, null, null),
        facts(directory));

    FleetParquet.writeQuery(part(), "SELECT 1 AS format, 'atlas' AS host, 1 AS temperature");
    assertRefused("it does not have the columns of outcomes");

    FleetParquet.writeQuery(part(), "SELECT 'new' AS format, 'atlas' AS host");
    assertRefused("it does not have the columns of outcomes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"infinity", "-infinity", "290000-01-01 00:00:00", "0001-01-01 00:00:00"})
  void leavesOutTimesThatNoCalendarKnows(String time) throws Exception {
    FleetParquet.write(
        part(),
        FleetRows.rows("atlas", "apt", 3),
        FleetParquet.joined(FleetParquet::selected)
            .replace(
                "started_at AT TIME ZONE 'UTC'",
                "TIMESTAMPTZ '%s+00'".formatted(time).replace("infinity+00", "infinity")));

    PartitionFacts facts = facts(directory);

    assertEquals(0, facts.rows());
    assertTrue(facts.fault() != null || facts.unusable() == 3, facts::toString);
  }

  @Test
  void followsLinksToWhereHostsExport() throws Exception {
    Path elsewhere = directory.resolve("elsewhere");
    put(elsewhere, "host=atlas/part.parquet", FleetRows.rows("atlas", "apt", 3));
    Path root = directory.resolve("root");
    Files.createDirectories(root.resolve("outcomes"));
    Files.createSymbolicLink(root.resolve("outcomes/month=2026-03"), elsewhere);

    assertEquals(3, facts(root).rows());
  }

  @Test
  void keepsTheBitsOfNumbersAndTheMicrosecondsOfTimes() throws Exception {
    Random random = new Random(5);
    List<FleetRow> rows = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      Instant start = FleetRows.at(i % 250).plusNanos(1000L * random.nextInt(1_000_000));
      String id = FleetRows.id("atlas", "apt", i);
      rows.add(FleetRows.row("atlas", "apt", id, start, Math.exp(40 * random.nextDouble() - 15)));
    }
    put(directory, PARTITION, rows);

    assertEquals(List.of(rows), visited(directory, 1000, List.of(PARTITION)));
  }

  @Test
  void leavesNothingBehind() throws Exception {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    put(directory, PARTITION, FleetRows.rows("atlas", "apt", 3));
    long before = spills(temporary);

    visited(directory, 10, List.of(PARTITION));

    assertEquals(before, spills(temporary));
  }

  private static long spills(Path temporary) throws IOException {
    try (var files = Files.list(temporary)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("update-all-fleet"))
          .count();
    }
  }
}
