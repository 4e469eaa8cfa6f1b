package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.fleet.FleetExport;
import org.updateall.domain.fleet.FleetPartition;
import org.updateall.domain.fleet.HostTraits;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.ledger.Foretellings;

/** What a fleet's tree is on the disk, to this program and to others. */
final class FleetFilesTest {

  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final HostTraits TRAITS = new HostTraits("debian-12", 4, 8L << 30);
  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00.000001Z");
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir private Path directory;
  private final ParquetFleetHistories histories = new ParquetFleetHistories();

  @Test
  void isReadByPlainDuckDb() throws SQLException {
    export("zeus", Runs.complete());
    export("a b/../ツ", Runs.run(2).on("a b/../ツ").executing(Runs.execution("apt", 7)).build());

    assertEquals(
        "a b/../ツ 2026-01 7.0 debian-12 medium 2026-01-05 12:00:00+00 1;"
            + "zeus 2026-01 61.350001 debian-12 medium 2026-01-05 12:00:01.000002+00 1",
        told(
            """
            SELECT host || ' ' || month || ' ' || wall_clock_seconds || ' ' || operating_system
                || ' ' || size_class || ' ' || started_at || ' ' || format
            FROM read_parquet('%s/outcomes/*/*/*.parquet', hive_partitioning = true)
            WHERE plugin_name = 'apt' ORDER BY wall_clock_seconds
            """));
    assertEquals(
        "step_metrics 4;runs 2;predictions 15",
        told(
            """
            SELECT 'step_metrics ' || count(*) FROM read_parquet('%1$s/step_metrics/*/*/*.parquet')
            UNION ALL
            SELECT 'runs ' || count(DISTINCT run_id) FROM read_parquet('%1$s/runs/*/*/*.parquet')
            UNION ALL
            SELECT 'predictions ' || min(len(quantiles))
            FROM read_parquet('%1$s/predictions/*/*/*.parquet')
            """));
    assertEquals(
        "a b/../ツ debian-12 4 8589934592 2026-02-01 08:00:00.000001+00;"
            + "zeus debian-12 4 8589934592 2026-02-01 08:00:00.000001+00",
        told(
            """
            SELECT host || ' ' || operating_system || ' ' || processors || ' ' || memory_bytes
                || ' ' || exported_at
            FROM read_parquet('%s/hosts/*/*.parquet', hive_partitioning = true) ORDER BY host
            """));
  }

  @Test
  void leavesOutOfTheOutcomesWhatOnlyLooked() throws SQLException {
    export(
        "zeus",
        Runs.run()
            .executing(
                Runs.execution("apt", 1),
                Runs.execution("snap", 2).knownFrom("snapd", Coverage.CHECK))
            .build());

    assertEquals("apt", told("SELECT plugin_name FROM read_parquet('%s/outcomes/*/*/*.parquet')"));
  }

  @Test
  void staysAsItIsToTheByteWhereNothingHasChanged() throws IOException {
    Run[] many = Runs.many(300).toArray(Run[]::new);
    export("zeus", many);
    Map<String, byte[]> before = files();
    makeOld();

    export("zeus", many);

    assertEquals(before.keySet(), files().keySet());
    for (Map.Entry<String, byte[]> each : files().entrySet()) {
      assertEquals(-1, Arrays.mismatch(before.get(each.getKey()), each.getValue()));
      assertEquals(LONG_AGO, Files.getLastModifiedTime(tree().resolve(each.getKey())));
    }
  }

  @Test
  void isTheSameToTheByteWhenItIsMadeAnewOfManyRows() throws IOException {
    Run[] many =
        IntStream.rangeClosed(1, 200)
            .mapToObj(
                number ->
                    Runs.run(number)
                        .executing(
                            IntStream.range(0, 60)
                                .mapToObj(i -> Runs.execution("plugin" + i, number * i))
                                .toArray(ExecutionBuilder[]::new))
                        .build())
            .toArray(Run[]::new);
    export("zeus", many);
    Map<String, byte[]> before = files();
    PrivateFiles.deleteTree(tree());

    export("zeus", many);

    before.forEach(
        (name, bytes) -> assertTrue(Arrays.equals(bytes, files().get(name)), "differs: " + name));
  }

