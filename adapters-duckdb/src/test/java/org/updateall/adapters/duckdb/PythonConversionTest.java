package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.adapters.duckdb.Messages.assertSays;
import static org.updateall.adapters.duckdb.PythonDatabase.estimate;
import static org.updateall.adapters.duckdb.PythonDatabase.execution;
import static org.updateall.adapters.duckdb.PythonDatabase.run;
import static org.updateall.adapters.duckdb.PythonDatabase.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.NameBasedId;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.SettableClock;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.storage.Conversion;

/** Real databases of the Python update-all, keys and indexes and all, become ours. */
class PythonConversionTest {

  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final String RUN = "2f0c7b52-6d0e-4a53-9a3e-0c9f0a4f7c11";
  private static final String EXECUTION = "8d6a4b1c-7d7f-4c7e-8a55-1f2e3d4c5b6a";

  private final Stores stores;
  private final Path database;

  PythonConversionTest(@TempDir Path directory) {
    this.stores = new Stores(directory, new SettableClock(Instant.parse("2026-11-25T10:00:00Z")));
    this.database = stores.database();
  }

  @Test
  void readsARunWithAllItsParts() throws Exception {
    PythonDatabase.make(
        database,
        run(RUN, "2026-01-03 07:15:02.118204"),
        "UPDATE runs SET end_time = TIMESTAMP '2026-01-03 08:00:00', username = 'ann',"
            + " config_hash = 'abc'",
        execution(EXECUTION, RUN, "apt", "success"),
        "UPDATE plugin_executions SET start_time = TIMESTAMP '2026-01-03 07:16:00', end_time ="
            + " TIMESTAMP '2026-01-03 07:17:00', packages_updated = 14, packages_total = 2000,"
            + " error_message = 'none', exit_code = 0",
        step(
            "second",
            EXECUTION,
            "EXECUTE",
            ", start_time, wall_clock_seconds, cpu_user_seconds, cpu_kernel_seconds,"
                + " memory_peak_bytes, memory_avg_bytes, io_read_bytes, io_write_bytes,"
                + " io_read_ops, io_write_ops, network_rx_bytes, network_tx_bytes,"
                + " download_size_bytes, download_speed_bps",
            ", TIMESTAMP '2026-01-03 07:16:30', 1.5, 2.5, 3.5, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13"),
        step("first", EXECUTION, "DOWNLOAD", ", start_time", ", TIMESTAMP '2026-01-03 07:16:10'"),
        estimate("e", EXECUTION, "DOWNLOAD", 0.75));

    Conversion conversion = stores.upkeep().convert(WARSAW).get();

    assertEquals(new HistoryCounts(1, 1, 2, 1), conversion.converted());
    assertEquals(0, conversion.leftOutCount());
    Run run = stores.history().find(new RunId(UUID.fromString(RUN))).get();
    assertEquals(Instant.parse("2026-01-03T06:15:02.118204Z"), run.startTime());
    assertEquals(Instant.parse("2026-01-03T07:00:00Z"), run.endTime());
    assertEquals(Instant.parse("2026-01-03T07:00:00Z"), run.createdAt());
    assertEquals(
        List.of("atlas", "ann", "abc"),
        List.of(run.hostname(), String.valueOf(run.username()), String.valueOf(run.configHash())));
    assertParts(run.executions().get(0));
  }

  private static void assertParts(PluginExecution execution) {
    assertEquals(new ExecutionId(UUID.fromString(EXECUTION)), execution.executionId());
    assertEquals(ExecutionStatus.SUCCESS, execution.status());
    assertEquals(Instant.parse("2026-01-03T06:16:00Z"), execution.startTime());
    assertEquals(14, execution.packagesUpdated());
    assertEquals(2000, execution.packagesTotal());
    assertEquals(0, execution.exitCode());
    assertEquals("first", execution.steps().get(0).stepName());
    assertEquals(
        new ResourceUsage(1.5, 2.5, 3.5, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L),
        execution.steps().get(1).usage());
    assertEquals(StepPhase.DOWNLOAD, execution.estimates().get(0).phase());
    assertEquals(0.75, execution.estimates().get(0).confidence());
    assertEquals(5, execution.estimates().get(0).packageCount());
  }

  @Test
  void namesRunsWithShortIdsAsTheImporterDoes() throws Exception {
    PythonDatabase.make(
        database,
        run("9c41e7ab", "2026-01-03 07:15:02"),
        execution("x", "9c41e7ab", "snap", "failed"),
        execution("y", "9c41e7ab", "apt", "timeout"));

    assertEquals(2, stores.upkeep().convert(WARSAW).get().converted().executions());

    RunId id =
        new RunId(NameBasedId.of("legacy-run", "9c41e7ab", "2026-01-03T06:15:02Z", "apt", "snap"));
    Run run = stores.history().find(id).get();
    assertEquals(
        NameBasedId.of("legacy-execution", id.toString(), "snap", "1"),
        run.executions().get(0).executionId().value());
  }

