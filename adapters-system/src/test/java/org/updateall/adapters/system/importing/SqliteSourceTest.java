package org.updateall.adapters.system.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.updateall.adapters.system.importing.SqliteFixtures.database;
import static org.updateall.adapters.system.importing.SqliteFixtures.in;
import static org.updateall.adapters.system.importing.SqliteFixtures.open;
import static org.updateall.adapters.system.importing.SqliteFixtures.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.Detection.State;
import org.updateall.domain.importing.ScriptedPrograms;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

final class SqliteSourceTest {

  private static final String[] ONE_ROW = {"CREATE TABLE t (x)", "INSERT INTO t VALUES (1)"};

  @TempDir Path scratch;
  private Path root;
  private Path folder;
  private Path file;
  private final List<@Nullable Long> read = new ArrayList<>();
  private final CollectedSightings collected = new CollectedSightings();

  @BeforeEach
  void makeTree() throws IOException {
    root = Files.createDirectories(scratch.resolve("tree"));
    folder = Files.createDirectories(root.resolve("var/lib"));
    file = folder.resolve("history.db");
  }

  @Test
  void readsAndLeavesNothingBehind() throws IOException {
    database(file, ONE_ROW);
    byte[] before = Files.readAllBytes(file);

    readRows();

    assertEquals(List.of(1L), read);
    assertEquals(List.of("history.db"), in(folder));
    assertArrayEquals(before, Files.readAllBytes(file));
    assertEquals(List.of(), collected.skipped());
  }

  @Test
  void makesNoLogWhereADatabaseWithLogIsAtRest() throws IOException {
    database(file, "PRAGMA journal_mode = WAL", ONE_ROW[0], ONE_ROW[1]);
    assertEquals(List.of("history.db"), in(folder));

    readRows();

    assertEquals(List.of(1L), read);
    assertEquals(List.of("history.db"), in(folder));
  }

  @Test
  void readsWhatAProgramThatHasItOpenHasOnlyInItsLog() throws IOException, InterruptedException {
    Process writer = java(Writing.class, file);
    assertEquals('R', writer.getInputStream().read());
    List<String> files = in(folder);
    byte[] memory = Files.readAllBytes(folder.resolve("history.db-shm"));

    readRows();

    assertEquals(List.of("history.db", "history.db-shm", "history.db-wal"), files);
    assertEquals(files, in(folder));
    assertArrayEquals(memory, Files.readAllBytes(folder.resolve("history.db-shm")));

    writer.getOutputStream().close();
    assertEquals(0, writer.waitFor());
    readRows();

    assertEquals(List.of(1L, 1L, 2L), read);
    assertEquals(List.of(), collected.skipped());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsWhatACrashLeftWithItsLog(boolean withSharedMemory) throws IOException, SQLException {
    Path originals = scratch.resolve("original");
    try (Connection writer = open(originals.resolve("history.db"))) {
      run(writer, "PRAGMA journal_mode = WAL", ONE_ROW[0], ONE_ROW[1]);
      for (String each : in(originals)) {
        if (withSharedMemory || !each.endsWith("-shm")) {
          Files.copy(originals.resolve(each), folder.resolve(each));
        }
      }
    }
    byte[] log = Files.readAllBytes(folder.resolve("history.db-wal"));
    List<String> files = in(folder);
    List<String> temporary = copies();

    readRows();

    assertEquals(List.of(1L), read);
    assertEquals(withSharedMemory ? 3 : 2, files.size());
    assertEquals(files, in(folder));
    assertArrayEquals(log, Files.readAllBytes(folder.resolve("history.db-wal")));
    assertEquals(temporary, copies());
  }

  @Test
  void saysThatItIsBeingWrittenTo() throws SQLException {
    database(file, ONE_ROW);
    try (Connection writer = open(file)) {
      run(writer, "BEGIN EXCLUSIVE", "INSERT INTO t VALUES (2)");

      readRows();
    }
    assertReason("cannot be read: it is being written to at this moment; try again later");
  }

  @Test
  void leavesSettingRightToTheProgramThatWasCutOff() throws IOException, SQLException {
    Path originals = scratch.resolve("original");
    Path original = database(originals.resolve("history.db"), ONE_ROW);
    try (Connection writer = open(original)) {
      run(
          writer,
          "PRAGMA cache_size = 1",
          "BEGIN",
          "CREATE TABLE u (x)",
          "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 99)"
              + " INSERT INTO u SELECT randomblob(4000) FROM n");
      for (String each : in(originals)) {
        Files.copy(originals.resolve(each), folder.resolve(each));
      }
    }

    readRows();

    assertEquals(List.of("history.db", "history.db-journal"), in(folder));
    assertReason(
        "cannot be read: a program that wrote to it was cut off, and must first set it right"
            + " itself");
  }

  @Test
  void saysThatItWasWrittenToWhileItWasRead() throws IOException {
    database(file, "PRAGMA journal_mode = WAL", ONE_ROW[0], ONE_ROW[1]);

    source()
        .read(
            collected,
            database -> Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(9))));