  @Test
  void saysAnewWhenAHostHasChanged() throws SQLException {
    export("zeus", Runs.complete());
    try (FleetExport.Draft draft =
        new ParquetFleetExport().begin(tree(), "zeus", HostTraits.UNKNOWN).get()) {
      draft.finish(NOW.plusSeconds(1));
    }

    assertEquals(
        "unknown unknown 2026-02-01 08:00:01.000001+00",
        told(
            "SELECT operating_system || ' ' || size_class || ' ' || exported_at"
                + " FROM read_parquet('%s/hosts/*/*.parquet')"));
  }

  @Test
  void passesOverAndRemovesWhatAnInterruptionLeft() throws IOException {
    export("zeus", Runs.complete());
    Path left = file("runs").resolveSibling(".part.parquet.new");
    Path ofAnother = tree().resolve("runs/month=2026-01/host=hera/.part.parquet.new");
    Files.writeString(left, "PAR1 and no end");
    Files.createDirectories(ofAnother.getParent());
    Files.writeString(ofAnother, "PAR1");

    assertEquals(1, taken());
    export("zeus", Runs.complete());

    assertFalse(Files.exists(left));
    assertTrue(Files.exists(ofAnother), "another host may be writing it");
  }

  @Test
  void isOpenToThoseToWhomItsDirectoryIs() throws IOException {
    Files.createDirectories(tree());
    Files.setPosixFilePermissions(tree(), PosixFilePermissions.fromString("rwxrwxr-x"));

    export("zeus", Runs.complete());

    assertEquals("rw-r--r--", mode(file("runs")));
    assertEquals("rwxrwxr-x", mode(tree().resolve("runs/month=2026-01")));
  }

  @Test
  void isOpenToItsUserAloneWhereItMadeTheDirectory() throws IOException {
    export("zeus", Runs.complete());

    assertEquals("rw-------", mode(file("runs")));
    assertEquals("rwx------", mode(tree()));
  }

