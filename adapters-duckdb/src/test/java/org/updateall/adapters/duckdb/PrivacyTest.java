package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;

/** Who can look into the files, and what a statement or a name could do to others. */
class PrivacyTest {

  private static final List<String> REACHING_OUT =
      List.of(
          "INSTALL httpfs",
          "LOAD httpfs",
          "LOAD '/tmp/x.duckdb_extension'",
          "SET threads = 7",
          "SET memory_limit = '9GB'",
          "RESET memory_limit",
          "PRAGMA threads = 7",
          "SET GLOBAL enable_external_access = true",
          "SET autoinstall_known_extensions = true",
          "ATTACH '/tmp/x.duckdb'",
          "COPY runs TO '/tmp/x.csv'",
          "EXPORT DATABASE '/tmp/x'",
          "SELECT * FROM read_text('/etc/hostname')",
          "SELECT * FROM '/etc/hostname'",
          "SELECT * FROM glob('/*')");

  private final Path directory;
  private final Stores stores;

  PrivacyTest(@TempDir Path parent) {
    this.directory = parent.resolve("data");
    this.stores = new Stores(directory);
  }

  @BeforeEach
  void skipWhereTheSystemKnowsNoOwners() {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  @Test
  void nobodyElseCanLookIntoAnythingThatIsMade() throws IOException {
    stores.journal().underWay(Runs.run(2).build());
    stores.journal().accept(Runs.complete());
    Files.writeString(directory.resolve("history.duckdb.spool/underway-x.json"), "torn");
    stores.journal().settle();

    assertEquals("rwx------", permissions(directory));
    try (Stream<Path> made = Files.walk(directory)) {
      for (Path each :
          made.filter(file -> !file.getFileName().toString().contains("-x")).toList()) {
        assertEquals(
            Files.isDirectory(each) ? "rwx------" : "rw-------", permissions(each), "" + each);
      }
    }
  }

  @Test
  void nobodyElseCanLookIntoTheEnginesJournalWhileItIsThere() {
    stores.history().record(Runs.complete());

    String seen =
        stores
            .store()
            .write(
                handle -> {
                  handle.execute("DELETE FROM runs");
                  handle.commit();
                  assertTrue(wal().toFile().length() > 0);
                  String permissions = permissions(wal());
                  handle.begin();
                  return permissions;
                });

    assertEquals("rw-------", seen);
    assertFalse(Files.exists(wal()));
    assertEquals(0, stores.history().counts().runs());
  }

  @Test
  void theEnginesJournalIsSharedAsTheDatabaseIs() throws IOException {
    stores.history().record(Runs.complete());
    Files.setPosixFilePermissions(stores.database(), PosixFilePermissions.fromString("rw-r-----"));

    assertEquals("rw-r-----", stores.store().write(handle -> permissions(wal())));
    assertEquals("rw-r-----", permissions(stores.database()));
  }

  @Test
  void leavesNoEmptyJournalOfATransactionThatDidNothing() {
    stores.history().record(Runs.complete());

    assertThrows(
        IllegalStateException.class,
        () ->
            stores
                .store()
                .write(
                    handle -> {
                      handle.execute("DELETE FROM runs");
                      throw new IllegalStateException();
                    }));

    assertFalse(Files.exists(wal()));
    assertEquals(1, stores.history().counts().runs());
  }

  @Test
  void theJournalOfAKilledProcessIsTakenUp() throws Exception {
    for (int round = 0; round < 3; round++) {
      int first = 1 + round * 1_000;
      try (ChildJvm child =
          ChildJvm.start(
              RecordingProgram.class, directory, first, 900, RecordingProgram.How.STORING)) {
        child.line();
        Thread.sleep(40L * round);
        child.kill();
      }
      assertTrue(stores.history().find(Runs.id(first)).isDefined());
    }
    stores.history().record(Runs.complete());
    assertFalse(Files.exists(wal()));
  }

  @Test
  void noStatementReachesOutsideOrChangesTheEngine() {
    stores.history().record(Runs.complete());

    for (String statement : REACHING_OUT) {
      assertThrows(
          HistoryUnavailable.class,
          () -> stores.store().write(handle -> handle.execute(statement)),
          statement);
      assertThrows(
          HistoryUnavailable.class,
          () -> stores.store().read(0, handle -> handle.execute(statement)),
          statement);
    }
    assertEquals(1, stores.history().counts().runs());
  }

  @Test
  void theEngineTakesTheMemoryAndThreadsThatItIsGiven() {
    stores.history().record(Runs.complete());
    EngineSettings engine = new EngineSettings(64L << 20, 3);
    DuckDbSettings settings =
        new DuckDbSettings(
            stores.database(), DuckDbSettings.DEFAULT_PATIENCE, engine, remark -> {});
    DuckDbStore store = new DuckDbStore(settings, stores.clock(), new SystemProcesses());

    assertEquals("64.0 MiB 3", store.read("", PrivacyTest::limits));
    assertEquals("64.0 MiB 3", store.write(PrivacyTest::limits));
    assertEquals("488.2 MiB 2", stores.store().read("", PrivacyTest::limits));
  }

  @Test
  void namesDoNoHarm() {
    List<String> hostile =
        List.of(
            "'; DROP TABLE runs; --",
            "x'); DELETE FROM plugin_executions; --",
            "\"; ATTACH '/tmp/x'; --",
            "../../../etc/passwd",
            "${jndi:ldap://x}",
            ":name ?1 ? %s {} \\' \\\\",
            "<script>",
            "$(reboot)`reboot`");
    for (int number = 0; number < hostile.size(); number++) {
      String name = hostile.get(number);
      Run run = hostileRun(number, name);
      stores.journal().accept(run);

      assertTrue(stores.history().find(run.runId()).exists(run::sameContentAs), name);
      HistoryFilter filter = HistoryFilter.everything().ofPlugins(name).on(HostScope.only(name));
      assertEquals(1, stores.history().recent(filter, 10).size(), name);
    }
    assertEquals(hostile.size(), stores.history().counts().runs());
    assertEquals(hostile.size(), stores.queries().hosts().size());
  }

  private static Run hostileRun(int number, String name) {
    return Runs.run(number)
        .on(name)
        .by(name + "\u0001\u001b[31m\r\n")
        .withConfiguration(name)
        .executing(
            Runs.execution(name)
                .with(Runs.step(name).lasting(1))
                .failingWith(name + "\u0007\t\u202e", 1))
        .build();
  }

  private static String limits(Handle handle) {
    return handle
        .createQuery("SELECT current_setting('memory_limit') || ' ' || current_setting('threads')")
        .mapTo(String.class)
        .one();
  }

  private Path wal() {
    return directory.resolve("history.duckdb.wal");
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