  @Test
  void leavesOutWhatCannotBeReadAndGivesEveryReason() throws Exception {
    PythonDatabase.make(
        database,
        run("good", "2026-01-01 00:00:00"),
        execution("g", "good", "apt", "success"),
        run("bad", "2026-01-02 00:00:00"),
        execution("b1", "bad", "apt", "cancelled"),
        step("s", "b1", "EXECUTE", ", memory_peak_bytes", ", -5"),
        estimate("e", "b1", "CHECK", 7.0),
        run("nameless", "2026-01-02 00:00:00"),
        execution("b2", "nameless", " ", "success"));

    Conversion conversion = stores.upkeep().convert(ZoneOffset.UTC).get();

    assertEquals(new HistoryCounts(1, 1, 0, 0), conversion.converted());
    assertEquals(2, conversion.leftOutCount());
    assertEquals("bad", conversion.leftOut().get(0).id());
    List<String> reasons = conversion.leftOut().get(0).reasons();
    assertEquals(3, reasons.size(), reasons::toString);
    assertTrue(reasons.toString().contains("memory peak bytes is negative: -5"));
    assertTrue(reasons.toString().contains("confidence is above 1: 7.0"));
    assertTrue(reasons.toString().contains("status 'cancelled' is unknown"));
    assertEquals(
        List.of("plugin ' ': plugin name is empty"), conversion.leftOut().get(1).reasons());
  }

  @Test
  void leavesOutWhatBelongsToNothing() throws Exception {
    PythonDatabase.make(
        database,
        "DROP TABLE estimates",
        "CREATE TABLE estimates AS SELECT 'lost' AS estimate_id, 'gone' AS execution_id, 'CHECK' AS"
            + " phase, 1::BIGINT AS download_bytes_est, 1::DOUBLE AS cpu_seconds_est, 1::DOUBLE AS"
            + " wall_seconds_est, 1::BIGINT AS memory_bytes_est, 1 AS package_count_est, 1::DOUBLE"
            + " AS confidence, TIMESTAMP '2026-01-01' AS created_at",
        run("good", "2026-01-01 00:00:00"));

    Conversion conversion = stores.upkeep().convert(ZoneOffset.UTC).get();

    assertEquals(1, conversion.converted().runs());
    assertEquals("estimates", conversion.leftOut().get(0).table());
    assertEquals("lost", conversion.leftOut().get(0).id());
  }

  @Test
  void leavesOutASecondRunOfTheSameIdentity() throws Exception {
    PythonDatabase.make(
        database,
        run(RUN, "2026-01-01 00:00:00"),
        run(RUN.toUpperCase(Locale.ROOT), "2026-01-02 00:00:00"));

    Conversion conversion = stores.upkeep().convert(ZoneOffset.UTC).get();

    assertEquals(1, conversion.converted().runs());
    assertEquals(1, conversion.leftOutCount());
  }

  @Test
  void readsTimesThatClocksRepeatOrSkipAsTheImporterDoes() throws Exception {
    PythonDatabase.make(
        database, run("repeated", "2025-10-26 02:30:00"), run("skipped", "2026-03-29 02:30:00"));

    assertEquals(2, stores.upkeep().convert(WARSAW).get().converted().runs());

    assertEquals(
        List.of(Instant.parse("2026-03-29T01:30:00Z"), Instant.parse("2025-10-26T00:30:00Z")),
        stores.history().recent(HistoryFilter.everything(), 9).stream()
            .map(Run::startTime)
            .toList());
  }

  @Test
  void readsMoreRunsThanFitIntoAPage() throws Exception {
    PythonDatabase.make(
        database,
        "INSERT INTO runs (run_id, start_time, hostname) SELECT uuid(), TIMESTAMP '2026-01-01' +"
            + " to_hours(CAST(range AS INTEGER)), 'atlas' FROM range(1203)",
        "INSERT INTO plugin_executions (execution_id, run_id, plugin_name, status) SELECT uuid(),"
            + " run_id, 'apt', 'success' FROM runs");

    assertEquals(
        new HistoryCounts(1203, 1203, 0, 0),
        stores.upkeep().convert(ZoneOffset.UTC).get().converted());
  }