    assertReason("cannot be read: it was written to meanwhile; try again later");
  }

  @Test
  void saysWhatIsNoDatabase() throws IOException {
    Files.writeString(file, "PRETEND format 3, but something else altogether");
    readRows();
    assertReason("cannot be read: it is no SQLite database");
    assertEquals(State.UNREADABLE, source().detect().state());

    Files.writeString(file, "SQLite format 3\0");
    readRows();
    Files.write(file, new byte[0]);
    readRows();

    assertEquals(
        List.of(
            "cannot be read: it is no SQLite database",
            "cannot be read: it is no SQLite database",
            "cannot be read: it is empty"),
        collected.skipped().stream().map(SkippedRecord::reason).toList());
  }

  @Test
  void saysThatADatabaseIsDamaged() throws IOException {
    database(file, ONE_ROW);
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4096, bytes.length, (byte) 0x7f);
    Files.write(file, bytes);

    readRows();

    assertReason("cannot be read: it is damaged");
  }

  @Test
  void opensTheFileItselfHoweverItIsCalled() throws IOException {
    for (String name :
        List.of("a?mode=memory", "b#c", "d%41e", "f g", "h&cache=shared", "über", "i;j'k\"")) {
      database(root.resolve(name).resolve(name + ".db"), ONE_ROW);
      file = root.resolve(name).resolve(name + ".db");

      readRows();

      assertEquals(List.of(name + ".db"), in(root.resolve(name)));
    }
    assertEquals(List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L), read);
    assertEquals(List.of(), collected.skipped());
  }

  @Test
  void followsLinksOnlyWithinTheTree() throws IOException {
    Path inside = database(root.resolve("elsewhere/h.db"), ONE_ROW);
    Files.createSymbolicLink(file, inside);
    readRows();
    assertEquals(List.of(1L), read);

    Files.delete(file);
    Files.createSymbolicLink(file, database(scratch.resolve("secret.db"), ONE_ROW));
    readRows();

    assertEquals(List.of(1L), read);
    assertReason("cannot be read: it is a link that leads out of " + root);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-wal", "-shm", "-journal"})
  void opensNothingBesideItThatIsNoFileOfTheTree(String suffix)
      throws IOException, InterruptedException {
    database(file, ONE_ROW);
    Path pipe = folder.resolve("history.db" + suffix);
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());

    readRows();

    assertReason("cannot be read: it is not a regular file");

    Files.delete(pipe);
    Files.createSymbolicLink(pipe, Files.createFile(scratch.resolve("secret")));
    readRows();

    assertEquals(List.of(), read);
    assertEquals(2, collected.skipped().size());
  }

  @Test
  void waitsForNoPipeAndReadsNoFolder() throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
    readRows();
    assertReason("cannot be read: it is not a regular file");

    Files.delete(file);
    Files.createDirectory(file);
    readRows();

    assertEquals(2, collected.skipped().size());
    assertEquals(State.UNREADABLE, source().detect().state());
  }

  @Test
  void saysThatAUserMayNotReadIt() throws IOException {
    database(file, ONE_ROW);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "the superuser may read everything");

    readRows();

    assertReason("may not be read by this user");
  }

  @Test
  void saysThatAUserMayNotReadWhatBelongsToIt() throws IOException {
    database(file, ONE_ROW);
    Path log = Files.writeString(folder.resolve("history.db-wal"), "something");
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(log), "the superuser may read everything");

    readRows();

    assertEquals(State.UNREADABLE, source().detect().state());
    assertReason("may not be read by this user");
  }

  @Test
  void takesNoViewForATable() {
    database(
        file,
        "CREATE VIEW t AS WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x FROM n)"
            + " SELECT x FROM n");

    readRows();

    assertReason("cannot be read: it has no table 't'");
  }

  @Test
  void takesNoComputedColumnForAStoredOne() {
    database(file, "CREATE TABLE t (y, x AS (zeroblob(1000000000)))", "INSERT INTO t VALUES (1)");

    readRows();

    assertReason("cannot be read: its table 't' has no column 'x'");
  }

  @Test
  void givesUpWhatDoesNotEnd() {
    database(file, ONE_ROW);

    new SqliteSource(machine(), file, Duration.ofMillis(100))
        .read(
            collected,
            database ->
                database.each(
                    "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
                        + " SELECT max(x) AS x FROM n",
                    row -> read.add(row.number("x"))));

    assertReason("cannot be read: it does not come to an end");
  }

  @Test
  void readsNoTextWithoutAnEnd() {
    database(
        file, "CREATE TABLE t (x)", "INSERT INTO t VALUES (1), (hex(zeroblob(9000000)) || 'z')");

    readRows();

    assertEquals(List.of(1L), read);
    assertReason("cannot be read: it holds a text that is too long");
  }

  @Test
  void writesNothing() {
    database(file, ONE_ROW);

    source()
        .read(
            collected, database -> database.each("INSERT INTO t VALUES (2) RETURNING x", r -> {}));
    readRows();

    assertEquals(1, collected.skipped().size());
    assertEquals(List.of(1L), read);
  }

  @Test
  void readsWholeNumbersAndTextsAndNothingElse() {
    database(
        file,
        "CREATE TABLE t (x)",
        "INSERT INTO t VALUES (NULL), (1.5), ('1650000000000000000'), ('9'), ('many'), (x'01'),"
            + " (5000000000), ('99999999999999999999')");
    List<@Nullable String> texts = new ArrayList<>();

    source()
        .read(
            collected,
            database ->
                database.each(
                    "SELECT x FROM t",
                    row -> {
                      read.add(row.number("x"));
                      texts.add(row.text("x"));
                    }));

    assertEquals(
        "[null, null, 1650000000000000000, 9, null, null, 5000000000, null]", read.toString());
    assertEquals(
        "[null, null, 1650000000000000000, 9, many, null, null, 99999999999999999999]",
        texts.toString());
  }

  @Test
  void keepsWhatADatabaseSaysOutOfItsReasons() {
    database(file, ONE_ROW);

    source()
        .read(
            collected,
            database -> database.each("SELECT \u001b[31m\"no\nsuch\" FROM t", row -> {}));

    String reason = collected.skipped().get(0).reason();
    assertTrue(reason.startsWith("cannot be read: it is not made as expected"), reason);
    assertTrue(reason.chars().noneMatch(Character::isISOControl), reason);
  }

  @Test
  void isSilentWhereThereIsNone() {
    readRows();

    assertEquals(List.of(), collected.skipped());
    assertEquals(State.ABSENT, source().detect().state());
  }

  @Test
  void loadsNoDriverToLookForADatabase() throws IOException, InterruptedException {
    database(file, ONE_ROW);
    Process java = java(Looking.class, root, file);
    String output = new String(java.getInputStream().readAllBytes(), UTF_8);

    assertEquals(0, java.waitFor(), output);
    assertTrue(output.contains("org.updateall.adapters.system.importing.SqliteSource "), output);
    assertFalse(output.contains("org.sqlite"));
  }

  /** Looks for a database in a process of its own. */
  static final class Looking {
    private Looking() {}

    public static void main(String[] rootAndFile) {
      SourceMachine machine = machine(Path.of(rootAndFile[0]));
      State state = new SqliteSource(machine, Path.of(rootAndFile[1])).detect().state();
      System.exit(state == State.FOUND ? 0 : 1);
    }
  }

  /** Has a database open in a process of its own, until its standard input ends. */
  static final class Writing {
    private Writing() {}

    public static void main(String[] file) throws IOException, SQLException {
      try (Connection writer = open(Path.of(file[0]))) {
        run(writer, "PRAGMA journal_mode = WAL", ONE_ROW[0], ONE_ROW[1]);
        System.out.println("Ready");
        System.in.readAllBytes();
        run(writer, "INSERT INTO t VALUES (2)");
      }
    }
  }

  private static Process java(Class<?> main, Path... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(main == Looking.class ? "-verbose:class" : "-Xshare:auto");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Path each : arguments) {
      command.add(each.toString());
    }
    return new ProcessBuilder(command).start();
  }

  private void readRows() {
    source()
        .read(
            collected,
            database -> {
              database.require("t", "x");
              database.each("SELECT x FROM t", row -> read.add(row.number("x")));
            });
  }

  private SqliteSource source() {
    return new SqliteSource(machine(), file);
  }

  private SourceMachine machine() {
    return machine(root);
  }

  private static SourceMachine machine(Path root) {
    return new SourceMachine(
        root,
        List.of(),
        ZoneOffset.UTC,
        Instant.parse("2026-06-01T00:00:00Z"),
        ScriptedPrograms.none());
  }

  private void assertReason(String reason) {
    assertEquals(
        List.of(new SkippedRecord("/" + root.relativize(file), null, reason)), collected.skipped());
  }

  private static List<String> copies() throws IOException {
    return in(Path.of(System.getProperty("java.io.tmpdir"))).stream()
        .filter(name -> name.startsWith("update-all-import"))
        .toList();
  }
}