  @Test
  void refusesPlacesThatAreNone() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertEquals("is a file, and a fleet's tree is a directory", refusal(file, "zeus").reason());
    assertEquals(
        "lies in no directory that there is", refusal(directory.resolve("a/b"), "z").reason());
    assertEquals(
        "has no place for a host whose name is that long",
        refusal(tree(), "ツ".repeat(100)).reason());
    assertFalse(Files.exists(tree()));
  }

  @Test
  void refusesASecondExportOfTheSameHostAtTheSameTime() {
    try (FleetExport.Draft first = new ParquetFleetExport().begin(tree(), "zeus", TRAITS).get();
        FleetExport.Draft other = new ParquetFleetExport().begin(tree(), "hera", TRAITS).get()) {
      assertEquals("is being exported into by this host already", refusal(tree(), "zeus").reason());
      first.add(Runs.complete().createdAt(NOW));
      assertTrue(first.finishMonth(JANUARY) > 0);
      other.add(Runs.complete().createdAt(NOW));
      assertTrue(other.finishMonth(JANUARY) > 0);
    }
    export("zeus", Runs.complete());
  }

  @Test
  void reportsDamageWithFileAndRemedy() throws IOException {
    export("zeus", Runs.complete());
    byte[] whole = Files.readAllBytes(file("step_metrics"));
    Files.write(file("step_metrics"), Arrays.copyOf(whole, whole.length / 2));

    FileRefused refused = refused();

    assertEquals(file("step_metrics"), refused.file());
    assertTrue(refused.reason().startsWith("it cannot be read as Parquet: "), refused.reason());
    assertEquals("Export that month of that host again.", refused.remedy());
  }

  @Test
  void reportsATableThatIsMissing() throws IOException {
    export("zeus", Runs.complete());
    Files.delete(file("plugin_executions"));

    assertEquals(file("plugin_executions"), refused().file());
    assertTrue(refused().reason().startsWith("it is missing"), refused().reason());
  }

  @Test
  void reportsPartsWhoseRunsAreNotThere() throws IOException {
    export("zeus", Runs.run(2).build());
    Path runs = Files.move(file("runs"), directory.resolve("runs"));
    export("zeus", Runs.complete());
    Files.move(runs, file("runs"), StandardCopyOption.REPLACE_EXISTING);

    assertEquals("it belongs to no run, or does not stand in its place", refused().reason());
  }

  @Test
  void reportsANewerFormatEvenWithOtherColumns() throws SQLException {
    export("zeus", Runs.complete());
    rewrite("SELECT * EXCLUDE (format), 'x' AS later, 2::INTEGER AS format FROM %s");

    assertEquals(
        "it was written by a newer update-all (format 2, this one knows 1)", refused().reason());
    assertEquals("Update this one.", refused().remedy());
  }

  @Test
  void reportsColumnsThatAreNotThoseOfTheTable() throws SQLException {
    export("zeus", Runs.complete());
    rewrite("SELECT * EXCLUDE (format) FROM %s");
    assertEquals("it does not say which format it has", refused().reason());

    export("zeus", Runs.sparse());
    rewrite("SELECT * EXCLUDE (hostname) FROM %s");
    assertEquals("it does not have the columns of runs", refused().reason());
  }

  @Test
  void reportsWhatIsNoPartition() throws IOException {
    export("zeus", Runs.complete());
    Files.createDirectories(tree().resolve("runs/month=2026-13/host=zeus"));
    Files.createDirectories(tree().resolve("runs/month=2026-01/zeus"));
    Files.writeString(tree().resolve("runs/notes.txt"), "");
    Files.writeString(tree().resolve("runs/_SUCCESS"), "");

    assertEquals(
        List.of("runs/month=2026-01/zeus", "runs/month=2026-13/host=zeus", "runs/notes.txt"),
        histories.list(tree()).get().strange().stream().map(each -> each.partition()).toList());
    assertEquals(
        "it has none of the tables that hosts export into",
        histories.list(directory).getLeft().reason());
  }

  private Path tree() {
    return directory.resolve("fleet");
  }

  private Path file(String table) {
    return tree().resolve(new FleetPartition(JANUARY, "zeus").path(table));
  }

  private void export(String host, Run... runs) {
    try (FleetExport.Draft draft = new ParquetFleetExport().begin(tree(), host, TRAITS).get()) {
      for (Run run : runs) {
        draft.add(run.createdAt(NOW));
      }
      draft.add(Foretellings.complete());
      int unused = draft.finishMonth(JANUARY);
      draft.finish(NOW);
    }
  }

  private int taken() {
    return histories
        .readRuns(
            tree(),
            new FleetPartition(JANUARY, "zeus"),
            runs -> {
              int count = 0;
              for (; runs.hasNext(); runs.next()) {
                count++;
              }
              return count;
            })
        .get();
  }

  private FileRefused refused() {
    return histories
        .readRuns(
            tree(),
            new FleetPartition(JANUARY, "zeus"),
            runs -> {
              runs.forEachRemaining(run -> {});
              return true;
            })
        .getLeft();
  }

  private static TargetRefused refusal(Path place, String host) {
    return new ParquetFleetExport().begin(place, host, TRAITS).getLeft();
  }

  private void rewrite(String query) throws SQLException {
    String file = Engine.literal(file("runs"));
    try (DuckDBConnection engine = Engine.scratch();
        Statement statement = engine.createStatement()) {
      statement.execute("CREATE TABLE there AS " + query.formatted(file));
      statement.execute("COPY there TO %s (FORMAT parquet)".formatted(file));
    }
  }

  /** The first column of the answer. */
  private String told(String query) throws SQLException {
    StringBuilder told = new StringBuilder();
    try (DuckDBConnection engine = Engine.scratch();
        Statement statement = engine.createStatement();
        ResultSet rows = statement.executeQuery(query.formatted(tree()))) {
      while (rows.next()) {
        told.append(told.isEmpty() ? "" : ";").append(rows.getString(1));
      }
    }
    return told.toString();
  }

  private Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(tree())) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        files.put(tree().relativize(each).toString(), Files.readAllBytes(each));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private void makeOld() throws IOException {
    for (String each : files().keySet()) {
      Files.setLastModifiedTime(tree().resolve(each), LONG_AGO);
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