  @Test
  void keepsTheOldOneAsItWas() throws Exception {
    PythonDatabase.make(database, run(RUN, "2026-01-01 00:00:00"));
    byte[] before = Files.readAllBytes(database);

    Path original = stores.upkeep().convert(ZoneOffset.UTC).get().original();

    assertEquals(
        database.resolveSibling("legacy-backups/history.duckdb.python-20261125T100000Z"), original);
    assertArrayEquals(before, Files.readAllBytes(original));
    assertEquals("rw-------", mode(original));
    assertEquals("rwx------", mode(database.resolveSibling("legacy-backups")));
    assertEquals("rw-------", mode(database));
    assertFalse(Files.exists(database.resolveSibling("history.duckdb.converting")));
  }

  @Test
  void takesInWhatTheJournalHoldsAndKeepsBoth() throws Exception {
    PythonDatabase.makeWithJournal(
        database, run(RUN, "2026-01-01 00:00:00"), execution(EXECUTION, RUN, "apt", "success"));
    assertTrue(Files.exists(Journal.beside(database)));

    Conversion conversion = stores.upkeep().convert(ZoneOffset.UTC).get();

    assertEquals(new HistoryCounts(1, 1, 0, 0), conversion.converted());
    assertFalse(Files.exists(Journal.beside(database)));
    assertTrue(stores.history().find(new RunId(UUID.fromString(RUN))).isDefined());
    assertEquals(1, count(conversion.original(), "runs"));
  }

  @Test
  void neverWritesOverAnEarlierBackup() throws Exception {
    PythonDatabase.make(database, run(RUN, "2026-01-01 00:00:00"));
    Path first = stores.upkeep().convert(ZoneOffset.UTC).get().original();
    Files.delete(database);
    PythonDatabase.make(database, run(RUN, "2026-01-01 00:00:00"));

    Path second = stores.upkeep().convert(ZoneOffset.UTC).get().original();

    assertEquals(first.getFileName() + "-2", second.getFileName().toString());
    assertTrue(Files.exists(first));
  }

  @Test
  void refusesToDoItTwice() throws Exception {
    PythonDatabase.make(database, run(RUN, "2026-01-01 00:00:00"));
    stores.upkeep().convert(ZoneOffset.UTC);

    assertTrue(stores.upkeep().convert(ZoneOffset.UTC).isLeft());
  }

  @Test
  void leavesADatabaseThatCannotBeReadAsItIs() throws Exception {
    PythonDatabase.make(database, run(RUN, "2026-01-01 00:00:00"));
    DamagedFiles.execute(
        database, "DROP TABLE estimates", "CREATE TABLE estimates (execution_id VARCHAR)");
    Map<String, String> before = DamagedFiles.fingerprints(stores.directory());

    HistoryUnavailable failure =
        assertThrows(HistoryUnavailable.class, () -> stores.upkeep().convert(ZoneOffset.UTC));

    assertSays(failure, database.toString(), "estimate_id", "Nothing was changed");
    assertEquals(before, DamagedFiles.fingerprints(stores.directory()));
  }

  @Test
  void anEmptyOneIsAsGoodAsNoneUntilSomethingIsStored() throws Exception {
    PythonDatabase.make(database);
    Map<String, String> before = DamagedFiles.fingerprints(stores.directory());

    assertEquals(HistoryCounts.NONE, stores.history().counts());
    assertEquals(List.of(), stores.queries().hosts());
    assertTrue(stores.upkeep().summary().isEmpty());
    assertFalse(stores.upkeep().check().exists());
    assertTrue(stores.upkeep().compact().isEmpty());
    assertTrue(stores.upkeep().backUp(database.resolveSibling("copy")).isLeft());

    assertEquals(before, DamagedFiles.fingerprints(stores.directory()));
  }

  @Test
  void anEmptyOneIsConvertedByTheFirstThingStoredAndKept() throws Exception {
    PythonDatabase.make(database);

    stores.history().record(Runs.complete());

    assertEquals(1, stores.history().counts().runs());
    try (Stream<Path> kept = Files.list(database.resolveSibling("legacy-backups"))) {
      List<Path> backups = kept.toList();
      assertEquals(1, backups.size());
      assertEquals(0, count(backups.get(0), "runs"));
      assertEquals(1, count(backups.get(0), "schema_version"));
    }
  }

  @Test
  void aFullOneIsRefusedWithTheCommandThatConvertsIt() throws Exception {
    PythonDatabase.make(database, run(RUN, "2026-01-01 00:00:00"));

    assertSays(
        assertThrows(HistoryUnavailable.class, () -> stores.history().counts()),
        "made by the Python version",
        "update-all db convert");
    assertEquals(1, stores.upkeep().convert(ZoneOffset.UTC).get().converted().runs());
  }

  private static long count(Path file, String table) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static String mode(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
